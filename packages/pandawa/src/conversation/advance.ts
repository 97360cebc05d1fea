import { allFlows, flowOfIntent } from '../flows/all-flows.ts';
import type { Flow } from '../flows/flow.ts';
import { classify, confidenceThreshold } from '../intent/classify.ts';
import { type Command, commandIn } from './command-words.ts';
import {
  type ChatEvent,
  type Conversation,
  type ConversationSettings,
  defaultConversationSettings,
  type Effect,
} from './conversation.ts';
import { askAgain, choseInStep, enterStep, fileInStep, misfit, stepBack, typedInStep } from './flow-steps.ts';
import { beginFlow, identityAnswer, identityResult } from './identity-steps.ts';
import { minutesBetween } from './instants.ts';
import { type Branch, branches, showBranch, showMenu } from './menus.ts';
import { Turn } from './turn.ts';
import { endFlow, handOver, miss } from './ways-out.ts';

/** The state after an event and what is to be done. */
export interface Advanced {
  readonly conversation: Conversation;
  readonly effects: readonly Effect[];
}

/** What the person does: it keeps what was begun, and the proof of identity, alive. */
const fromPerson: ReadonlySet<ChatEvent['kind']> = new Set(['said', 'chose', 'sent-file', 'sent-other']);

/** Events remembered so that one that comes again does nothing. */
const REMEMBERED = 60;

const ratings = [
  { id: 'rate.3', title: 'Puas' },
  { id: 'rate.2', title: 'Cukup' },
  { id: 'rate.1', title: 'Kurang' },
] as const;

/**
 * Moves a conversation on by one event. Pure: the same state and event give the same state and effects; an event that
 * was handled before gives the state unchanged and no effects.
 */
export function advance(
  conversation: Conversation,
  event: ChatEvent,
  {
    flows = allFlows,
    settings = defaultConversationSettings,
  }: { flows?: readonly Flow[]; settings?: ConversationSettings } = {},
): Advanced {
  if (conversation.handled.includes(event.id)) return { conversation, effects: [] };
  const turn = new Turn(conversation, event, flows, settings);
  expire(turn);
  handle(turn);
  turn.state.handled = [...conversation.handled, event.id].slice(-REMEMBERED);
  if (fromPerson.has(event.kind)) turn.state.touchedAt = event.at;
  return { conversation: turn.state, effects: turn.effects() };
}

/** After a pause what was begun ends, and with it the proof of identity. */
function expire(turn: Turn): undefined {
  const { state, settings, event } = turn;
  if (state.touchedAt === null) return;
  const minutes = minutesBetween(state.touchedAt, event.at);
  if (minutes < settings.idleMinutes) return;
  state.level = 0;
  state.facts = null;
  state.number = null;
  if (state.phase === 'person' || state.phase === 'menu') return;
  endFlow(
    turn,
    event.kind === 'clock'
      ? `Percakapan ditutup karena ${settings.idleMinutes} menit tidak ada balasan. Ketik MENU untuk mulai lagi.`
      : 'Percakapan sebelumnya sudah berakhir.',
  );
}

function handle(turn: Turn): undefined {
  const { event, state } = turn;
  switch (event.kind) {
    case 'clock':
      return;
    case 'taken-over':
      if (state.phase === 'person') return;
      endFlow(turn, '');
      state.phase = 'person';
      return;
    case 'handed-back':
      if (state.phase !== 'person') return;
      state.phase = 'menu';
      turn.ask('Petugas selesai membantu. Apakah Anda puas?', ratings);
      return;
    case 'closed':
      // Whoever waits for a person goes on waiting when only a request of theirs is decided.
      if (event.endsTalk && state.phase === 'person') state.phase = 'menu';
      turn.ask(`${event.text}\n\nApakah Anda puas dengan layanan kami?`, ratings);
      return;
    case 'account':
      return accountRead(turn);
    case 'recorded': {
      const { step } = turn;
      if (state.phase !== 'flow' || step?.kind !== 'record') return;
      turn.set({ recorded: { number: event.number, dueOn: event.dueOn } });
      return enterStep(turn, step.next);
    }
    case 'said':
      return said(turn, event.text);
    case 'chose':
      return chose(turn, event.choice, event.title);
    case 'sent-file':
      if (state.phase === 'person') return;
      if (state.phase === 'flow') return fileInStep(turn, event.file);
      return miss(turn, 'Berkas diterima saat layanan memintanya.') ? showHere(turn) : undefined;
    case 'sent-other':
      if (state.phase === 'person') return;
      return miss(turn, `Kami belum dapat membaca ${event.what}. Mohon ketik pesan.`)
        ? showHere(turn)
        : undefined;
    default:
      return identityResult(turn);
  }
}

/** Fresh facts: the flow goes on where it asked for them. */
function accountRead(turn: Turn): undefined {
  const { state, event, step } = turn;
  if (event.kind !== 'account' || state.phase !== 'flow' || state.level === 0) return;
  state.facts = event.facts;
  if (step?.kind === 'account') return enterStep(turn, step.next);
  if (state.flow?.step === turn.flow?.first && state.flow?.behind.length === 0)
    enterStep(turn, state.flow?.step ?? '');
}

