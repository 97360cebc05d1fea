import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { GrowsTooLarge, growthLimit } from '../csv/growth-limit.ts';
import { Workbook } from './read-workbook.ts';
import { unpackedSize } from './unpacked-size.ts';

const zeros = 'NOL '.repeat(8000);
const book = () =>
  writeXlsx({ sheets: [{ name: 'S', rows: Array.from({ length: 500 }, (_, i) => [`${zeros}${i}`]) }] });

test('what a workbook unpacks to is counted, whatever its directory says, and no further than asked', async () => {
  const bytes = Buffer.from(await book());
  const size = (await unpackedSize(bytes, 2 ** 30)) as number;
  expect(size).toBeGreaterThan(500 * zeros.length);
  expect(size).toBeGreaterThan(50 * bytes.length);
  // A directory that lies about sizes.
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    bytes.writeUInt32LE(1, at + 24);
  expect(await unpackedSize(bytes, 2 ** 30)).toBe(size);
  const most = 1_000_000;
  const stopped = (await unpackedSize(bytes, most)) as number;
  expect(stopped).toBeGreaterThan(most);
  expect(stopped).toBeLessThan(size / 2);
  expect(await unpackedSize(Buffer.from('PK nothing'), most)).toBeUndefined();
});

test('a workbook with a directory that cannot be followed is refused before it is unpacked', async () => {
  const bytes = Buffer.from(await book());
  // As archives beyond 4 GB have it: the place of the directory stands elsewhere.
  bytes.writeUInt32LE(0xffffffff, bytes.lastIndexOf('PK\u0005\u0006') + 16);
  const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-zip-'));
  try {
    const file = path.join(folder, 'buku.xlsx');
    await writeFile(file, bytes);
    await expect(Workbook.open(file)).rejects.toMatchObject({ code: 'damaged-spreadsheet' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what is unpacked is passed on up to a hundred times its size', async () => {
  const through = (size: number, packed: number) =>
    buffer(Readable.from([Buffer.alloc(size)]).pipe(growthLimit(packed, 1000)));
  expect((await through(5000, 50)).length).toBe(5000);
  await expect(through(5001, 50)).rejects.toThrow(GrowsTooLarge);
  expect((await through(1000, 1)).length).toBe(1000);
});
