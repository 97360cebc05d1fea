import { expect, test } from 'vitest';
import { noHash, type SealedEntry } from './audit-hash.ts';
import { chainLinks } from './chain-links.ts';

const entry = (id: string): SealedEntry => ({
  id,
  at: '1790000000000000',
  username: 'petugas',
  role: null,
  area: null,
  purpose: null,
  action: 'person.read',
  subject_kind: null,
  subject_key: null,
  detail: null,
  outcome: 'done',
  request_id: null,
  address: null,
});
const on = (day: string) => ({ day, now: '1790000000000000' });
const places = (links: ReturnType<typeof chainLinks>) => links.map(({ day, seq }) => `${day}/${seq}`);

test('a day counts from one and carries the last hash of the day before', () => {
  const first = chainLinks(undefined, [entry('1'), entry('2')], on('2026-11-21'));
  expect(places(first)).toEqual(['2026-11-21/1', '2026-11-21/2']);
  expect(first[0]?.previousHash).toEqual(noHash);
  const second = chainLinks(first.at(-1), [entry('3'), entry('4')], on('2026-11-22'));
  expect(places(second)).toEqual(['2026-11-22/1', '2026-11-22/2']);
  expect(second[0]?.previousHash).toEqual(first[1]?.hash);
});

test('a clock that was set back goes on with the later day', () => {
  const [last] = chainLinks(undefined, [entry('1')], on('2026-11-22'));
  expect(places(chainLinks(last, [entry('2')], on('2026-11-21')))).toEqual(['2026-11-22/2']);
});

test('the same entry has another hash in another place', () => {
  const [a] = chainLinks(undefined, [entry('1')], on('2026-11-21'));
  const [b] = chainLinks(undefined, [entry('1')], on('2026-11-22'));
  const [, c] = chainLinks(undefined, [entry('1'), entry('1')], on('2026-11-21'));
  expect(new Set([a, b, c].map((link) => link?.hash.toString('hex'))).size).toBe(3);
});
