import { readdirSync, readFileSync } from 'node:fs';

/** Processor time of these processes, milliseconds; of those that are gone none. */
export function processorMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (fieldsOf(pid)?.own ?? 0), 0);
}

/** Process ids of a PostgreSQL. */
export function postgresPids(postmaster: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid === postmaster || fieldsOf(pid)?.parent === postmaster);
}

/** Processor time of a PostgreSQL since it started, with the processes that have ended meanwhile, milliseconds. */
export function clusterMs(postmaster: number): number {
  return processorMs(postgresPids(postmaster)) + (fieldsOf(postmaster)?.ended ?? 0);
}

function fieldsOf(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11);
    // The kernel counts in hundredths of a second.
    return {
      parent: fields[1] ?? 0,
      own: (user + system) * 10,
      ended: (endedUser + endedSystem) * 10,
    };
  } catch {
    return undefined;
  }
}
