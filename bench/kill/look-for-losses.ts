import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { AuditHeads, type ConnectionSettings, reachOwner, verifyAuditOf, verifyBackup } from '@jangkau/store';
import { queryOnce } from '@jangkau/store/testing/query-once';
import type { Acknowledged } from './acknowledged-work.ts';

/** What the data folder of a server that was killed lacks or has too much; empty when nothing was lost. */
export async function lookForLosses(dataDir: string, acknowledged: Acknowledged): Promise<string[]> {
  const owner = await reachOwner({ directory: path.join(dataDir, 'postgres') });
  try {
    return [
      ...(await lostRows(owner.connection, acknowledged)),
      ...(await halfImports(owner.connection)),
      ...(await badBackups(owner.connection, path.join(dataDir, 'backups'))),
      ...(await brokenAudit(owner.connection, dataDir, acknowledged)),
    ];
  } finally {
    await owner.close();
  }
}

async function lostRows(
  connection: ConnectionSettings,
  { uploads, runs, decisions }: Acknowledged,
): Promise<string[]> {
  const losses: string[] = [];
  const found = await queryOnce<{ id: string; path: string }>(connection, 'SELECT id, path FROM upload');
  for (const id of uploads) {
    const upload = found.find((row) => row.id === id);
    if (!upload) losses.push(`upload ${id} has no row`);
    else if (!(await exists(upload.path))) losses.push(`upload ${id} has no file`);
  }
  const kept = await queryOnce<{ id: string }>(connection, 'SELECT id FROM run');
  for (const id of runs) if (!kept.some((row) => row.id === id)) losses.push(`run ${id} is gone`);
  const [count] = await queryOnce<{ n: number }>(connection, 'SELECT count(*)::int AS n FROM decision');
  if ((count?.n ?? 0) < decisions)
    losses.push(`${decisions} decisions were acknowledged, ${count?.n} are there`);
  return losses;
}

interface RunRows {
  number: number;
  state: string;
  residents: number | null;
  members: number | null;
  residentRows: number;
  memberRows: number;
}

/** A run is done with all its rows, or not done and without any. */
async function halfImports(connection: ConnectionSettings): Promise<string[]> {
  // One statement, one snapshot: the server may finish loading a run at this very moment.
  const runs = await queryOnce<RunRows>(
    connection,
    `SELECT number, state, (counts->>'residents')::int AS residents, (counts->>'members')::int AS members,
       (SELECT count(*)::int FROM resident_result WHERE run_number = number) AS "residentRows",
       (SELECT count(*)::int FROM member_result WHERE run_number = number) AS "memberRows" FROM run`,
  );
  return runs
    .filter((run) =>
      run.state === 'done'
        ? run.residentRows !== run.residents || run.memberRows !== run.members
        : run.residentRows > 0 || run.memberRows > 0,
    )
    .map(
      (run) =>
        `run ${run.number} is ${run.state} with ${run.residentRows} residents, ${run.memberRows} members`,
    );
}

/** Every file under its name is whole, and every good entry of the log has its file or was rotated away. */
async function badBackups(connection: ConnectionSettings, folder: string): Promise<string[]> {
  const losses: string[] = [];
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.tar'));
  for (const name of names)
    await verifyBackup({ file: path.join(folder, name) }).catch((error: Error) => losses.push(error.message));
  const log = await queryOnce<{ file: string; outcome: string }>(
    connection,
    'SELECT file, outcome FROM backup_log',
  );
  const removed = new Set(log.filter((row) => row.outcome === 'removed').map((row) => row.file));
  // Removing comes before writing it down; a kill in between leaves neither.
  for (const { file } of log.filter((row) => row.outcome === 'done'))
    if (!names.includes(file) && !removed.has(file) && names.length === 0)
      losses.push(`backup ${file} is gone`);
  return losses;
}

async function brokenAudit(
  connection: ConnectionSettings,
  dataDir: string,
  { decisions }: Acknowledged,
): Promise<string[]> {
  const heads = await new AuditHeads(path.join(dataDir, 'audit')).list();
  const { broken } = await verifyAuditOf(connection, heads);
  const losses = broken ? [`audit: ${broken.fault} at ${broken.day} ${broken.seq}`] : [];
  const [count] = await queryOnce<{ n: number }>(
    connection,
    `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'decision.add' AND outcome = 'done'`,
  );
  if ((count?.n ?? 0) < decisions) losses.push(`${decisions} decisions, ${count?.n} audit entries of them`);
  return losses;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
