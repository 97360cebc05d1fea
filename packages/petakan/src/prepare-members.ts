import { rename, rm } from 'node:fs/promises';
import { Engine, prepareRight, readAheadPrepared, sqlName, sqlString } from '@jangkau/linkage';
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
    await storeReadWhole(engine);
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

/** Texts that a mapping reads of all members to find those who share a NIK: as they are, that takes a fifth of the time. */
const READ_WHOLE = ['id', 'nama'];

/** Stores the members anew, with the texts that are read of all of them uncompressed. */
async function storeReadWhole(engine: Engine): Promise<void> {
  const columns = await engine.rows<{ name: string; type: string }>(
    "SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = 'members' ORDER BY column_index",
  );
  const stored = columns.map(
    ({ name, type }) =>
      `${sqlName(name)} ${type}${READ_WHOLE.includes(name) ? ' USING COMPRESSION uncompressed' : ''}`,
  );
  // The checkpoint gives the room of the first table back before the next one is written.
  await engine.run(`
    CREATE TABLE stored_members (${stored.join(', ')});
    INSERT INTO stored_members SELECT * FROM members;
    DROP TABLE members;
    ALTER TABLE stored_members RENAME TO members;
    CHECKPOINT`);
}

/** Reads on a second connection what a mapping will pick from, while the residents are read on the first. */
export function readMembersAhead(beside: Engine): Promise<void> {
  return readAheadPrepared(beside, PREPARED_SCHEMA);
}

/** The prepared register that is given instead of member files, if it is one. */
export function preparedFile(files: readonly string[]): string | undefined {
  const [file] = files;
  return files.length === 1 && file?.endsWith('.duckdb') ? file : undefined;
}

/** Opens a prepared member register next to the run's own tables; undefined when the file is not one. */
export async function attachPreparedMembers(
  engine: Engine,
  files: string[],
): Promise<ImportResult | undefined> {
  const file = preparedFile(files);
  if (!file) return undefined;
  await engine.run(`ATTACH ${sqlString(file)} AS register (READ_ONLY)`);
  await engine.searchIn(`memory.main,${PREPARED_SCHEMA}`);
  const [row] = await engine.rows<{ json: string }>(`SELECT json FROM ${PREPARED_SCHEMA}.import_result`);
  return row ? (JSON.parse(row.json) as ImportResult) : undefined;
}
