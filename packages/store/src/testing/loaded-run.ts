import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { type LoadedCounts, loadRun } from '../load/load-run.ts';
import { type FixtureOptions, writeFixtureRun } from './fixture-run.ts';

/** Writes a made-up run and loads it. */
export async function loadFixtureRun(
  database: Database,
  options: FixtureOptions,
): Promise<{ id: string; number: number; counts: LoadedCounts }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'jangkau-run-'));
  try {
    await writeFixtureRun(directory, options);
    const run = await addRun(database, directory);
    const counts = await loadRun(database, { directory, run, summary: { runId: run.id } });
    return { ...run, counts };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Enters a run that has no files. */
export async function addRun(database: Database, directory: string): Promise<{ id: string; number: number }> {
  const id = randomUUID();
  const { rows } = await sql<{ number: number }>`
    INSERT INTO run (id, state, demo, as_of, directory, created_by)
    VALUES (${id}, 'queued', false, '2026-11-21', ${directory}, 'uji') RETURNING number`.execute(
    database.system,
  );
  return { id, number: rows[0]?.number ?? 0 };
}
