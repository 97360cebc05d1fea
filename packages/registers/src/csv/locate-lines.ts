import { createReadStream } from 'node:fs';
import { type CsvRecord, type Dialect, RecordSplitter } from './record-splitter.ts';

/**
 * The given lines of a file (1-based, ascending), each split as one record. Reads no further than the last of
 * them.
 */
export async function* locateLines(
  path: string,
  dialect: Dialect,
  wanted: readonly number[],
  signal?: AbortSignal,
): AsyncGenerator<CsvRecord> {
  let next = 0;
  let line = 1;
  let begun = '';
  const take = (bytes: string): CsvRecord => {
    const splitter = new RecordSplitter(dialect);
    const [record] = [...splitter.push(bytes), ...splitter.end()];
    return { ...(record ?? { lines: 1, fields: [], raw: '' }), line };
  };
  if (wanted.length === 0) return;
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted();
    const chunk = part as Buffer;
    let start = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      if (line === wanted[next]) {
        yield take(begun + chunk.toString('latin1', start, at));
        begun = '';
        if (++next === wanted.length) return;
      }
      line++;
      start = at + 1;
    }
    if (line === wanted[next]) begun += chunk.toString('latin1', start);
  }
  if (line === wanted[next]) yield take(begun);
}
