import { afterAll, expect, test } from 'vitest';
import { TempFolder } from '../test-files/temp-folder.ts';
import { census } from './census.ts';
import { locateLines } from './locate-lines.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

test('lines are found with and without marks, across pieces and at the end', async () => {
  const count = 200_000;
  const text = Array.from({ length: count }, (_, i) => `${i + 1},${'x'.repeat(i % 40)}`).join('\n');
  const path = folder.write('lines.csv', text);
  const { marks } = await census(path);
  expect(marks.length).toBe(4);
  const wanted = [1, 2, 65_536, 65_537, 65_538, 131_073, 150_000, 199_999, count];
  for (const given of [marks, undefined]) {
    const found: Array<[number, string | undefined]> = [];
    for await (const record of locateLines(path, { delimiter: ',', lineEnd: '\n' }, wanted, undefined, given))
      found.push([record.line, record.fields[0]]);
    expect(found).toEqual(wanted.map((line) => [line, String(line)]));
  }
});
