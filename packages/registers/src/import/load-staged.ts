import { sqlString } from '@jangkau/linkage';
import { locateLines } from '../csv/locate-lines.ts';
import { RegisterFileError } from '../register-file-error.ts';
import { typedSelect } from '../sql/typed-column.ts';
import type { FileContext, FileOutcome } from './file-context.ts';
import { contentReason } from './row-reason.ts';
import type { StagedRows } from './staged-rows.ts';
import { typedColumns } from './typed-columns.ts';

/**
 * Loads rewritten rows, and puts those that name nobody into quarantine. `setAside` is how many rows went
 * there while rewriting.
 * @throws RegisterFileError not-reconciled when a rewritten row does not arrive
 */
export async function loadStaged(
  context: FileContext,
  staged: StagedRows,
  setAside: number,
  exactFloats: ReadonlySet<number>,
): Promise<FileOutcome> {
  const { table, plan, quarantine, enter, signal, idPrefix } = context;
  await staged.close();
  enter('read');
  const madeUpId = `${sqlString(idPrefix)} || line`;
  const select = typedSelect(staged.source, typedColumns(plan, { oddSpaces: true, exactFloats, madeUpId }));
  const loaded = await table.append(select);
  if (loaded.rows !== staged.count)
    throw new RegisterFileError('not-reconciled', plan.file.path, {
      detail: `${staged.count} -> ${loaded.rows}`,
    });
  enter('check');
  const useless = await table.useless(loaded.first);
  const lines = useless.map((row) => row + 1);
  for await (const record of locateLines(staged.path, { delimiter: ',', lineEnd: '\n' }, lines, signal)) {
    const [line = '', ...fields] = record.fields;
    const row = fields.join(plan.file.dialect?.delimiter ?? ';');
    await quarantine.add({ file: plan.file.name, line: Number(line), ...contentReason(fields, plan), row });
  }
  if (useless.length > 0) await table.deleteUseless(loaded.first);
  const madeUpIds = await table.madeUpIds(loaded.first, idPrefix);
  return {
    route: 'rewritten',
    rowsIn: staged.count + setAside,
    rowsUsed: loaded.rows - useless.length,
    madeUpIds,
  };
}
