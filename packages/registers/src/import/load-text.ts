import { createReadStream } from 'node:fs';
import { type Census, census } from '../csv/census.ts';
import { gunzip, transcode } from '../csv/transcode.ts';
import { isWindows1252, tallyUtf8, type Utf8Tally } from '../detect/detect-file.ts';
import type { FileContext, FileOutcome } from './file-context.ts';
import { loadDirect } from './load-direct.ts';
import { loadRewritten } from './load-rewritten.ts';

/** A text file as the loaders take it. */
export interface TextFile {
  /** UTF-8, perhaps with broken lines; the file itself or a converted copy with the same lines. */
  path: string;
  census: Census;
}

/**
 * Loads a delimited text file: straight through DuckDB's reader where that is provably complete, else
 * rewritten row by row.
 * @throws RegisterFileError; the signal's reason when aborted
 */
export async function loadText(context: FileContext): Promise<FileOutcome> {
  const { plan, signal, tempPath, enter } = context;
  let path = plan.file.path;
  if (plan.file.compressed) {
    enter('convert');
    const unpacked = tempPath('unpacked.csv');
    await gunzip(path, unpacked, signal);
    path = unpacked;
  }
  let encoding = plan.file.encoding ?? 'utf-8';
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    const outcome = await loadUtf8(context, path);
    if (outcome) return outcome;
    encoding = 'windows-1252';
  }
  enter('convert');
  const converted = tempPath('converted.csv');
  await transcode(path, converted, encoding, signal);
  // Whatever the count says, converted text is UTF-8.
  const text = { path: converted, census: await census(converted, signal) };
  return (await loadDirect(context, converted, Promise.resolve(text.census))) ?? loadRewritten(context, text);
}

/** Loads a file that looks like UTF-8; undefined, and nothing loaded, when the whole of it turns out to be Windows-1252. */
async function loadUtf8(context: FileContext, path: string): Promise<FileOutcome | undefined> {
  const { signal } = context;
  const counting = census(path, signal).then(async (counted) =>
    counted.utf8 || !(await isOldWindows(path, signal)) ? counted : undefined,
  );
  // Awaited below; a failure before that must not leave it unhandled.
  counting.catch(() => {});
  const outcome = await loadDirect(context, path, counting);
  if (outcome) return outcome;
  const counted = await counting;
  return counted && loadRewritten(context, { path, census: counted });
}

/** True when the whole file reads better as Windows-1252 than as UTF-8. */
async function isOldWindows(path: string, signal?: AbortSignal): Promise<boolean> {
  const tally: Utf8Tally = { sound: 0, broken: 0 };
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted();
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = bytes.lastIndexOf(10) + 1;
    tallyUtf8(bytes.subarray(0, end), tally);
    rest = Buffer.from(bytes.subarray(end));
  }
  tallyUtf8(Buffer.concat([rest, Buffer.from('\n')]), tally);
  return isWindows1252(tally);
}
