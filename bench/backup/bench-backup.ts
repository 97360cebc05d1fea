import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackup, reachOwner, restoreBackup, verifyBackup } from '@jangkau/store';
import { queryOnce } from '@jangkau/store/testing/query-once';
import { tableContents } from '@jangkau/store/testing/table-contents';
import { KilledServer } from '../kill/killed-server.ts';

// npm run bench:backup [-- --residents 168820]: backup, check and restore of the mapped demo branch, beside
// PostgreSQL's own COPY of the same tables to /dev/null. Result in bench/results/backup.json.
const { values } = parseArgs({ options: { residents: { type: 'string', default: '168820' } } });
const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-backup-'));
await chmod(folder, 0o755);

/** Seconds of wall and of processor time of this process that a piece of work takes. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; cpuSeconds: number }> {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    result,
    seconds: rounded((performance.now() - from) / 1000),
    cpuSeconds: rounded((user + system) / 1e6),
  };
}

try {
  const server = new KilledServer(path.join(folder, 'data'), { JANGKAU_DEMO_RESIDENTS: values.residents });
  await server.start();
  const owner = await reachOwner({ directory: path.join(server.dataDir, 'postgres') });
  const file = path.join(folder, 'backup.tar');
  // Once unmeasured: all ways begin with the tables in memory.
  const tables = await queryOnce<{ name: string; bytes: number }>(
    owner.connection,
    `SELECT c.oid::regclass::text AS name, pg_table_size(c.oid)::float8 AS bytes FROM pg_class c
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const copyAll = async () => {
    for (const { name } of tables) await queryOnce(owner.connection, `COPY ${name} TO '/dev/null'`);
  };
  await copyAll();
  const limit = await timed(copyAll);
  const backup = await timed(() =>
    makeBackup({ connection: owner.connection, dataDir: server.dataDir, file }),
  );
  const withoutFiles = await timed(() =>
    makeBackup({
      connection: owner.connection,
      dataDir: server.dataDir,
      file: `${file}.tables`,
      files: false,
    }),
  );
  const verify = await timed(() => verifyBackup({ file }));
  // Compared when nobody writes any more: the server's own entries would come in between.
  await server.stop();
  const still = await reachOwner({ directory: path.join(server.dataDir, 'postgres') });
  const last = path.join(folder, 'last.tar');
  await makeBackup({ connection: still.connection, dataDir: server.dataDir, file: last });
  const before = await tableContents(still.connection);
  await still.close();
  // Into the same folder, so that paths in the database stay as they were.
  await rm(server.dataDir, { recursive: true });
  const restore = await timed(() => restoreBackup({ file: last, place: { dataDir: server.dataDir } }));
  const restored = await reachOwner({ directory: path.join(server.dataDir, 'postgres') });
  const after = await tableContents(restored.connection);
  await restored.close();
  const different = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
  const measured = ({ seconds, cpuSeconds }: { seconds: number; cpuSeconds: number }) => ({
    seconds,
    cpuSeconds,
  });
  const result = {
    residents: Number(values.residents),
    rows: backup.result.rows,
    files: backup.result.files,
    tableMegabytes: Math.round(tables.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
    backupMegabytes: Math.round((await stat(file)).size / 1e5) / 10,
    tablesOnlyMegabytes: Math.round((await stat(`${file}.tables`)).size / 1e5) / 10,
    copyToDevNull: { seconds: limit.seconds },
    backup: measured(backup),
    backupTablesOnly: measured(withoutFiles),
    verify: measured(verify),
    restore: measured(restore),
    compared: Object.keys(before).length,
    different,
  };
  console.log(JSON.stringify(result, null, 2));
  await writeFile(new URL('../results/backup.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
  process.exitCode = different.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
