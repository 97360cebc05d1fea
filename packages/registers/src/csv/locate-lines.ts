import { createReadStream } from 'node:fs';
import { markEvery } from './census.ts';
import { type CsvRecord, type Dialect, RecordSplitter } from './record-splitter.ts';

/**
 * The given lines of a file (1-based, ascending), each split as one record. With the `marks` of a census only
 * the parts of the file that hold them are read.
 */
export async function* locateLines(
  path: string,
  dialect: Dialect,
  wanted: readonly number[],
  signal?: AbortSignal,
  marks: readonly number[] = [0],
): AsyncGenerator<CsvRecord> {
  for (let from = 0; from < wanted.length; ) {
    const mark = Math.min(Math.floor(((wanted[from] as number) - 1) / markEvery), marks.length - 1);
    const next = marks[mark + 1];
    let to = from + 1;
    while (to < wanted.length && (next === undefined || (wanted[to] as number) <= (mark + 1) * markEvery))
      to++;
    const part = {
      start: marks[mark] as number,
      end: next === undefined ? Number.POSITIVE_INFINITY : next - 1,
    };
    yield* linesOfPart(path, dialect, wanted.slice(from, to), mark * markEvery + 1, part, signal);
    from = to;
  }
}

/** The given lines within a part of the file that begins with line `line`. */
async function* linesOfPart(
  path: string,
  dialect: Dialect,
  wanted: readonly number[],
  line: number,
  part: { start: number; end: number },
  signal?: AbortSignal,
): AsyncGenerator<CsvRecord> {
  let at = line;
  let next = 0;
  let begun = '';
  const take = (bytes: string): CsvRecord => {
    const splitter = new RecordSplitter(dialect);
    const [record] = [...splitter.push(bytes), ...splitter.end()];
    return { ...(record ?? { lines: 1, fields: [], raw: '' }), line: at };
  };
  for await (const piece of createReadStream(path, { ...part, highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted();
    const chunk = piece as Buffer;
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      if (at === wanted[next]) {
        yield take(begun + chunk.toString('latin1', start, end));
        begun = '';
        if (++next === wanted.length) return;
      }
      at++;
      start = end + 1;
    }
    if (at === wanted[next]) begun += chunk.toString('latin1', start);
  }
  if (at === wanted[next]) yield take(begun);
}
