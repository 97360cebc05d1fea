import { parse } from 'csv-parse/sync';

/** The separator of a file by its header: semicolon where Excel speaks Indonesian, else comma. */
export function separatorOf(header: string): ',' | ';' {
  return header.includes(';') ? ';' : ',';
}

/**
 * Fields of one line, trimmed, quotes taken off; undefined when a quote is not closed. Line by line on
 * purpose: lists and settlements have no line breaks inside fields, and one bad quote must not swallow the
 * rows after it.
 */
export function csvLine(line: string, separator: ',' | ';'): string[] | undefined {
  if (!line.includes('"')) return line.split(separator).map((field) => field.trim());
  try {
    const [fields] = parse(line, { delimiter: separator, trim: true, relaxColumnCount: true }) as string[][];
    return fields ?? [];
  } catch {
    return undefined;
  }
}
