import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageLimits } from '../message/message.ts';
import { BORN, Chat, covered, lapsed, NIK, owing, photo } from '../testing/chat.ts';
import { advance } from './advance.ts';

const texts = [
  'halo',
  'mau daftar bpjs',
  'tambah istri',
  'bayi baru lahir',
  'pindah segmen',
  'nama salah',
  'turun kelas',
  'ganti faskes',
  'bapak saya meninggal',
  'data ganda',
  'aktifkan bpjs',
  'tagihan berapa',
  'tunggakan berapa',
  'ikut rehab',
  'nomor va',
  'sudah bayar belum masuk',
  'komplain',
  'stop',
  'menu',
  'batal',
  'kembali',
  'bantuan',
  'petugas',
  'ya',
  'tidak',
  '1',
  '2',
  '3',
  '4',
  NIK,
  BORN,
  '123456',
  '000000',
  '01-01-1991',
  'Ni Luh Contoh',
  '08123456789',
  'x',
  '',
  'hmm apa ya',
  '17 ags 2026',
  'terima kasih',
];

const moves = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...texts).map((text) => ({ kind: 'said', text }) as const) },
  { weight: 6, arbitrary: fc.nat(9).map((nth) => ({ kind: 'press', nth }) as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'identify' } as const) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(photo, { ...photo, bytes: 5 })
      .map((file) => ({ kind: 'sent-file', file }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'sent-other', what: 'pesan suara' } as const) },
  { weight: 1, arbitrary: fc.nat(90).map((minutes) => ({ kind: 'wait', minutes }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'handed-back' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'taken-over' } as const) },
  {
    weight: 1,
    arbitrary: fc
      .boolean()
      .map((endsTalk) => ({ kind: 'closed', text: 'Selesai diproses.', endsTalk }) as const),
  },
);

function move(chat: Chat, one: typeof moves extends fc.Arbitrary<infer Move> ? Move : never): void {
  if (one.kind === 'press') {
    const choice = chat.choices[one.nth % Math.max(1, chat.choices.length)];
    if (choice) chat.event({ kind: 'chose', choice: choice.id, title: choice.title });
  } else if (one.kind === 'identify') chat.identify();
  else if (one.kind === 'wait') chat.wait(one.minutes).event({ kind: 'clock' });
  else chat.event(one);
}

const people = fc.constantFrom(
  owing,
  covered,
  lapsed,
  { ...lapsed, segment: 'PPU_BU', reason: 'EMPLOYMENT_ENDED' } as const,
  {
    ...lapsed,
    reason: 'CHILD_OVER_AGE',
  } as const,
);

test('from every reachable state there is a way out, messages fit, and nothing happens twice', () => {
  fc.assert(
    fc.property(people, fc.array(moves, { maxLength: 25 }), (facts, steps) => {
      const chat = new Chat(facts);
      for (const step of steps) {
        move(chat, step);
        const { conversation } = chat;
        // What was said last comes again, out of order.
        for (const event of chat.events.slice(-4).reverse()) {
          const again = advance(conversation, event);
          expect(again.effects).toEqual([]);
          expect(again.conversation).toBe(conversation);
        }
        const at = new Date(chat.now + 1000).toISOString();
        const menu = advance(conversation, { id: 'way-out', at, kind: 'said', text: 'menu' });
        expect(menu.conversation).toMatchObject({ phase: 'menu', flow: null, number: null });
        expect(menu.effects.map(({ kind }) => kind)).toEqual(['say']);
        const person = advance(conversation, { id: 'way-out', at, kind: 'said', text: 'petugas' });
        expect(person.conversation.phase).toBe('person');
        const waits = conversation.phase !== 'menu' && conversation.phase !== 'person';
        expect(waits === (conversation.flow !== null)).toBe(true);
        if (conversation.phase !== 'birth') expect(conversation.number).toBeNull();
        if (conversation.level === 0) expect(conversation.facts).toBeNull();
      }
      for (const effect of chat.effects) {
        if (effect.kind !== 'say') continue;
        const { message } = effect;
        expect(message.body.length).toBeGreaterThan(0);
        expect(message.body.length).toBeLessThanOrEqual(messageLimits.text);
        if (message.kind === 'text') continue;
        const most = message.kind === 'buttons' ? messageLimits.buttonTitle : messageLimits.rowTitle;
        expect(message.choices.length).toBeLessThanOrEqual(message.kind === 'buttons' ? 3 : 10);
        expect(new Set(message.choices.map(({ id }) => id)).size).toBe(message.choices.length);
        for (const { title, description = '', id } of message.choices) {
          expect(title.length).toBeLessThanOrEqual(most);
          expect(description.length).toBeLessThanOrEqual(messageLimits.rowDescription);
          expect(id.length).toBeLessThanOrEqual(200);
        }
      }
      expect(new Set(chat.effects.map(({ id }) => id)).size).toBe(chat.effects.length);
      const settled = chat.conversation;
      for (const event of chat.events.slice(-40)) {
        const again = advance(settled, event);
        expect(again.effects).toEqual([]);
        expect(again.conversation).toBe(settled);
      }
    }),
    { numRuns: 300 },
  );
});

test('nobody who has not proven to be the member hears of money, name or card', () => {
  const strangers = moves.filter((one) => one.kind !== 'identify');
  fc.assert(
    fc.property(fc.array(strangers, { maxLength: 25 }), (steps) => {
      const chat = new Chat(owing);
      for (const step of steps) {
        if (step.kind === 'said' && step.text === BORN) continue;
        move(chat, step);
      }
      expect(chat.said.join('\n')).not.toMatch(/315\.000|350\.000|113\.750|Wayan|berakhiran|88888/);
    }),
    { numRuns: 150 },
  );
});
