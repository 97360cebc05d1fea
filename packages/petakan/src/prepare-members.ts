import { rename, rm } from 'node:fs/promises';
import { Engine, prepareRight } from '@jangkau/linkage';
import { type ImportResult, importRegister } from '@jangkau/registers';
import { jknRegisterModel } from './model/jkn-register-model.ts';
import { jknWords } from './model/jkn-words.ts';
import { SHOWN } from './residue-rows.ts';
import { villageMembersSql } from './village-result.ts';

/** Where the tables of a prepared register stand in a run. */
export const PREPARED_SCHEMA = 'register.main';

/**
 * Reads a member register once into a database file, so that villages can be mapped against it in seconds: give
 * the file as `members` of a mapping. Written beside and renamed, so a broken run leaves no half file.
 */
export async function prepareMembers(options: {
  members: string[];
  out: string;
  /** 'YYYY-MM-DD' */
  asOf: string;
  threads?: number;
}): Promise<ImportResult> {
  const unfinished = `${options.out}.unfinished`;
  await rm(unfinished, { force: true });
  const engine = await Engine.open({ path: unfinished, threads: options.threads });
  try {
    const result = await importRegister(engine, {
      table: 'members',
      kind: 'members',
      files: options.members,
      today: options.asOf,
    });
    await engine.load('import_result', [{ name: 'json', type: 'VARCHAR', values: [JSON.stringify(result)] }]);
    await prepareRight(engine, jknRegisterModel, {
      right: 'members',
      standardisers: { nama: jknWords },
      carry: SHOWN.right,
    });
    await engine.run(`CREATE TABLE village_members AS ${villageMembersSql}; CHECKPOINT`);
    await engine.close();
    await rename(unfinished, options.out);
    return result;
  } catch (error) {
    await engine.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Opens a prepared member register next to the run's own tables; false when the file is not one. */
export async function attachPreparedMembers(
  engine: Engine,
  files: string[],
): Promise<ImportResult | undefined> {
  const [file] = files;
  if (files.length !== 1 || !file?.endsWith('.duckdb')) return undefined;
  await engine.run(`ATTACH '${file.replaceAll("'", "''")}' AS register (READ_ONLY)`);
  await engine.run(`SET search_path = 'memory.main,${PREPARED_SCHEMA}'`);
  const [row] = await engine.rows<{ json: string }>(`SELECT json FROM ${PREPARED_SCHEMA}.import_result`);
  return row ? (JSON.parse(row.json) as ImportResult) : undefined;
}
