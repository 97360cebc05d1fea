import { createReadStream } from 'node:fs';
import { type CsvRecord, type Dialect, RecordSplitter } from './record-splitter.ts';

/** All records of a UTF-8 file, a chunk at a time. A byte order mark is dropped. */
export async function* readRecords(
  path: string,
  dialect: Dialect,
  width: number | undefined,
  signal?: AbortSignal,
): AsyncGenerator<CsvRecord[]> {
  const splitter = new RecordSplitter(dialect, width);
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    signal?.throwIfAborted();
    const bytes = chunk as Buffer;
    const mark = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    first = false;
    yield splitter.push(bytes.toString('latin1', mark));
  }
  yield splitter.end();
}
