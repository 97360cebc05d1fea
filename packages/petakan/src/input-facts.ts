import type { MappingSummary } from './summary.ts';

/** What a run read of one register. */
export interface InputFacts {
  /** Names without folders. */
  files: string[];
  /** Where the files were when the run read them. */
  paths: string[];
  rowsIn: number;
  rowsUsed: number;
  rowsQuarantined: number;
  /** Canonical column to the name it has in the files; null when no file has it. */
  columns: Record<string, string | null>;
  missingColumns: string[];
  warnings: { count: number; message: string; messageEn: string }[];
}

/** Reads what summary.json says of a register. */
export function inputFacts(input: MappingSummary['inputs']['residents']): InputFacts {
  const facts = input as Omit<InputFacts, 'missingColumns'>;
  const columns = facts.columns ?? {};
  return { ...facts, columns, missingColumns: Object.keys(columns).filter((name) => columns[name] === null) };
}
