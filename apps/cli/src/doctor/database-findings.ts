import { formatNumber } from '@jangkau/kernel';
import type { DatabaseReport } from '@jangkau/store';
import { type Finding, fine, problem, warning } from './finding.ts';

/** The oldest PostgreSQL the statements work with: uuidv7() came with it. */
const oldestVersion = 180_000;
const staleBackupHours = 36;
const clockToleranceSeconds = 5;

/**
 * What a database's report means. `now` is the time here, `serving` whether a server works on it, `keys` the names of
 * the secret keys there are.
 */
export function databaseFindings(
  report: DatabaseReport,
  now: Date,
  serving: boolean,
  keys: readonly string[],
): Finding[] {
  return [
    version(report),
    ...migrations(report),
    ...loginFindings(report),
    ...keyFindings(report, keys),
    clock(report, now),
    ...runs(report, serving),
    backup(report, now),
    ...audit(report, serving),
  ];
}

function version({ version, bytes }: DatabaseReport): Finding {
  const name = `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`;
  if (version < oldestVersion)
    return problem(
      'database',
      [`${name} terlalu tua.`, `${name} is too old.`],
      ['Pakai PostgreSQL 18 atau lebih baru.', 'Use PostgreSQL 18 or newer.'],
    );
  const size = `${formatNumber(bytes / 1e6)} MB`;
  return fine('database', `${name} menjawab; ${size}.`, `${name} answers; ${size}.`);
}

function keyFindings({ sealedWith }: DatabaseReport, keys: readonly string[]): Finding[] {
  const missing = sealedWith.filter((key) => !keys.includes(key)).join(', ');
  if (missing === '') return [];
  return [
    problem(
      'keys',
      [
        `Kunci rahasia ${missing} tidak ada: sebagian foto, tanda tangan atau dokumen percakapan tidak dapat dibuka.`,
        `Secret key ${missing} is missing: some photographs, signatures or documents of chats cannot be opened.`,
      ],
      [
        'Taruh lagi kunci lama di belakang kunci baru dalam JANGKAU_SECRET_KEY atau berkas secret-key (docs/keys.md).',
        'Put the old key back behind the new one in JANGKAU_SECRET_KEY or the file secret-key (docs/keys.md).',
      ],
    ),
  ];
}

function migrations({ migrations: { pending, unknown }, restoreUnfinished }: DatabaseReport): Finding[] {
  if (restoreUnfinished)
    return [
      problem(
        'restore',
        ['Pemulihan cadangan belum selesai.', 'A restore was not finished.'],
        ['Jalankan lagi "npx jangkau restore BERKAS".', 'Run "npx jangkau restore FILE" again.'],
      ),
    ];
  if (unknown.length > 0)
    return [
      problem(
        'migrations',
        [
          `Basis data lebih baru daripada program ini: ${unknown.join(', ')}.`,
          `The database is newer than this program: ${unknown.join(', ')}.`,
        ],
        ['Pasang kembali Jangkau yang lebih baru.', 'Install the newer Jangkau again.'],
      ),
    ];
  if (pending.length > 0)
    return [
      warning(
        'migrations',
        [
          `Migrasi belum diterapkan: ${pending.join(', ')}.`,
          `Migrations not applied: ${pending.join(', ')}.`,
        ],
        [
          'Buat cadangan, lalu mulai ulang server; bila tetap ada, lihat log server saat mulai.',
          'Make a backup, then restart the server; if they stay, read the log of its start.',
        ],
      ),
    ];
  return [fine('migrations', 'Semua migrasi sudah diterapkan.', 'All migrations are applied.')];
}

function loginFindings({ logins: { missing, closed, tooStrong } }: DatabaseReport): Finding[] {
  const findings: Finding[] = [];
  if (tooStrong.length > 0)
    findings.push(
      problem(
        'logins',
        [
          `Akun terlalu berkuasa: ${tooStrong.join(', ')}.`,
          `Logins can do too much: ${tooStrong.join(', ')}.`,
        ],
        [
          'ALTER ROLE ... NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;',
          'ALTER ROLE ... NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;',
        ],
      ),
    );
  const absent = [...missing, ...closed];
  if (absent.length > 0)
    findings.push(
      warning(
        'logins',
        [`Akun belum dapat masuk: ${absent.join(', ')}.`, `Logins cannot log in yet: ${absent.join(', ')}.`],
        [
          'Server membuatnya saat mulai; bila gagal, log server menyebut perintahnya.',
          'The server makes them when it starts; if it cannot, its log names the statement.',
        ],
      ),
    );
  return findings.length > 0
    ? findings
    : [fine('logins', 'Akun basis data benar.', 'Database logins are right.')];
}

