import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Engine, type Row, sqlName, sqlString } from '@jangkau/linkage';
import { importRegister, type RegisterKind } from '@jangkau/registers';
import type { InputFacts } from '../input-facts.ts';
import { preparedFile } from '../prepare-members.ts';

/** A row of a register as the mapping reads it. Numbers are text. */
export interface SourceRow {
  id: string;
  nik: string | null;
  kk: string | null;
  nama: string | null;
  sex: number | null;
  born: string | null;
  village: string | null;
  address: string | null;
  phone: string | null;
  relation?: string | null;
  segment?: string | null;
  status?: string | null;
}

/** The column that holds a register's own number of a person. */
const ID_COLUMN: Record<RegisterKind, string> = { residents: 'no_penduduk', members: 'no_kartu' };
/** Rows beside the wanted ones that show how the file writes its columns. */
const SAMPLE_ROWS = 500;
/** Identifiers that the import made up: only the whole file says whose they are. */
const MADE_UP = /^baris-|#\d+$/;

/**
 * Reads the rows with these identifiers from the files a run had read, into the table `kind` of the engine,
 * and returns them by identifier. Returns undefined when a file is gone.
 */
export async function readSourceRows(
  engine: Engine,
  kind: RegisterKind,
  facts: InputFacts,
  ids: readonly string[],
): Promise<Map<string, SourceRow> | undefined> {
  if (!facts.paths.every((path) => existsSync(path))) return undefined;
  const prepared = preparedFile(facts.paths);
  if (prepared) return preparedRows(engine, kind, prepared, ids);
  const folder = await mkdtemp(join(tmpdir(), 'jangkau-explain-'));
  try {
    const cut = await cutFiles(engine, kind, facts, ids, folder);
    let rows = cut && (await importRows(engine, kind, cut, ids));
    if (!rows || !ids.every((id) => rows?.has(id))) rows = await importRows(engine, kind, facts.paths, ids);
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importRows(
  engine: Engine,
  kind: RegisterKind,
  files: string[],
  ids: readonly string[],
): Promise<Map<string, SourceRow>> {
  await importRegister(engine, { table: kind, kind, files });
  return rowsOf(engine, kind, ids);
}

/** Rows of a register that was prepared for mapping villages against it. */
async function preparedRows(
  engine: Engine,
  kind: RegisterKind,
  file: string,
  ids: readonly string[],
): Promise<Map<string, SourceRow>> {
  const wanted = ids.map(sqlString).join(', ') || 'NULL';
  await engine.run(`
    ATTACH ${sqlString(file)} AS prepared (READ_ONLY);
    CREATE OR REPLACE TABLE ${sqlName(kind)} AS SELECT * FROM prepared.main.${sqlName(kind)} WHERE id IN (${wanted});
    DETACH prepared`);
  return rowsOf(engine, kind, ids);
}

async function rowsOf(
  engine: Engine,
  kind: RegisterKind,
  ids: readonly string[],
): Promise<Map<string, SourceRow>> {
  const wanted = ids.map(sqlString).join(', ') || 'NULL';
  const own = kind === 'residents' ? 'relation' : 'segment, status';
  const rows = await engine.rows<SourceRow & Row>(
    `SELECT id, nik::VARCHAR AS nik, kk::VARCHAR AS kk, nama, sex, born, village, address, phone::VARCHAR AS phone, ${own}
     FROM ${sqlName(kind)} WHERE id IN (${wanted})`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The wanted rows of plain CSV files in small files of their own, with a sample around them, so that a branch
 * of millions need not be imported for one person. Undefined when that could show another row than the run saw.
 */
async function cutFiles(
  engine: Engine,
  kind: RegisterKind,
  facts: InputFacts,
  ids: readonly string[],
  folder: string,
): Promise<string[] | undefined> {
  const id = facts.columns[ID_COLUMN[kind]];
  if (!id || ids.some((text) => MADE_UP.test(text))) return undefined;
  if (facts.paths.some((path) => extname(path).toLowerCase() !== '.csv')) return undefined;
  const wanted = `trim(${sqlName(id)}) IN (${ids.map(sqlString).join(', ') || 'NULL'})`;
  try {
    let found = 0;
    const cut: string[] = [];
    for (const [i, path] of facts.paths.entries()) {
      const source = `read_csv(${sqlString(path)}, all_varchar = true, header = true)`;
      await engine.run(`CREATE OR REPLACE TEMP TABLE cut AS SELECT * FROM ${source} WHERE ${wanted}`);
      const [count] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM cut');
      found += count?.n ?? 0;
      const file = join(folder, `${kind}-${i}.csv`);
      await engine.run(`
        INSERT INTO cut SELECT * FROM ${source} WHERE NOT coalesce(${wanted}, false) LIMIT ${SAMPLE_ROWS};
        COPY cut TO ${sqlString(file)} (HEADER, DELIMITER ',')`);
      cut.push(file);
    }
    return found === ids.length ? cut : undefined;
  } catch {
    // Not a file DuckDB reads by itself: the import of the whole file knows how.
    return undefined;
  }
}
