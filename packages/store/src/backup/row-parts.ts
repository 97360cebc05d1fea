/** Raw bytes of a part before compression. */
const partBytes = 8 * 1024 ** 2;
const newline = 0x0a;

/**
 * Cuts COPY text into parts of whole rows: COPY writes a line break inside a value as \n, so the byte 0x0A
 * ends a row and nothing else.
 */
export async function* rowParts(
  stream: AsyncIterable<Buffer>,
  size: number = partBytes,
): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(newline) + 1;
    if (bytes + chunk.length < size || end === 0) {
      held.push(chunk);
      bytes += chunk.length;
      continue;
    }
    yield Buffer.concat([...held, chunk.subarray(0, end)]);
    held = end < chunk.length ? [chunk.subarray(end)] : [];
    bytes = chunk.length - end;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

/** Cuts a stream into parts of this many bytes, wherever that falls; an empty one is one empty part. */
export async function* byteParts(
  stream: AsyncIterable<Buffer>,
  size: number = partBytes,
): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  let parts = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < size) continue;
    yield Buffer.concat(held);
    parts++;
    held = [];
    bytes = 0;
  }
  if (bytes > 0 || parts === 0) yield Buffer.concat(held);
}

/** Rows in a part of COPY text. */
export function countRows(part: Buffer): number {
  let rows = 0;
  for (let at = part.indexOf(newline); at !== -1; at = part.indexOf(newline, at + 1)) rows++;
  return rows;
}
