import type { ColumnMapping } from '../column-mapping.ts';
import type { DetectedFile } from '../detect/detect-file.ts';
import type { CanonicalColumn, RegisterKind } from '../register-kind.ts';

/** What to import and how. */
export interface ImportOptions {
  /** Name of the table to make; `<table>_quarantine` is made beside it. Existing ones are replaced. */
  table: string;
  kind: RegisterKind;
  /** Files, in the order their rows take in the table. */
  files: readonly string[];
  /** Columns of the files, or of each file; detected from headers and values when absent. */
  mapping?: ColumnMapping | ((file: DetectedFile) => ColumnMapping | undefined);
  /**
   * Village codes by village name, for files that give only the name. A file without any village column takes
   * the code in its name ('5171011003-sesetan.xlsx') when it is one of these.
   */
  villages?: ReadonlyMap<string, string>;
  /** 'YYYY-MM-DD': later birth dates are not believed; none is too late when absent. */
  today?: string;
  /** Columns that nobody will read: their columns of the table stay empty, which saves time and memory. */
  unread?: readonly CanonicalColumn[];
  /** Folder for temporary files; the system's when absent. */
  tempDirectory?: string;
  onProgress?: (progress: ImportProgress) => void;
  /** Aborting stops the import and drops what it made; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Stands for today where nobody says: an import never asks the clock, so it repeats. */
export const NO_DATE_TOO_LATE = '9999-12-31';

/** Where an import is. */
export interface ImportProgress {
  /** Name of the file, without folder. */
  file: string;
  /** Position of the file from 0. */
  fileIndex: number;
  files: number;
  /** 'look': detect and count; 'convert': rewrite what DuckDB cannot read; 'read': into the table; 'check': settle rows and ids. */
  phase: 'look' | 'convert' | 'read' | 'check';
  /** Rows in the table so far. */
  rows: number;
}

/** Something about the data worth knowing, with how many rows it concerns. */
export interface ImportWarning {
  code: ImportWarningCode;
  count: number;
  /** Indonesian and English. */
  message: string;
  messageEn: string;
}

export type ImportWarningCode =
  | 'ids-made-up'
  | 'ids-repeated'
  | 'nik-lost-digits'
  | 'nik-placeholder'
  | 'nik-unreadable'
  | 'born-implausible'
  | 'born-unreadable'
  | 'village-unknown'
  | 'sheets-not-read'
  | 'columns-unsure'
  | 'nothing-used';

/** One imported file. */
export interface ImportedFile {
  /** Name without folder. */
  name: string;
  kind: DetectedFile['kind'];
  /** How the rows came in: straight from DuckDB's reader, or rewritten first. */
  route: 'direct' | 'rewritten';
  rowsIn: number;
  rowsUsed: number;
  rowsQuarantined: number;
  /** Canonical column to the name it has in the file; null when the file lacks it. */
  columns: Partial<Record<CanonicalColumn, string | null>>;
}

/** What an import made. rowsIn = rowsUsed + rowsQuarantined, for all files together and for each. */
export interface ImportResult {
  table: string;
  rowsIn: number;
  rowsUsed: number;
  rowsQuarantined: number;
  /** Canonical column to the name it has in the first file that has it; null when no file has it. */
  columns: Partial<Record<CanonicalColumn, string | null>>;
  files: ImportedFile[];
  warnings: ImportWarning[];
}
