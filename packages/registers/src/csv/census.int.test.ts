import { afterAll, expect, test } from 'vitest';
import { TempFolder } from '../test-files/temp-folder.ts';
import { census } from './census.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());
const count = (content: string | Uint8Array) => census(folder.write('c.csv', content));

test('filled and blank lines, with and without a line end at the end', async () => {
  expect(await count('a\n\nb\r\n\r\n\nc')).toMatchObject({
    lines: 6,
    filledLines: 3,
    blankLines: [2, 4, 5],
    endsWithLineEnd: false,
  });
  expect(await count('a\nb\n')).toMatchObject({
    lines: 2,
    filledLines: 2,
    blankLines: [],
    endsWithLineEnd: true,
  });
});

test('zero bytes, odd spaces and encoding', async () => {
  expect(await count('a,b\n')).toMatchObject({ zeros: false, oddSpaces: false, utf8: true });
  expect(await count('a\t\0\n')).toMatchObject({ zeros: true, oddSpaces: true });
  expect(await count('a\u00a0b')).toMatchObject({ oddSpaces: true, utf8: true });
  expect(await count(Buffer.from('a\xe9b', 'latin1'))).toMatchObject({ utf8: false });
});

test('characters and lines across the pieces a file is read in', async () => {
  for (const shift of [0, 1, 2, 3]) {
    const content = `${'x'.repeat((1 << 20) - 2 + shift)}€\r\n${'€'.repeat(400_000)}\n`;
    expect(await count(content)).toMatchObject({ utf8: true, lines: 2, filledLines: 2 });
  }
  expect(await count(Buffer.from([...Buffer.from('abc'), 0xe2, 0x82]))).toMatchObject({ utf8: false });
});
