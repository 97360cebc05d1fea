import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** Number of the mapping that phones of a village work with; null before any. */
export async function runOfVillage(db: Db, area: string): Promise<number | null> {
  const { rows } = await sql<{ number: number }>`
    SELECT number FROM run WHERE state = 'done' AND (village IS NULL OR village = ${area})
    ORDER BY number DESC LIMIT 1`.execute(db);
  return rows[0]?.number ?? null;
}

/** What fingerprints of a village are made of. */
export interface RegisterRow {
  nik: string | null;
  name: string;
  born: string | null;
}

/** Everyone of a village's register, for fingerprints only. Works as jangkau_system: it looks beyond a banjar. */
export async function registerOfVillage(system: Db, run: number, area: string): Promise<RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    SELECT lpad(nik::text, 16, '0') AS nik, name, born FROM resident_result
    WHERE run_number = ${run} AND area_code = ${area} ORDER BY resident_key`.execute(system);
  return rows;
}
