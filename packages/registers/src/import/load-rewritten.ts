import { readRecords } from '../csv/read-records.ts';
import { RegisterFileError } from '../register-file-error.ts';
import type { FileContext, FileOutcome } from './file-context.ts';
import { loadStaged } from './load-staged.ts';
import type { TextFile } from './load-text.ts';
import { structuralReason } from './row-reason.ts';
import { StagedRows } from './staged-rows.ts';

/**
 * Loads a text file that DuckDB's reader cannot be trusted with: every record is split here, rows that are not
 * well-formed go into quarantine and the rest is rewritten for loading.
 */
export async function loadRewritten(context: FileContext, text: TextFile): Promise<FileOutcome> {
  const { plan, quarantine, signal, enter, tempPath } = context;
  const { file } = plan;
  if (!file.dialect) throw new RegisterFileError('no-table', file.path);
  enter('convert');
  const width = file.columns.length;
  const firstLine = file.dataLine ?? 1;
  const staged = new StagedRows(tempPath('rewritten.csv'), width);
  const { census } = text;
  let setAside = 0;
  try {
    for await (const records of readRecords(text.path, file.dialect, width, signal))
      for (const record of records) {
        if (record.line < firstLine) continue;
        const isLast = record.line + record.lines - 1 === census.lines && !census.endsWithLineEnd;
        const reason = structuralReason(record, width, isLast);
        if (reason) {
          setAside++;
          await quarantine.add({ file: file.name, line: record.line, ...reason, row: record.raw });
        } else await staged.add(record.line, record.fields);
      }
    return await loadStaged(context, staged, setAside, new Set());
  } finally {
    staged.abandon();
  }
}
