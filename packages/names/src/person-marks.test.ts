import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { nameMark, PersonMarks } from './person-marks.ts';

const hash = async (text: string) => new Uint8Array(createHash('sha256').update(`salt ${text}`).digest());

test('who is among them is recognised, and hardly anybody else', async () => {
  const inside = Array.from({ length: 7000 }, (_, i) => `in ${i}`);
  const joined = await PersonMarks.join(inside, hash);
  expect(joined.length).toBeLessThanOrEqual(21_000);
  const marks = new PersonMarks(joined);
  for (const text of inside) expect(await marks.has(text, hash)).toBe(true);
  let strangers = 0;
  for (let i = 0; i < 20_000; i++) if (await marks.has(`out ${i}`, hash)) strangers++;
  expect(strangers).toBeLessThan(40);
});

test('the fingerprint of a name does not depend on its spelling, but on the birth date', () => {
  const one = nameMark('I WAYAN SUDIARTA', '1980-01-02');
  expect(nameMark('Wayan Soediartha', '1980-01-02')).toBe(one);
  expect(nameMark('I WAYAN SUDIARTA', '1980-01-03')).not.toBe(one);
  expect(nameMark('I WAYAN', '1980-01-02')).toBeUndefined();
  expect(nameMark('SUDIARTA', null)).toBeUndefined();
});
