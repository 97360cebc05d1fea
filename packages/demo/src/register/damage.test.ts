import { expect, test } from 'vitest';
import { Random } from '../chance/random.ts';
import { damageName, placeholderName } from './name-damage.ts';
import { joinOrSplit, type NameChange, oldSpelling, sanskritSpelling } from './spelling-damage.ts';
import {
  academicTitle,
  dropMarker,
  dropOrder,
  fewerWords,
  muslimSpelling,
  nickname,
  shortenOrder,
  shortenTitle,
  swapOrders,
  truncate,
} from './word-damage.ts';

/** All results of a rule over many draws. */
function results(rule: NameChange, name: string): Set<string> {
  const random = new Random(1);
  return new Set(Array.from({ length: 400 }, () => rule(name, random)));
}

test.each<[string, NameChange, string, string[]]>([
  ['1 spelling eras', oldSpelling, 'I Wayan Sudjana', ['I Wayan Soedjana', 'I Wajan Sudjana']],
  ['2 Sanskrit letters', sanskritSpelling, 'I Made Dharma', ['I Made Darma']],
  ['4 joined', joinOrSplit, 'I Wayan Sudiarta', ['IWayan Sudiarta', 'I Wayansudiarta']],
  ['4 split', joinOrSplit, 'Ni Made Puspadewi', ['Ni Made Puspa Dewi', 'NiMade Puspadewi']],
  ['5 marker dropped', dropMarker, 'I Wayan Sudiarta', ['Wayan Sudiarta']],
  ['5 order dropped', dropOrder, 'Ni Ketut Suartini', ['Ni Suartini']],
  ['5 orders swapped', swapOrders, 'Ni Luh Putu Sari', ['Ni Putu Luh Sari']],
  ['5 order shortened', shortenOrder, 'I Nyoman Yasa', ['I Nym Yasa', 'I Ny Yasa', 'I Njoman Yasa']],
  ['5 title to initials', shortenTitle, 'I Gusti Ayu Putu Dewi', ['IGA Putu Dewi', 'I Gst Ayu Putu Dewi']],
  ['6 dots', shortenTitle, 'Anak Agung Gede Oka', ['A.A. Gede Oka', 'AA Gede Oka', 'A A Gede Oka']],
  ['6 degree dropped', academicTitle, 'I Made Yasa, S.H.', ['I Made Yasa']],
  [
    '7 truncated',
    truncate,
    'I Gusti Ngurah Agung Bagus Pradnyana',
    ['I Gusti Ngurah Agung', 'I Gusti Ngurah Agung Bagu'],
  ],
  ['8 Muhammad', muslimSpelling, 'Muhammad Rizki', ['Moh Rizki', 'Mohammad Rizki', 'M. Rizki', 'Muh Rizki']],
  ['8 bin', muslimSpelling, 'Umar Bin Yusuf', ['Umar Yusuf']],
  ['9 one word', fewerWords, 'I Wayan Sudiarta', ['Sudiarta']],
  ['11 nickname', nickname, 'Ida Ayu Putu Laksmi', ['Dayu Laksmi']],
])('rule %s', (_, rule, name, expected) => {
  const seen = results(rule, name);
  for (const result of expected) expect([...seen]).toContain(result);
});

test('a rule that does not apply leaves the name alone', () => {
  for (const rule of [dropMarker, swapOrders, shortenTitle, muslimSpelling, truncate]) {
    expect(results(rule, 'Budi Santoso')).toEqual(new Set(['Budi Santoso']));
  }
  // in front of a title, I is not a marker that can go
  expect(results(shortenOrder, 'Slamet Riyadi')).toEqual(new Set(['Slamet Riyadi']));
});

test('damage changes the name, and the same seed in the same way', () => {
  const once = (seed: number) => damageName('Ni Luh Putu Eka Widiantari', 1, new Random(seed));
  const seen = new Set(Array.from({ length: 300 }, (_, seed) => once(seed)));
  expect(seen.has('Ni Luh Putu Eka Widiantari')).toBe(false);
  expect(seen.size).toBeGreaterThan(60);
  expect(once(5)).toBe(once(5));
});

test('rule 10: a newborn stands under the name of the mother', () => {
  const random = new Random(2);
  for (let i = 0; i < 50; i++) {
    expect(placeholderName('Ni Wayan Sari', random)).toMatch(/^(Bayi|By)\.? (Nyonya|Ny\.?) \S/);
  }
});
