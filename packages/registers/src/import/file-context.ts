import type { Engine } from '@jangkau/linkage';
import type { ImportedFile, ImportProgress } from './import-options.ts';
import type { Quarantine } from './quarantine.ts';
import type { RegisterTable } from './register-table.ts';
import type { ReadingPlan } from './typed-columns.ts';

/** What the reading of one file works with. */
export interface FileContext {
  engine: Engine;
  table: RegisterTable;
  quarantine: Quarantine;
  plan: ReadingPlan;
  /** What made-up ids of this file begin with; the line follows. */
  idPrefix: string;
  /** A fresh path for a temporary file. */
  tempPath: (name: string) => string;
  signal: AbortSignal | undefined;
  enter: (phase: ImportProgress['phase']) => void;
}

/** Rows of one file by where they went. */
export interface FileOutcome {
  route: ImportedFile['route'];
  rowsIn: number;
  rowsUsed: number;
  madeUpIds: number;
}
