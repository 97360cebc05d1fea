import { expect, test } from 'vitest';
import { Chat, covered, photo } from '../testing/chat.ts';
import { allFlows } from './all-flows.ts';

const lately = { ...covered, facilityChangedOn: '2026-01-01' };

test('three months are kept: the answer says from which day', () => {
  const chat = new Chat(lately);
  chat.say('ganti faskes');
  chat.identify();
  expect(chat.last).toContain('mulai 1 April 2026');
  const refused = chat.press('Tidak ada');
  expect(refused).toContain('ajukan lagi mulai 1 April 2026');
  expect(refused).toContain('Ketik MENU');
  expect(chat.effects.some(({ kind }) => kind === 'record')).toBe(false);
});

test('an allowed exception goes on with its letter', () => {
  const chat = new Chat(lately);
  chat.say('ganti faskes');
  chat.identify();
  chat.press('Pindah rumah');
  chat.press('Lanjut');
  chat.say('Puskesmas Contoh, Denpasar Barat');
  expect(chat.press('Saya saja')).toContain('Surat keterangan domisili');
  chat.event({ kind: 'sent-file', file: photo });
  chat.press('Kirim');
  expect(chat.effects.find(({ kind }) => kind === 'record')).toMatchObject({
    service: 'G',
    answers: { exception: 'moved', whom: 'me' },
    files: [{ document: 'Surat keterangan domisili' }],
  });
});

test('on the first day it is possible nothing is asked for; a talk that runs ends on its own version', () => {
  const chat = new Chat({ ...covered, facilityChangedOn: '2025-11-10' });
  chat.say('ganti faskes');
  chat.identify();
  expect(chat.last).toContain('sekali dalam 3 bulan');
  expect(chat.conversation.flow?.version).toBe(2);
  expect(allFlows.filter(({ id }) => id === 'facility').map(({ version }) => version)).toEqual([1, 2]);
});
