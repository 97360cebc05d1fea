import { expect, test } from 'vitest';
import { foldBreach } from '../breach/breach.ts';
import { foldRequest } from '../requests/subject-request.ts';
import { breachLetter } from './breach-letters.ts';
import { type Issue, letterNumber, letterYear } from './letter.ts';
import { requestLetter } from './request-letter.ts';

const head = {
  organisation: 'BPJS Kesehatan',
  office: 'Kantor Cabang Contoh',
  address: null,
  place: 'Denpasar',
  signatory: 'Kepala Cabang',
  contact: 'loket pelindungan data',
};
const issue: Issue = {
  head,
  number: '0001/PDP/XI/2026',
  at: '2026-11-21T17:00:00Z',
  timeZone: 'Asia/Makassar',
};
const state = foldBreach([
  {
    type: 'assessed',
    at: issue.at,
    by: 'pdp',
    dataKinds: ['identity', 'finance'],
    people: [{ area: '51.71.01.1001', people: 1234 }],
    cause: 'Salah kirim.',
    consequences: 'Penipuan lewat telepon.',
    disturbsPublic: true,
  },
  { type: 'remedied', at: issue.at, by: 'pdp', remedy: 'Tautan dicabut.' },
]);
const breach = {
  number: 3,
  title: 'Daftar terkirim ke alamat yang salah',
  whatHappened: 'Satu daftar terkirim.',
  happenedAt: null,
  knownAt: '2026-11-20T02:05:00Z',
  state,
  areaNames: { '51.71.01.1001': 'Serangan' },
};

test('letters are numbered within the year and the month of the office, not of Greenwich', () => {
  expect(letterNumber(7, '2026-12-31T16:30:00Z', 'Asia/Makassar')).toBe('0007/PDP/I/2027');
  expect(letterYear('2026-12-31T16:30:00Z', 'Asia/Makassar')).toBe(2027);
});

test.each(['authority', 'subjects', 'public'] as const)(
  'the notice to %s says what, when and what was done',
  (audience) => {
    const letter = breachLetter(breach, audience, issue);
    const text = JSON.stringify(letter);
    for (const part of [
      'Pasal 46',
      'Jati diri',
      'keuangan',
      '20 November 2026 pukul 10.05',
      'Satu daftar',
      'Tautan dicabut',
    ])
      expect(text).toContain(part);
    expect(letter.date).toBe('22 November 2026');
  },
);

test('only the authority reads counts by area; the public reads round numbers', () => {
  expect(JSON.stringify(breachLetter(breach, 'authority', issue))).toContain('1.234');
  const told = JSON.stringify(breachLetter(breach, 'public', issue));
  expect(told).toContain('1.240');
  expect(told).not.toContain('Serangan');
});

test('a refusal names its grounds with the law; an erasure says what stays', () => {
  const opened = {
    kind: 'erasure' as const,
    receivedAt: '2026-11-20T00:00:00Z',
    dueAt: '2026-11-23T00:00:00Z',
  };
  const request = {
    number: 1,
    kind: opened.kind,
    receivedAt: opened.receivedAt,
    legalBasis: 'UU 27/2022 Pasal 8',
    askedByName: 'NI CONTOH',
    askedByAddress: 'Banjar Contoh',
    wish: 'Hapus data saya.',
    reason: '',
  };
  const refused = foldRequest(opened, [
    { type: 'decided', at: issue.at, by: 'a', decision: 'refused', grounds: ['legal-duty'], reason: '' },
  ]);
  const no = JSON.stringify(requestLetter({ ...request, state: refused }, issue));
  expect(no).toContain('Pasal 20 ayat (2) huruf c');
  const result = {
    done: [{ what: 'Baris', count: 2 }],
    kept: [{ what: 'Jejak audit', legalBasis: 'Pasal 31' }],
  };
  const granted = foldRequest(opened, [
    { type: 'decided', at: issue.at, by: 'a', decision: 'partly', grounds: ['legal-duty'], reason: '' },
    { type: 'carried-out', at: issue.at, by: 'a', result },
  ]);
  expect(JSON.stringify(requestLetter({ ...request, state: granted }, issue))).toContain(
    'Jejak audit (Pasal 31)',
  );
});
