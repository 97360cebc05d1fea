import { access, constants, readdir, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { formatNumber } from '@jangkau/kernel';
import type { Settings } from '@jangkau/server';
import { root } from '../../bin/on-node-24.mjs';
import { type Finding, fine, problem, warning } from './finding.ts';

const gib = 1024 ** 3;

/** Node and the packages npm installed. */
export async function programFindings(): Promise<Finding[]> {
  const findings = [fine('node', `Node ${process.versions.node}.`, `Node ${process.versions.node}.`)];
  const { isInstalled } = await import(new URL('scripts/is-installed.mjs', `file://${root}`).href);
  findings.push(
    isInstalled(root)
      ? fine('packages', 'Paket npm lengkap.', 'The npm packages are complete.')
      : problem(
          'packages',
          ['Paket npm tidak lengkap atau tidak cocok.', 'The npm packages are incomplete or do not fit.'],
          ['Jalankan "npm ci" di folder Jangkau.', 'Run "npm ci" in the Jangkau folder.'],
        ),
  );
  return findings;
}

/** Data folder and backup folder: there, writable, with room, not half restored. */
export async function folderFindings({ dataDir, backupDir, backupSchedule }: Settings): Promise<Finding[]> {
  const findings: Finding[] = [];
  const there = await stat(dataDir).catch(() => undefined);
  if (!there)
    return [
      fine(
        'data-folder',
        `Folder data ${dataDir} belum ada; dibuat saat mulai.`,
        `Data folder ${dataDir} is not there yet; it is made at the start.`,
      ),
    ];
  if (!(await writable(dataDir)))
    findings.push(
      problem(
        'data-folder',
        [`Folder data ${dataDir} tidak dapat ditulis.`, `Data folder ${dataDir} cannot be written to.`],
        [
          `Berikan haknya kepada pengguna server: chown -R PENGGUNA ${dataDir}`,
          `Give it to the server's user: chown -R USER ${dataDir}`,
        ],
      ),
    );
  if (await stat(path.join(dataDir, 'restore.unfinished')).catch(() => undefined))
    findings.push(
      problem(
        'restore',
        [
          'Pemulihan cadangan ke folder data ini belum selesai.',
          'A restore into this data folder was not finished.',
        ],
        [
          'Jalankan lagi "npx jangkau restore BERKAS"; mulai dari awal dengan aman.',
          'Run "npx jangkau restore FILE" again; it starts from the beginning safely.',
        ],
      ),
    );
  findings.push(await room(dataDir));
  if (backupSchedule === undefined)
    findings.push(
      warning(
        'backup-schedule',
        ['Pencadangan terjadwal dimatikan.', 'Scheduled backups are off.'],
        [
          'Isi JANGKAU_BACKUP_SCHEDULE, mis. "30 1 * * *".',
          'Set JANGKAU_BACKUP_SCHEDULE, such as "30 1 * * *".',
        ],
      ),
    );
  const backups = await stat(backupDir).catch(() => undefined);
  if (backups && !(await writable(backupDir)))
    findings.push(
      problem(
        'backup-folder',
        [
          `Folder cadangan ${backupDir} tidak dapat ditulis.`,
          `Backup folder ${backupDir} cannot be written to.`,
        ],
        ['Periksa haknya dan apakah disknya terpasang.', 'Check its rights and whether its disk is mounted.'],
      ),
    );
  else if ((backups?.dev ?? there.dev) === there.dev)
    findings.push(
      warning(
        'backup-folder',
        ['Cadangan berada di disk yang sama dengan data.', 'Backups lie on the same disk as the data.'],
        [
          'Arahkan JANGKAU_BACKUP_DIR ke disk atau server lain; bila disk ini rusak, keduanya hilang.',
          'Point JANGKAU_BACKUP_DIR to another disk or server; if this one breaks, both are lost.',
        ],
      ),
    );
  const left = (await readdir(backupDir).catch(() => [])).filter((name) => name.endsWith('.part'));
  if (left.length > 0)
    findings.push(
      fine(
        'leftovers',
        `${left.length} cadangan setengah jadi; dihapus oleh cadangan berikutnya.`,
        `${left.length} half-made backups; the next one removes them.`,
      ),
    );
  return findings;
}

async function room(folder: string): Promise<Finding> {
  const { bavail, bsize, blocks } = await statfs(folder);
  const free = bavail * bsize;
  const share = blocks > 0 ? bavail / blocks : 1;
  const said: [string, string] = [
    `Ruang disk tersisa ${formatNumber(free / gib, 1)} GiB (${formatNumber(share * 100)} %).`,
    `Disk space left: ${formatNumber(free / gib, 1)} GiB (${formatNumber(share * 100)} %).`,
  ];
  const advice: [string, string] = [
    'Hapus pemetaan lama di aplikasi kantor, atau tambah ruang disk. Jangan menghapus berkas di folder data.',
    'Delete old mappings in the office app, or add disk space. Do not delete files of the data folder.',
  ];
  if (free < gib) return problem('disk', said, advice);
  if (free < 5 * gib || share < 0.05) return warning('disk', said, advice);
  return fine('disk', ...said);
}

/** Whether the port is free, or used by our own server. */
export async function portFinding({ host, port }: Settings, serving: boolean): Promise<Finding> {
  if (serving) return fine('port', `Server menjawab di port ${port}.`, `The server answers on port ${port}.`);
  const code = await listenOnce(host, port);
  if (code === undefined) return fine('port', `Port ${port} bebas.`, `Port ${port} is free.`);
  return problem(
    'port',
    [
      `Port ${port} di ${host} tidak dapat dipakai (${code}).`,
      `Port ${port} on ${host} cannot be used (${code}).`,
    ],
    [
      `Hentikan program yang memakainya (ss -ltnp | grep ${port}), atau pilih PORT lain.`,
      `Stop the program that uses it (ss -ltnp | grep ${port}), or choose another PORT.`,
    ],
  );
}

function listenOnce(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

function writable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
