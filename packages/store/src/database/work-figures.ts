import { sql } from 'kysely';
import type { Db } from './connect.ts';

/** Figures for watching the server: counts and ages, nothing of anybody. */
export interface WorkFigures {
  /** Runs by state. */
  runs: Record<string, number>;
  /** Seconds the oldest entry of the audit has waited to be sealed; 0 when none waits. */
  sealLagSeconds: number;
  /** Seconds since the snapshot of the last good backup; undefined when there is none. */
  backupAgeSeconds: number | undefined;
}

/** Reads the figures; `system` is the background's login. */
export async function workFigures(system: Db): Promise<WorkFigures> {
  const runs = await sql<{ state: string; n: number }>`
    SELECT state, count(*)::int AS n FROM run GROUP BY state`.execute(system);
  const { rows } = await sql<{ seal: number; backup: number | null }>`
    SELECT coalesce((SELECT extract(epoch FROM now() - min(at)) FROM audit_entry
        WHERE id > coalesce((SELECT max(entry_id) FROM audit_link), 0)), 0)::float8 AS seal,
      (SELECT extract(epoch FROM now() - max(as_of)) FROM backup_log WHERE outcome = 'done')::float8 AS backup`.execute(
    system,
  );
  return {
    runs: Object.fromEntries(runs.rows.map(({ state, n }) => [state, n])),
    sealLagSeconds: rows[0]?.seal ?? 0,
    backupAgeSeconds: rows[0]?.backup ?? undefined,
  };
}
