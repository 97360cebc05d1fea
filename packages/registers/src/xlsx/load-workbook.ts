import type { FileContext, FileOutcome } from '../import/file-context.ts';
import { loadStaged } from '../import/load-staged.ts';
import { StagedRows } from '../import/staged-rows.ts';
import { cellText, keepsAllDigits, type LongNumbers } from './cell-text.ts';
import { Workbook } from './read-workbook.ts';

/**
 * Loads the sheet that was detected. Rows without any value are not rows.
 * @throws RegisterFileError; the signal's reason when aborted
 */
export async function loadWorkbook(context: FileContext): Promise<FileOutcome> {
  const { plan, signal, enter, tempPath } = context;
  const { file } = plan;
  enter('convert');
  const workbook = await Workbook.open(file.path);
  const staged = new StagedRows(tempPath('sheet.csv'), file.columns.length);
  const long: LongNumbers[] = file.columns.map(() => ({ all: 0, endInZero: 0 }));
  try {
    for await (const { line, cells } of workbook.rows(file.sheet ?? '')) {
      if (staged.count % 4096 === 0) signal?.throwIfAborted();
      if (line < (file.dataLine ?? 1)) continue;
      const fields = file.columns.map((_, i) => cellText(cells[i], long[i]));
      if (fields.some((field) => field.trim() !== '')) await staged.add(line, fields);
    }
    const exact = new Set(long.flatMap((numbers, i) => (keepsAllDigits(numbers) ? [i] : [])));
    return await loadStaged(context, staged, 0, exact);
  } finally {
    staged.abandon();
  }
}
