import { readFile } from 'node:fs/promises';
import type { CellValue } from 'hucre/xlsx';
import { RegisterFileError } from '../register-file-error.ts';
import { unpackedSize } from './unpacked-size.ts';

/** A sheet of Excel's full million rows with twelve columns comes to less. */
const largest = 2 ** 30;

/** A row of a sheet: its 1-based number and its cells. */
export interface SheetRow {
  line: number;
  cells: readonly CellValue[];
}

/** Loaded with the first workbook: its hundred modules are a tenth of a second that other files need not wait for. */
type XlsxReader = typeof import('hucre/xlsx');

/** An XLSX workbook whose rows are read one at a time. */
export class Workbook {
  readonly #path: string;
  readonly #bytes: Uint8Array;
  readonly #reader: XlsxReader;

  private constructor(path: string, bytes: Uint8Array, reader: XlsxReader) {
    this.#path = path;
    this.#bytes = bytes;
    this.#reader = reader;
  }

  /** Loads the packed file; sheets are unpacked while they are read. @throws RegisterFileError unpacks-too-large, damaged-spreadsheet */
  static async open(path: string): Promise<Workbook> {
    const bytes = await readFile(path);
    // Readers hold all texts of a workbook at once: one that unpacks to gigabytes would end the process.
    const size = await unpackedSize(bytes, largest);
    if (size !== undefined && size > largest) throw new RegisterFileError('unpacks-too-large', path);
    // An archive that cannot be counted (of the kind for files beyond 4 GB, too) is not unpacked on trust; an encrypted
    // workbook is no archive.
    if (size === undefined && bytes.subarray(0, 2).toString('latin1') === 'PK')
      throw new RegisterFileError('damaged-spreadsheet', path, { detail: 'directory' });
    return new Workbook(path, bytes, await import('hucre/xlsx'));
  }

  /** Names of the sheets a person can see, in order. @throws RegisterFileError */
  async sheets(): Promise<string[]> {
    const names: string[] = [];
    await this.#guard(async () => {
      await this.#reader.readXlsx(this.#bytes, {
        sheets: (info: { name: string; hidden?: boolean; veryHidden?: boolean }) => {
          if (!info.hidden && !info.veryHidden) names.push(info.name);
          return false;
        },
      });
    });
    return names;
  }

  /** Rows of a sheet, from the top; at most `maxRows` of them when given. @throws RegisterFileError */
  async *rows(sheet: string, maxRows?: number): AsyncGenerator<SheetRow> {
    const source = this.#reader.streamXlsxRows(
      this.#bytes,
      maxRows === undefined ? { sheet } : { sheet, maxRows },
    );
    for (;;) {
      const step = await this.#guard(() => source.next());
      if (step.done) return;
      yield { line: step.value.index + 1, cells: step.value.values };
    }
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      const { EncryptedFileError } = await import('hucre');
      const code = cause instanceof EncryptedFileError ? 'password-protected' : 'damaged-spreadsheet';
      throw new RegisterFileError(code, this.#path, { cause, detail: String(cause) });
    }
  }
}
