import { rename, rm } from 'node:fs/promises';
import { Engine } from '@jangkau/linkage';
import { type ImportResult, importRegister } from '@jangkau/registers';

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
    await engine.run('CHECKPOINT');
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
  await engine.run("SET search_path = 'memory.main,register.main'");
  const [row] = await engine.rows<{ json: string }>('SELECT json FROM register.main.import_result');
  return row ? (JSON.parse(row.json) as ImportResult) : undefined;
}
