import { type CsvRecord, type Dialect, RecordSplitter } from '../csv/record-splitter.ts';

/** How a sample of delimited text is written, and its records. */
export interface DetectedDialect {
  dialect: Dialect;
  /** Columns most records have. */
  width: number;
  quoted: boolean;
  records: CsvRecord[];
}

const delimiters = [',', ';', '\t', '|'] as const;
const mostRecords = 4000;

/**
 * Finds the delimiter that cuts the sample into the steadiest number of columns. `sample` holds bytes as a
 * latin1 string; `whole` says that it is the whole file. Undefined when no delimiter gives two columns.
 */
export function detectDialect(sample: string, whole: boolean): DetectedDialect | undefined {
  const lineEnd = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const hint = /^sep=([,;\t|])\r?\n/.exec(sample)?.[1];
  let best: (DetectedDialect & { score: number }) | undefined;
  for (const delimiter of delimiters) {
    if (hint ? delimiter !== hint : !sample.includes(delimiter)) continue;
    const dialect: Dialect = { delimiter, lineEnd };
    const splitter = new RecordSplitter(dialect);
    let records = splitter.push(sample);
    if (whole) records = records.concat(splitter.end());
    if (records.length > mostRecords) records = records.slice(0, mostRecords);
    const { width, share } = usualWidth(records);
    const score = width < 2 ? 0 : share * Math.min(1 + width / 20, 1.5);
    if (score > (best?.score ?? 0)) best = { dialect, width, quoted: sample.includes('"'), records, score };
  }
  return best;
}

/** The number of columns most records have, and their share of all. */
export function usualWidth(records: readonly CsvRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  let [width, most] = [0, 0];
  for (const [fields, n] of counts)
    if (n > most || (n === most && fields > width)) [width, most] = [fields, n];
  return { width, share: records.length === 0 ? 0 : most / records.length };
}
