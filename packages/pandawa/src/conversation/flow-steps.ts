import type { FlowView, Step } from '../flows/flow.ts';
import { checkAnswer, fileProblem } from './answer-checks.ts';
import type { SentFile } from './conversation.ts';
import type { Turn } from './turn.ts';
import { endFlow, handOver, miss } from './ways-out.ts';

/** No flow goes through more steps than this without asking something. */
const MOST_STEPS = 40;

/** Goes to a step and on through those that ask nothing. */
export function enterStep(turn: Turn, first: string): undefined {
  let at = first;
  for (let i = 0; i < MOST_STEPS; i++) {
    if (at === 'end') return endFlow(turn, '');
    turn.set({ step: at });
    turn.state.phase = 'flow';
    const step = turn.step;
    if (!step) return endFlow(turn, 'Layanan ini berubah. Ketik MENU untuk mulai lagi.');
    const next = pass(turn, step);
    if (next === undefined) return;
    at = next;
  }
  handOver(turn, 'not-understood');
}

/** Does what a step does; the next one when it waits for nothing. */
function pass(turn: Turn, step: Step): string | undefined {
  const { state, view } = turn;
  switch (step.kind) {
    case 'route':
      return step.by(view);
    case 'tell':
      turn.say(step.say(view));
      if (step.next === 'end') turn.say('Ketik MENU untuk layanan lain.');
      return step.next;
    case 'opt-out':
      state.optedOut = true;
      turn.emit({ kind: 'opt-out' });
      return step.next;
    case 'person':
      handOver(turn, 'asked');
      return undefined;
    case 'files':
      if (missingDocument(turn, step) === undefined) return step.next;
      askAgain(turn);
      return undefined;
    case 'account':
      turn.emit({
        kind: 'read-account',
        memberId: state.facts?.memberId ?? 0,
        stages: Number(view.answers[step.stagesFrom ?? ''] ?? 0),
      });
      return undefined;
    case 'record':
      record(turn, step.service);
      return undefined;
    default:
      askAgain(turn);
      return undefined;
  }
}

/** A work item is made once for each flow that was begun, however often it is asked for. */
function record(turn: Turn, service: string): undefined {
  const { flow, facts, level } = turn.state;
  if (!flow) return;
  turn.emit(
    {
      kind: 'record',
      service,
      memberId: level >= 1 ? (facts?.memberId ?? null) : null,
      answers: flow.answers,
      files: flow.files,
    },
    `${flow.begun}/record`,
  );
}

/** Says the question of the present step (again). */
export function askAgain(turn: Turn): undefined {
  const { step, view } = turn;
  if (!step) return;
  if (step.kind === 'choose') turn.ask(step.say(view), choicesOf(turn, step, view));
  else if (step.kind === 'ask') turn.say(step.say(view));
  else if (step.kind === 'files') {
    const documents = step.documents(view);
    const wanted = missingDocument(turn, step);
    const nth = documents.indexOf(wanted ?? '') + 1;
    turn.say(`Kirim foto atau PDF: ${wanted} (${nth} dari ${documents.length}). Pastikan terbaca.`);
  } else if (step.kind === 'record') record(turn, step.service);
  else if (step.kind === 'account') pass(turn, step);
}

/** Something typed in a step. False when it did not fit and nothing was said yet. */
export function typedInStep(turn: Turn, text: string): boolean {
  const { step, view } = turn;
  if (step?.kind === 'ask') {
    const checked = checkAnswer(step.check, text, view);
    if ('problem' in checked) return false;
    answer(turn, checked.value);
    enterStep(turn, step.next);
    return true;
  }
  if (step?.kind !== 'choose') return false;
  const options = step.options(view);
  const said = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .trim();
  const found =
    options[Number(/^\d{1,2}$/.exec(said)?.[0] ?? 0) - 1] ??
    options.find(({ title, id }) => title.toLowerCase() === said || id === said) ??
    (yes.has(said) && options.length <= 3 ? options[0] : undefined) ??
    (no.has(said) ? options.find(({ id }) => id === 'no') : undefined) ??
    (said.length >= 4 ? options.find(({ title }) => title.toLowerCase().includes(said)) : undefined);
  if (!found) return false;
  choose(turn, found.id, found.next);
  return true;
}

const yes = new Set('ya iya y ok oke lanjut yes setuju nggih inggih boleh siap mau'.split(' '));
const no = new Set('tidak ga gak nggak enggak tdk no ndak sing ora'.split(' '));

/** What is wrong with something typed that did not fit. */
export function misfit({ step, view }: Turn, text: string): string {
  if (step?.kind === 'ask') {
    const checked = checkAnswer(step.check, text, view);
    return 'problem' in checked ? checked.problem : '';
  }
  if (step?.kind === 'files') return 'Kami menunggu foto atau PDF.';
  return 'Silakan pilih salah satu.';
}

/** A pressed button or row of the present step; false for one of an earlier question. */
export function choseInStep(turn: Turn, choice: string): boolean {
  const { step, view, state } = turn;
  if (step?.kind !== 'choose' || !state.flow) return false;
  const prefix = `${state.flow.id}.${state.flow.version}.${state.flow.step}.`;
  const found = step.options(view).find(({ id }) => `${prefix}${id}` === choice);
  if (!found) return false;
  choose(turn, found.id, found.next);
  return true;
}

function choose(turn: Turn, id: string, next: string): undefined {
  answer(turn, id);
  enterStep(turn, next);
}

function answer(turn: Turn, value: string): undefined {
  const { flow } = turn.state;
  if (!flow) return;
  turn.state.misses = 0;
  turn.set({
    answers: { ...flow.answers, [flow.step]: value },
    behind: [...flow.behind, flow.step].slice(-30),
  });
}

/** A file sent in a step. */
export function fileInStep(turn: Turn, file: SentFile): undefined {
  const { step, state } = turn;
  const wanted = step?.kind === 'files' ? missingDocument(turn, step) : undefined;
  if (step?.kind !== 'files' || wanted === undefined || !state.flow) {
    if (miss(turn, 'Kami belum meminta berkas.')) askAgain(turn);
    return;
  }
  const problem = fileProblem(file);
  if (problem) {
    if (miss(turn, problem)) askAgain(turn);
    return;
  }
  state.misses = 0;
  turn.set({ files: [...state.flow.files, { ...file, document: wanted }] });
  if (missingDocument(turn, step) === undefined) enterStep(turn, step.next);
  else askAgain(turn);
}

/** Goes back to the question before; at the first one it cancels. */
export function stepBack(turn: Turn): undefined {
  const { flow } = turn.state;
  if (!flow) return;
  const before = flow.behind.at(-1);
  if (before === undefined) return endFlow(turn, 'Baik, dibatalkan. Ketik MENU untuk layanan lain.');
  const { [before]: _, ...answers } = flow.answers;
  turn.set({ behind: flow.behind.slice(0, -1), answers, files: [] });
  turn.state.misses = 0;
  enterStep(turn, before);
}

function missingDocument(turn: Turn, step: Extract<Step, { kind: 'files' }>): string | undefined {
  const given = new Set(turn.state.flow?.files.map(({ document }) => document));
  return step.documents(turn.view).find((document) => !given.has(document));
}

function choicesOf(turn: Turn, step: Extract<Step, { kind: 'choose' }>, view: FlowView) {
  const { id, version, step: at } = turn.state.flow ?? { id: '', version: 0, step: '' };
  return step.options(view).map((option) => ({
    id: `${id}.${version}.${at}.${option.id}`,
    title: option.title,
    ...(option.description ? { description: option.description } : {}),
  }));
}
