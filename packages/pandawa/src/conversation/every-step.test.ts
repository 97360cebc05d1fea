import { describe, expect, test } from 'vitest';
import { allFlows, flowOf } from '../flows/all-flows.ts';
import { BORN, Chat, covered, lapsed, NIK, owing, photo } from '../testing/chat.ts';

/** People whose talks take different turns. */
const people = [
  owing,
  covered,
  lapsed,
  { ...owing, rehab: null, rehabPlan: { paid: 1, stages: 4, nextDue: '2026-03-31' } },
  { ...covered, facilityChangedOn: '2026-01-05', classChosenOn: '2026-01-01' },
  { ...covered, segment: 'PPU_BU' },
  { ...lapsed, segment: 'PPU_BU', reason: 'EMPLOYMENT_ENDED', until: null },
  { ...lapsed, reason: 'CHILD_OVER_AGE' },
  { ...lapsed, segment: 'PPU_BU', reason: 'PAYER_ARREARS' },
  { ...lapsed, until: '2026-01-31' },
  { ...lapsed, segment: 'PBPU_PEMDA', reason: 'PEMDA_REMOVED' },
  { ...lapsed, segment: 'PBPU', reason: 'AWAITING_FIRST_PAYMENT' },
] as (typeof owing)[];

const openings = [...new Set(allFlows.map(({ id }) => id))];
/** One that fits each kind of question. */
const answers = ['2', '01-02-2026', '081234567890', 'Puskesmas Contoh Denpasar Barat', NIK, BORN, '123456'];

/** Where a talk stands, as far as what can be said next depends on it. */
function placeOf({ conversation: { phase, flow, level } }: Chat): string {
  return `${flow?.id ?? ''}.${flow?.step ?? ''} ${phase} ${level} ${flow?.files.length ?? 0}`;
}

/** Every place a talk of that person can come to, by pressing and typing whatever fits; and every step gone through. */
function explored(facts: typeof owing) {
  const places = new Map<string, Chat>();
  const steps = new Set<string>();
  const waiting: Chat[] = [];
  const come = (chat: Chat) => {
    const place = placeOf(chat);
    if (!chat.conversation.flow || places.has(place)) return;
    places.set(place, chat);
    waiting.push(chat);
  };
  for (const id of openings) {
    const chat = new Chat(facts);
    chat.event({ kind: 'chose', choice: `begin.${id}`, title: id });
    come(chat);
  }
  for (let chat = waiting.pop(); chat; chat = waiting.pop()) {
    const { flow } = chat.conversation;
    if (flow) steps.add(`${flow.id}.${flow.step}`);
    for (const choice of chat.choices) {
      const next = chat.fork();
      next.event({ kind: 'chose', choice: choice.id, title: choice.title });
      come(next);
    }
    for (const text of answers) {
      const next = chat.fork();
      next.say(text);
      come(next);
    }
    const next = chat.fork();
    next.event({ kind: 'sent-file', file: photo });
    come(next);
  }
  return { places, steps };
}

const all = people.map(explored);
const places = new Map(all.flatMap(({ places: found }) => [...found]));

test('every question of every flow is come to', () => {
  const asked = openings.flatMap((id) =>
    Object.entries(flowOf(allFlows, id)?.steps ?? {}).flatMap(([step, { kind }]) =>
      kind === 'choose' || kind === 'ask' || kind === 'files' ? [`${id}.${step}`] : [],
    ),
  );
  const reached = new Set(all.flatMap(({ steps }) => [...steps]));
  expect(asked.filter((step) => !reached.has(step))).toEqual([]);
  expect(places.size).toBeGreaterThan(100);
});

describe.each([...new Set([...places.keys()].map((place) => place.split('.')[0] ?? ''))])('%s', (id) => {
  const ofFlow = [...places].filter(([place]) => place.startsWith(`${id}.`));
  const each = (look: (chat: Chat, place: string) => void) => {
    expect(ofFlow.length).toBeGreaterThan(0);
    for (const [place, chat] of ofFlow) look(chat.fork(), place);
  };

  test('cancelled at any point: nothing is recorded', () =>
    each((chat, place) => {
      chat.say('batal');
      expect([place, chat.conversation.phase, chat.conversation.flow]).toEqual([place, 'menu', null]);
      expect(chat.effects.filter(({ kind }) => kind === 'record')).toEqual([]);
    }));

  test('left alone at any point it expires, with the proof of identity', () =>
    each((chat, place) => {
      chat.wait(31).event({ kind: 'clock' });
      expect([place, chat.conversation.phase, chat.conversation.level]).toEqual([place, 'menu', 0]);
      expect(chat.last).toContain('ditutup karena 30 menit');
    }));

  test('what does not fit three times brings a person, or closes the proof', () =>
    each((chat, place) => {
      for (let i = 0; i < 3; i++) chat.say('x');
      expect([place, chat.conversation.phase]).toEqual([place, 'person']);
      expect(chat.effects.filter(({ kind }) => kind === 'record')).toEqual([]);
    }));

  test('a change of mind at any point begins the other thing', () =>
    each((chat, place) => {
      // Where words of one's own are asked for they are the answer; the menu is the way over.
      const free = isFree(chat);
      chat.say(...(free ? ['menu'] : []), id === 'complaint' ? 'mau ganti faskes' : 'saya mau komplain');
      const wanted = id === 'complaint' ? 'facility' : 'complaint';
      expect([place, chat.conversation.flow?.id]).toEqual([place, wanted]);
    }));

  test('a person on request at any point', () =>
    each((chat, place) => {
      chat.say('petugas');
      expect([place, chat.conversation.phase]).toEqual([place, 'person']);
      chat.say('menu');
      expect(chat.conversation.phase).toBe('menu');
    }));

  test('a person of the branch takes over at any point and hands back', () =>
    each((chat, place) => {
      chat.event({ kind: 'taken-over' });
      const quiet = chat.effects.length;
      chat.say('halo', '2');
      expect([place, chat.effects.length]).toEqual([place, quiet]);
      chat.event({ kind: 'handed-back' });
      expect(chat.conversation.phase).toBe('menu');
    }));

  test('back, at any point, never loses the talk without saying so', () =>
    each((chat, place) => {
      chat.say('kembali');
      expect([place, chat.effects.some(({ kind }) => kind === 'say')]).toEqual([place, true]);
    }));
});

/** Whether words of one's own are asked for. */
function isFree(chat: Chat): boolean {
  const { flow, phase } = chat.conversation;
  const step =
    flow && phase === 'flow' ? flowOf(allFlows, flow.id, flow.version)?.steps[flow.step] : undefined;
  return step?.kind === 'ask' && (step.check === 'text' || step.check === 'facility');
}
