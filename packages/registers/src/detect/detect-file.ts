import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { CsvRecord, Dialect } from '../csv/record-splitter.ts';
import { detectParquet } from '../parquet/detect-parquet.ts';
import { RegisterFileError } from '../register-file-error.ts';
import { detectXlsx } from '../xlsx/detect-xlsx.ts';
import { contentKind, openFile, readAt, utf16Order } from './content-kind.ts';
import { detectDialect, usualWidth } from './detect-dialect.ts';
import { detectHeader } from './detect-header.ts';
import { type DetectedFile, type FileEncoding, fileColumns } from './detected-file.ts';

export type { DetectedFile, FileEncoding } from './detected-file.ts';

const sampleBytes = 1 << 20;
const recordBytes = 1 << 18;
const spotBytes = 1 << 16;

/**
 * Looks at the first megabyte and a few other spots of a file: its kind by content, encoding, delimiter,
 * header and columns with sample values.
 * @throws RegisterFileError when the file cannot be used
 */
export async function detectFile(path: string): Promise<DetectedFile> {
  const { kind, size, error } = await contentKind(path);
  if (error) throw new RegisterFileError(error, path);
  if (kind === 'xlsx') return detectXlsx(path, size);
  if (kind === 'parquet') return detectParquet(path, size);
  const samples = kind === 'gzip' ? [await gzipHead(path)] : await textSamples(path, size);
  return detectText(path, size, kind === 'gzip', samples);
}

function detectText(path: string, size: number, compressed: boolean, samples: Buffer[]): DetectedFile {
  const head = samples[0] as Buffer;
  const whole = !compressed && head.length === size;
  const encoding = encodingOf(samples);
  const bytes = samples.map((sample) => asUtf8Bytes(sample, encoding));
  const first = bytes[0] as string;
  if (first.trim() === '') throw new RegisterFileError('file-empty', path);
  const found = detectDialect(
    first.slice(0, recordBytes),
    (whole || compressed) && first.length <= recordBytes,
  );
  if (!found) throw new RegisterFileError('no-table', path);
  const { dialect, records } = found;
  const header = detectHeader(records, found.width);
  const data = records.slice(header.dataRow);
  const width = data.length > 0 ? usualWidth(data).width : found.width;
  const spots = bytes.slice(1).flatMap((spot) => spotRecords(spot, dialect, width));
  const names = header.row === undefined ? [] : (records[header.row] as CsvRecord).fields;
  const titleLines = records.slice(0, header.dataRow);
  const last = titleLines.at(-1);
  return {
    path,
    name: basename(path),
    size,
    kind: dialect.delimiter === '\t' ? 'tsv' : 'csv',
    compressed,
    encoding,
    dialect,
    quoted: found.quoted,
    headerLine: header.row === undefined ? null : (records[header.row] as CsvRecord).line,
    dataLine: data.length > 0 ? (data[0] as CsvRecord).line : last ? last.line + last.lines : 1,
    plainHead: titleLines.every(
      ({ raw, lines, fault }) => lines === 1 && !fault && raw.split('"').length % 2 === 1,
    ),
    lineBytes: data.length === 0 ? 0 : data.reduce((sum, { raw }) => sum + raw.length + 1, 0) / data.length,
    sheets: [],
    sheet: null,
    columns: fileColumns(
      names,
      width,
      [...data, ...spots].map(({ fields }) => fields),
    ),
  };
}

/** UTF-8 unless bytes say otherwise; text with more broken than sound UTF-8 lines is Windows-1252. */
function encodingOf(samples: readonly Buffer[]): FileEncoding {
  const head = samples[0] as Buffer;
  const utf16 = utf16Order(head);
  if (utf16) return utf16;
  const tally = { sound: 0, broken: 0 };
  for (const sample of samples) tallyUtf8(sample, tally);
  if (isWindows1252(tally)) return 'windows-1252';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8-bom' : 'utf-8';
}

/** Lines with characters beyond ASCII: in sound and in broken UTF-8. */
export interface Utf8Tally {
  sound: number;
  broken: number;
}

/** Adds the whole lines of `bytes` (the pieces at its ends aside) to the tally. */
export function tallyUtf8(bytes: Buffer, tally: Utf8Tally): void {
  if (isAscii(bytes)) return;
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(10, start);
    const isLast = end < 0;
    if (isLast) end = bytes.length;
    const line = bytes.subarray(start, end);
    if (isAscii(line)) continue;
    if (isUtf8(line)) tally.sound++;
    else if (!isLast) tally.broken++;
  }
}

/** True when Windows-1252 explains the lines better than broken UTF-8 does. */
export function isWindows1252({ sound, broken }: Utf8Tally): boolean {
  return broken > sound;
}

/** The bytes of the sample as UTF-8 in a latin1 string, which the record splitter takes. */
function asUtf8Bytes(sample: Buffer, encoding: FileEncoding): string {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom' || encoding === 'windows-1252')
    return sample.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  return Buffer.from(new TextDecoder(encoding).decode(sample)).toString('latin1');
}

function spotRecords(spot: string, dialect: Dialect, width: number): CsvRecord[] {
  const lines = spot.split(dialect.lineEnd).slice(1, -1).join(dialect.lineEnd);
  return (detectDialect(lines, true)?.records ?? []).filter(({ fields }) => fields.length === width);
}

async function textSamples(path: string, size: number): Promise<Buffer[]> {
  const handle = await openFile(path);
  try {
    const samples = [await readAt(handle, 0, Math.min(sampleBytes, size))];
    if (size > 2 * sampleBytes)
      // An even position keeps UTF-16 in step; bitwise operators would cut positions off at 2 GiB.
      for (const part of [0.25, 0.5, 0.75, 1])
        samples.push(await readAt(handle, 2 * Math.floor(((size - spotBytes) * part) / 2), spotBytes));
    return samples;
  } finally {
    await handle.close();
  }
}

async function gzipHead(path: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const input = createReadStream(path);
  const output = input.pipe(createGunzip());
  try {
    for await (const part of output) {
      parts.push(part as Buffer);
      length += (part as Buffer).length;
      if (length >= sampleBytes) break;
    }
  } catch (cause) {
    if (length === 0) throw new RegisterFileError('damaged-archive', path, { cause, detail: String(cause) });
  } finally {
    input.destroy();
    output.destroy();
  }
  if (length === 0) throw new RegisterFileError('file-empty', path);
  return Buffer.concat(parts);
}
