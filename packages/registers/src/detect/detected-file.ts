import type { Dialect } from '../csv/record-splitter.ts';
import type { FileKind } from './content-kind.ts';
import type { FileColumn } from './detect-columns.ts';

/** How a register file is written and what its columns are called. */
export interface DetectedFile {
  path: string;
  /** Name without folder. */
  name: string;
  /** Bytes. */
  size: number;
  kind: FileKind;
  /** True for a GZIP file. */
  compressed: boolean;
  /** null for files that are not text. */
  encoding: FileEncoding | null;
  dialect: Dialect | null;
  /** True when values in quotes were seen. */
  quoted: boolean;
  /** 1-based line or sheet row of the header; null when the file has none. */
  headerLine: number | null;
  /** 1-based line or sheet row of the first data row; null when there is none. */
  dataLine: number | null;
  /** True when every line above the data is a line to any reader: no quoted line ends, no odd quotes. */
  plainHead: boolean;
  /** Average length of a line in bytes; 0 when unknown. */
  lineBytes: number;
  /** Sheets of a workbook, and the one that is read. */
  sheets: string[];
  sheet: string | null;
  columns: FileColumn[];
}

/** Encodings told apart. */
export type FileEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const mostSamples = 500;

/** Columns with their names and an even choice of sample values. */
export function fileColumns(
  names: readonly string[],
  width: number,
  rows: ReadonlyArray<readonly string[]>,
): FileColumn[] {
  const step = Math.max(1, Math.ceil(rows.length / mostSamples));
  const chosen = rows.filter((_, i) => i % step === 0);
  return Array.from({ length: width }, (_, index) => {
    const name = (names[index] ?? '').replace(/\s+/g, ' ').trim();
    const samples = chosen.map((fields) => fields[index] ?? '').filter((value) => value.trim() !== '');
    return name === ''
      ? { index, name: `Kolom ${index + 1}`, unnamed: true, samples }
      : { index, name, samples };
  });
}
