import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteParts, countRows, rowParts } from './row-parts.ts';

async function* chunksOf(text: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield text.subarray(at, at + size);
    at += size;
  }
}

async function all(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const list: Buffer[] = [];
  for await (const part of parts) list.push(part);
  return list;
}

const rows = fc.array(fc.string({ maxLength: 30 }).map((row) => `${row.replaceAll('\n', '')}\n`));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });

test('parts put together are the rows, and no part ends inside a row', async () => {
  await fc.assert(
    fc.asyncProperty(rows, sizes, fc.integer({ min: 1, max: 100 }), async (lines, cuts, size) => {
      const text = Buffer.from(lines.join(''));
      const parts = await all(rowParts(chunksOf(text, cuts), size));
      expect(Buffer.concat(parts).equals(text)).toBe(true);
      for (const part of parts) expect(part.at(-1)).toBe(0x0a);
      expect(parts.map(countRows).reduce((a, b) => a + b, 0)).toBe(lines.length);
    }),
  );
});

test('a file comes back byte for byte from its parts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), sizes, fc.integer({ min: 1, max: 50 }), async (bytes, cuts, size) => {
      const parts = await all(byteParts(chunksOf(Buffer.from(bytes), cuts), size));
      expect(Buffer.concat(parts).equals(Buffer.from(bytes))).toBe(true);
    }),
  );
});
