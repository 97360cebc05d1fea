import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { linkFebrl } from './link-febrl.ts';
import { makePeople } from './people.ts';

test.each([
  { seed: 1, both: 400, alone: 100 },
  { seed: 2, both: 60, alone: 440 },
])('$both people in both files, $alone in one: nearly all found, hardly a wrong link', async (options) => {
  const { links, right, both, expected, alone, expectedAlone } = await linkFebrl(options);
  expect(both).toBe(options.both);
  expect(right / both).toBeGreaterThanOrEqual(0.97);
  expect(right / links).toBeGreaterThanOrEqual(0.99);
  expect(Math.abs(expected / both - 1)).toBeLessThan(0.03);
  expect(Math.abs(expectedAlone - alone)).toBeLessThan(0.03 * both);
});

test('the second file is really typed anew: most people differ in some column', () => {
  const { left, right } = makePeople();
  const before = new Map(left.map((p) => [p.person, p]));
  const untouched = right.filter((p) => {
    const old = before.get(p.person);
    return old && (Object.keys(p) as (keyof typeof p)[]).every((key) => key === 'id' || old[key] === p[key]);
  });
  expect(untouched.length / 400).toBeLessThan(0.5);
});

test('the model is shorter than 40 lines', async () => {
  const lines = (await readFile(new URL('model.ts', import.meta.url), 'utf8')).trimEnd().split('\n');
  expect(lines.length).toBeLessThan(40);
});