function clock({ now: there, latest }: DatabaseReport, now: Date): Finding {
  const skew = Math.abs(there.getTime() - now.getTime()) / 1000;
  const behind = latest && latest.getTime() - now.getTime() > 60_000;
  if (behind)
    return problem(
      'clock',
      ['Jam mundur: ada catatan dari masa depan.', 'The clock went back: there are records of the future.'],
      [
        'Betulkan tanggal dan jam (timedatectl), nyalakan NTP, lalu mulai ulang.',
        'Set date and time (timedatectl), turn NTP on, then restart.',
      ],
    );
  if (skew > clockToleranceSeconds)
    return warning(
      'clock',
      [
        `Jam server dan basis data berbeda ${formatNumber(skew)} detik.`,
        `The clocks of server and database differ by ${formatNumber(skew)} s.`,
      ],
      ['Nyalakan NTP di keduanya.', 'Turn NTP on at both.'],
    );
  return fine('clock', 'Jam sama dengan basis data.', 'The clock agrees with the database.');
}

function runs({ runs: { running, interrupted } }: DatabaseReport, serving: boolean): Finding[] {
  const findings: Finding[] = [];
  if (running.length > 0 && !serving)
    findings.push(
      warning(
        'runs',
        [
          `Pemetaan ${running.join(', ')} tertulis berjalan, padahal server mati.`,
          `Mapping ${running.join(', ')} is marked as running while no server runs.`,
        ],
        [
          'Jalankan server; pemetaan itu dilanjutkan sendiri.',
          'Start the server; the mapping goes on by itself.',
        ],
      ),
    );
  if (interrupted.length > 0)
    findings.push(
      warning(
        'runs',
        [
          `Pemetaan ${interrupted.join(', ')} terhenti.`,
          `Mapping ${interrupted.join(', ')} was interrupted.`,
        ],
        [
          'Buka Beranda di aplikasi kantor, lalu pilih Jalankan lagi.',
          'Open Home in the office app and start it again.',
        ],
      ),
    );
  return findings.length > 0
    ? findings
    : [fine('runs', 'Tidak ada pemetaan yang macet.', 'No mapping is stuck.')];
}

function backup({ lastBackup }: DatabaseReport, now: Date): Finding {
  const advice: [string, string] = [
    'Jalankan "npx jangkau backup", lalu periksa JANGKAU_BACKUP_SCHEDULE dan halaman Pencadangan.',
    'Run "npx jangkau backup", then check JANGKAU_BACKUP_SCHEDULE and the Backups page.',
  ];
  if (!lastBackup) return warning('backup', ['Belum ada cadangan.', 'There is no backup yet.'], advice);
  const hours = (now.getTime() - lastBackup.getTime()) / 3_600_000;
  const age = formatNumber(hours, hours < 10 ? 1 : 0);
  if (hours > staleBackupHours)
    return problem(
      'backup',
      [`Cadangan baik terakhir berumur ${age} jam.`, `The last good backup is ${age} hours old.`],
      advice,
    );
  return fine(
    'backup',
    `Cadangan baik terakhir berumur ${age} jam.`,
    `The last good backup is ${age} hours old.`,
  );
}

function audit({ sealLagSeconds }: DatabaseReport, serving: boolean): Finding[] {
  if (serving && sealLagSeconds > 900)
    return [
      problem(
        'audit',
        [
          'Catatan audit belum disegel lebih dari 15 menit.',
          'Audit entries have waited more than 15 minutes to be sealed.',
        ],
        [
          'Jalankan "npx jangkau audit verify" dan lihat log server.',
          'Run "npx jangkau audit verify" and read the log of the server.',
        ],
      ),
    ];
  return [fine('audit', 'Segel audit mengikuti.', 'The seal of the audit keeps up.')];
}
