import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const ofDirectory = 0x02014b50;
const longestEnd = 22 + 65_535;

/**
 * Bytes the parts of a ZIP archive come to when they are unpacked, counted and not believed; counting stops beyond
 * `most`. Undefined for an archive whose directory cannot be followed.
 */
export async function unpackedSize(archive: Uint8Array, most: number): Promise<number | undefined> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endAt(bytes);
  if (end === undefined) return undefined;
  let total = 0;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && total <= most; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ofDirectory) return undefined;
    const packed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) return undefined;
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = bytes.subarray(from, from + packed);
    total += bytes.readUInt16LE(at + 10) === 0 ? part.length : await inflatedSize(part, most - total);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function endAt(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longestEnd); at--)
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  return undefined;
}

async function inflatedSize(part: Buffer, most: number): Promise<number> {
  let size = 0;
  const out = Readable.from([part]).pipe(createInflateRaw({ chunkSize: 1 << 20 }));
  try {
    for await (const chunk of out) {
      size += (chunk as Buffer).length;
      if (size > most) break;
    }
  } catch {
    // Whoever reads the part says what is wrong with it.
  } finally {
    out.destroy();
  }
  return size;
}
