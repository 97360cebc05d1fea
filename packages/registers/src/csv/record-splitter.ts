import { isUtf8 } from 'node:buffer';

/** How the values of a delimited text file are written. */
export interface Dialect {
  delimiter: ',' | ';' | '\t' | '|';
  /** Line end; files of old Macs use CR alone. CRLF counts as LF. */
  lineEnd: '\n' | '\r';
}

/** Why a record cannot be used as it stands. */
export type RecordFault = 'quotes' | 'encoding' | 'zero-bytes' | 'too-long';

/** A record of a delimited text file: one line, or several when a quoted value holds line ends. */
export interface CsvRecord {
  /** 1-based number of its first line in the file. */
  line: number;
  /** Lines it takes. */
  lines: number;
  fields: string[];
  raw: string;
  fault?: RecordFault;
}

const quote = '"';
const longestLine = 1_000_000;
const longestQuoted = 65_536;
const mostQuotedLines = 50;

/**
 * Splits delimited text into records as RFC 4180 says, and recovers where other readers give up: a quote
 * that is not closed, or that swallows what look like whole records, spoils only its own line. Text comes
 * in as bytes (latin1 strings), so that a broken character spoils only its own record. Blank lines are
 * skipped but counted. `width` is the number of columns, when known.
 */
export class RecordSplitter {
  readonly #dialect: Dialect;
  readonly #width: number | undefined;
  #text = '';
  #at = 0;
  #line = 1;
  /** Beginning of a line that is too long to keep. */
  #overlong: string | undefined;

  constructor(dialect: Dialect, width?: number) {
    this.#dialect = dialect;
    this.#width = width;
  }

  /** Records completed by more text. */
  push(text: string): CsvRecord[] {
    this.#text = this.#at === 0 ? this.#text + text : this.#text.slice(this.#at) + text;
    this.#at = 0;
    return this.#records(false);
  }

  /** Records left at the end of the text. */
  end(): CsvRecord[] {
    return this.#records(true);
  }

  #records(final: boolean): CsvRecord[] {
    const out: CsvRecord[] = [];
    while (this.#at < this.#text.length || (final && this.#overlong !== undefined)) {
      const record = this.#next(final);
      if (record === 'more') break;
      if (record) out.push(record);
    }
    return out;
  }

  #next(final: boolean): CsvRecord | 'more' | undefined {
    const start = this.#at;
    let end = this.#text.indexOf(this.#dialect.lineEnd, start);
    if (end < 0) {
      if (!final) return this.#wait(start);
      end = this.#text.length;
    }
    if (this.#overlong !== undefined || end - start > longestLine) {
      const raw = this.#overlong ?? this.#text.slice(start, start + 1000);
      this.#overlong = undefined;
      return this.#finish(end, 1, [], raw, 'too-long');
    }
    let line = this.#text.slice(start, end);
    if (line.endsWith('\r')) line = line.slice(0, -1);
    if (line === '') {
      this.#finish(end, 1, [], '');
      return undefined;
    }
    if (!line.includes(quote)) return this.#finish(end, 1, line.split(this.#dialect.delimiter), line);
    const quoted = this.#quoted(start, final);
    if (quoted === 'more') return 'more';
    if (quoted === 'broken' || this.#swallowed(quoted))
      return this.#finish(end, 1, line.split(this.#dialect.delimiter), line, 'quotes');
    const raw = this.#text.slice(start, quoted.end).replace(/\r$/, '');
    return this.#finish(quoted.end, quoted.lines, quoted.fields, raw);
  }

  #wait(start: number): 'more' {
    if (this.#overlong !== undefined || this.#text.length - start > longestLine) {
      this.#overlong ??= this.#text.slice(start, start + 1000);
      this.#at = this.#text.length;
    }
    return 'more';
  }

  #finish(end: number, lines: number, fields: string[], raw: string, fault?: RecordFault): CsvRecord {
    const record: CsvRecord = { line: this.#line, lines, fields, raw };
    if (fault) record.fault = fault;
    this.#at = Math.min(end + 1, this.#text.length);
    this.#line += lines;
    return decoded(record);
  }

  /** Reads one record with quoted values, character by character only where quotes are. */
  #quoted(start: number, final: boolean): QuotedRecord | 'broken' | 'more' {
    const text = this.#text;
    const { delimiter, lineEnd } = this.#dialect;
    const fields: string[] = [];
    let lines = 1;
    let longest = '';
    for (let at = start; ; ) {
      if (text[at] === quote) {
        const closing = this.#closing(at, start, final);
        if (typeof closing === 'string') return closing;
        const value = text.slice(at + 1, closing).replaceAll('""', quote);
        const inside = count(value, lineEnd);
        lines += inside;
        if (inside > 0 && value.length > longest.length) longest = value;
        fields.push(value);
        at = closing + 1;
        while (text[at] === ' ') at++;
        if (text[at] === '\r' && (text[at + 1] === '\n' || at + 1 === text.length)) at++;
        if (at >= text.length && !final) return 'more';
      } else {
        let end = at;
        while (end < text.length && text[end] !== delimiter && text[end] !== lineEnd) end++;
        if (end === text.length && !final) return 'more';
        const isLast = text[end] !== delimiter;
        fields.push(
          isLast && text[end - 1] === '\r' && end > at ? text.slice(at, end - 1) : text.slice(at, end),
        );
        at = end;
      }
      if (at >= text.length || text[at] === lineEnd) return { fields, end: at, lines, longest };
      if (text[at] !== delimiter) return 'broken';
      at++;
    }
  }

  /** Position of the quote that closes the one at `open`. */
  #closing(open: number, start: number, final: boolean): number | 'broken' | 'more' {
    const text = this.#text;
    let lines = 0;
    for (let at = open + 1; at < text.length; at++) {
      const c = text[at];
      if (c === quote) {
        if (text[at + 1] !== quote) return at + 1 === text.length && !final ? 'more' : at;
        at++;
      } else if (c === this.#dialect.lineEnd && ++lines > mostQuotedLines) return 'broken';
      if (at - start > longestQuoted) return 'broken';
    }
    return final ? 'broken' : 'more';
  }

  /** True when a value over several lines holds as many delimiters as a record: an unclosed quote. */
  #swallowed({ lines, longest, fields }: QuotedRecord): boolean {
    if (lines === 1) return false;
    const width = this.#width ?? fields.length;
    return fields.length !== width || count(longest, this.#dialect.delimiter) >= Math.max(2, width - 1);
  }
}

interface QuotedRecord {
  fields: string[];
  /** Position of the line end. */
  end: number;
  lines: number;
  /** The longest value with line ends in it. */
  longest: string;
}

function count(text: string, character: string): number {
  let n = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) n++;
  return n;
}

/** Turns the bytes of a record into text, and marks the record when they are not UTF-8 or hold zero bytes. */
function decoded(record: CsvRecord): CsvRecord {
  if (!record.fault && record.raw.includes('\0')) record.fault = 'zero-bytes';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the text is bytes here
  if (/^[\x00-\x7f]*$/.test(record.raw)) return record;
  const valid = isUtf8(Buffer.from(record.raw, 'latin1'));
  if (!valid && !record.fault) record.fault = 'encoding';
  const decoder = new TextDecoder(valid ? 'utf-8' : 'windows-1252', { ignoreBOM: true });
  const decode = (bytes: string) => decoder.decode(Buffer.from(bytes, 'latin1'));
  record.raw = decode(record.raw);
  record.fields = record.fields.map(decode);
  return record;
}