function said(turn: Turn, text: string): undefined {
  const { state } = turn;
  const command = commandIn(text);
  if (command) return obey(turn, command);
  if (state.phase === 'person') return;
  if (state.phase === 'menu') return understand(turn, text);
  if (state.flow && !turn.flow) return endFlow(turn, 'Layanan ini berubah. Ketik MENU untuk mulai lagi.');
  if (state.phase === 'flow') {
    if (typedInStep(turn, text) || changeOfMind(turn, text)) return;
    if (miss(turn, misfit(turn, text))) askAgain(turn);
    return;
  }
  if (!/\d/.test(text) && changeOfMind(turn, text)) return;
  identityAnswer(turn, text);
}

/** A clear wish for something else leaves what runs. */
function changeOfMind(turn: Turn, text: string): boolean {
  const { intent, confidence } = classify(text);
  if (confidence < 0.6) return false;
  if (intent === 'human') {
    handOver(turn, 'asked');
    return true;
  }
  const wanted = flowOfIntent[intent];
  if (!wanted || wanted === turn.state.flow?.id) return false;
  turn.say('Baik, kita ganti.');
  beginFlow(turn, wanted);
  return true;
}

/** Free text at the menu. */
function understand(turn: Turn, text: string): undefined {
  const { state } = turn;
  const { intent, confidence, runnerUp } = classify(text);
  if (confidence >= confidenceThreshold) {
    const wanted = flowOfIntent[intent];
    if (wanted) return beginFlow(turn, wanted);
    if (intent === 'human') return handOver(turn, 'asked');
    if (intent === 'greeting') {
      state.misses = 0;
      return showMenu(
        turn,
        'Selamat datang di PANDAWA BPJS Kesehatan Cabang Denpasar. Pilih layanan, atau ketik keperluan Anda.',
      );
    }
    if (intent === 'thanks') {
      state.misses = 0;
      return turn.say('Sama-sama. Sehat selalu.');
    }
  }
  const guesses = [...new Set([flowOfIntent[intent], flowOfIntent[runnerUp]])].filter(
    (id) => id !== undefined,
  );
  if (!miss(turn, '')) return;
  showMenu(
    turn,
    guesses.length > 0
      ? 'Kami belum yakin maksud Anda. Apakah salah satu ini?'
      : 'Kami melayani hal JKN. Pilih layanan, atau ketik keperluan Anda dengan kata lain.',
    guesses,
  );
}

function chose(turn: Turn, choice: string, title: string): undefined {
  const { state } = turn;
  const [kind, rest = ''] = choice.split(/\.(.*)/s);
  if (kind === 'word') return obey(turn, rest as Command);
  if (kind === 'rate' && /^[123]$/.test(rest)) {
    turn.emit({ kind: 'rate', score: Number(rest) });
    return turn.say('Terima kasih atas penilaian Anda.');
  }
  if (state.phase === 'person') return;
  if (kind === 'menu' && rest in branches) {
    if (rest === 'pengaduan') return beginFlow(turn, 'complaint');
    endFlow(turn, '');
    return showBranch(turn, rest as Branch);
  }
  if (kind === 'begin' && turn.flows.some(({ id }) => id === rest)) return beginFlow(turn, rest);
  if (state.phase === 'flow' && choseInStep(turn, choice)) return;
  if (state.phase === 'flow' && turn.step) {
    turn.say('Tombol itu dari pertanyaan sebelumnya.');
    return askAgain(turn);
  }
  // A button of a template or of long ago: its words say what is wanted.
  said(turn, title || choice);
}

function obey(turn: Turn, command: Command): undefined {
  const { state } = turn;
  switch (command) {
    case 'menu':
      endFlow(turn, '');
      return showMenu(
        turn,
        'PANDAWA BPJS Kesehatan Cabang Denpasar. Pilih layanan, atau ketik keperluan Anda.',
      );
    case 'cancel':
      if (state.phase === 'menu' || state.phase === 'person') return;
      return endFlow(turn, 'Baik, dibatalkan. Tidak ada yang diubah. Ketik MENU untuk layanan lain.');
    case 'back':
      if (state.phase === 'flow') return stepBack(turn);
      if (state.phase === 'person') return;
      return endFlow(
        turn,
        state.phase === 'menu'
          ? 'Ketik MENU untuk layanan.'
          : 'Baik, dibatalkan. Ketik MENU untuk layanan lain.',
      );
    case 'help':
      if (state.phase === 'person') return;
      turn.say(
        'Ketik keperluan Anda dengan kata biasa. MENU: mulai lagi. KEMBALI: pertanyaan sebelumnya. BATAL: berhenti. PETUGAS: bicara dengan orang. STOP: tidak dikirimi pesan.',
      );
      return showHere(turn);
    case 'person':
      if (state.phase === 'person') return;
      return handOver(turn, 'asked');
    case 'stop':
      return beginFlow(turn, 'opt-out');
    default:
  }
}

/** Says again what is being waited for. */
function showHere(turn: Turn): undefined {
  const { phase } = turn.state;
  if (phase === 'flow') return askAgain(turn);
  if (phase === 'menu') return showMenu(turn, 'Pilih layanan, atau ketik keperluan Anda.');
  if (phase === 'number') turn.say('Ketik NIK (16 angka) atau nomor kartu (13 angka).');
  if (phase === 'birth') turn.say('Ketik tanggal lahir. Contoh: 17-08-1990.');
  if (phase === 'code') turn.say('Ketik kode 6 angka.');
}
