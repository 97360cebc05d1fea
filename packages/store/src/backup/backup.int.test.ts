import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isProblem } from '@jangkau/kernel';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCluster } from '../cluster/cluster.ts';
import { databaseName, openDatabase } from '../database/open-database.ts';
import { loadFixtureRun } from '../testing/loaded-run.ts';
import { tableContents, tableStructure } from '../testing/table-contents.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { type BackupOptions, makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { isRestoreUnfinished, markRestore } from './unfinished-restore.ts';
import { verifyBackup } from './verify-backup.ts';

let source: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let dataDir: string;
let plain: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jangkau-backup-'));
  await chmod(folder, 0o755);
  dataDir = path.join(folder, 'asal');
  source = await openTestDatabase();
  const upload = path.join(dataDir, 'uploads', 'a.csv');
  await mkdir(path.dirname(upload), { recursive: true });
  await writeFile(upload, 'no_penduduk,nama\n'.repeat(600_000));
  await sql`INSERT INTO upload (id, name, size, kind, source, path, detection, created_by) VALUES
    (gen_random_uuid(), E'tab\tand\nline\\break', 1, 'residents', 'upload', ${upload}, '{"a": "\\u0001 \\\\N"}', 'uji'),
    (gen_random_uuid(), 'gone.csv', 1, 'members', 'upload', ${path.join(dataDir, 'uploads', 'gone.csv')}, '{}', 'uji'),
    (gen_random_uuid(), 'elsewhere.csv', 1, 'members', 'upload', '/etc/hostname', '{}', 'uji')`.execute(
    source.owner,
  );
  for (const residents of [3000, 500]) await loadFixtureRun(source, { residents });
  await mkdir(path.join(dataDir, 'audit'));
  await writeFile(path.join(dataDir, 'audit', '2026-11-22.json'), '{}');
  await writeFile(path.join(dataDir, 'secret-key'), 'rahasia');
  const run = path.join(dataDir, 'runs', 'x');
  await mkdir(path.join(run, 'inner'), { recursive: true });
  await writeFile(path.join(run, 'uncovered.csv'), 'no_penduduk\nP1\n');
  await writeFile(path.join(run, 'inner', 'empty.txt'), '');
  await sql`UPDATE run SET directory = ${run} WHERE number = 1`.execute(source.owner);
  plain = path.join(folder, 'plain.tar');
  await backup({ file: plain });
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true, force: true });
});

function backup(options: Partial<BackupOptions> & { file: string }) {
  return makeBackup({ connection: { connectionString: source.url }, dataDir, ...options });
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  return isProblem(error) ? error.code : String(error);
}

/** Opens a restored data folder's own PostgreSQL while looking at it. */
async function inside<T>(place: string, look: (connection: object) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ directory: path.join(place, 'postgres') });
  try {
    return await look(cluster.connection(databaseName));
  } finally {
    await cluster.stop();
  }
}

test('a backup restored into an empty place is equal: rows, sequences, structure, files', async () => {
  const place = path.join(folder, 'pulih');
  const steps = new Set<string>();
  const restored = await restoreBackup({
    file: plain,
    place: { dataDir: place },
    onProgress: ({ step }) => steps.add(step),
  });
  expect([...steps]).toEqual(['verify', 'load', 'indexes']);
  expect(restored.manifest.missing).toEqual(['uploads/gone.csv']);
  await inside(place, async (connection) => {
    expect(await tableStructure(connection)).toEqual(await tableStructure({ connectionString: source.url }));
    // Paths name the new folder; put back they are all that differed.
    const from = await tableContents({ connectionString: source.url });
    expect(await tableContents(connection)).not.toEqual(from);
  });
  const moved = await restoredRows(place, 'SELECT path FROM upload ORDER BY name');
  expect(moved.map(({ path }) => path)).toEqual([
    '/etc/hostname',
    path.join(place, 'uploads', 'gone.csv'),
    path.join(place, 'uploads', 'a.csv'),
  ]);
  for (const file of [
    'audit/2026-11-22.json',
    'uploads/a.csv',
    'runs/x/uncovered.csv',
    'runs/x/inner/empty.txt',
  ])
    expect((await readFile(path.join(place, file))).equals(await readFile(path.join(dataDir, file)))).toBe(
      true,
    );
  expect(await isRestoreUnfinished(place)).toBe(false);

  // It is a database to work with: opened, migrated, and the next run gets the next number.
  const database = await openDatabase({ directory: path.join(place, 'postgres') });
  const run = await loadFixtureRun(database, { residents: 100 });
  expect(run.number).toBe(3);
  await database.close();
});

async function restoredRows(place: string, statement: string): Promise<Record<string, string>[]> {
  const database = await openDatabase({ directory: path.join(place, 'postgres') });
  try {
    return (await sql.raw<Record<string, string>>(statement).execute(database.owner)).rows;
  } finally {
    await database.close();
  }
}

test('into a managed database, with the same data folder, every row is equal', async () => {
  const target = await openTestDatabase({ migrated: false });
  try {
    const elsewhere = path.join(folder, 'files-only');
    await restoreBackup({ file: plain, place: { dataDir: elsewhere, url: target.url } });
    await sql`UPDATE upload SET path = replace(path, ${elsewhere}, ${dataDir})`.execute(target.owner);
    await sql`UPDATE run SET directory = replace(directory, ${elsewhere}, ${dataDir})`.execute(target.owner);
    const [from, to] = [source.url, target.url].map((connectionString) => ({ connectionString }));
    expect(await tableContents(to as object)).toEqual(await tableContents(from as object));
    expect(await tableStructure(to as object)).toEqual(await tableStructure(from as object));
    const again = restoreBackup({
      file: plain,
      place: { dataDir: path.join(folder, 'third'), url: target.url },
    });
    expect(await problemOf(again)).toBe('restore-not-empty');
  } finally {
    await target.close();
  }
});

test('a snapshot is of one moment, while rows come and go', async () => {
  const file = path.join(folder, 'busy.tar');
  let writing = true;
  const writer = (async () => {
    for (let i = 0; writing; i++)
      await sql`WITH a AS (INSERT INTO column_mapping VALUES ('residents', ${`s${i}`}, '{}', now(), 'uji'))
        INSERT INTO banjar VALUES ('51.71.01.1001', ${`s${i}`})`.execute(source.owner);
  })();
  await backup({ file, files: false });
  writing = false;
  await writer;
  const { manifest } = await verifyBackup({ file });
  const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? Number.NaN;
  const banjars = await sql<{
    n: number;
  }>`SELECT count(*)::int AS n FROM banjar WHERE name LIKE 'Banjar%'`.execute(source.owner);
  expect(rows('column_mapping')).toBe(rows('banjar') - (banjars.rows[0]?.n ?? 0));
  expect(manifest.files.map(({ path }) => path)).toEqual(['audit/2026-11-22.json']);
  await sql`DELETE FROM column_mapping`.execute(source.owner);
  await sql`DELETE FROM banjar WHERE name LIKE 's%'`.execute(source.owner);
});

test('encrypted backups open with their key alone', async () => {
  const identity = await generateX25519Identity();
  const recipients = [await identityToRecipient(identity)];
  const [toKey, toWord] = [path.join(folder, 'key.tar.age'), path.join(folder, 'word.tar.age')];
  await backup({ file: toKey, lock: { recipients } });
  await backup({ file: toWord, lock: { passphrase: 'kata sandi panjang' }, files: false });
  expect((await readFile(toKey)).includes('WAYAN')).toBe(false);
  const opened = await verifyBackup({ file: toKey, key: { identities: [identity] } });
  expect(opened.encrypted).toBe(true);
  // The key of secrets travels under lock only.
  const filesOf = (backup: typeof opened) => backup.manifest.files.map(({ path }) => path);
  expect(filesOf(opened)).toContain('secret-key');
  expect(filesOf(await verifyBackup({ file: plain }))).not.toContain('secret-key');
  expect(await problemOf(verifyBackup({ file: toKey }))).toBe('backup-locked');
  const other = { identities: [await generateX25519Identity()] };
  expect(await problemOf(verifyBackup({ file: toKey, key: other }))).toBe('backup-key-wrong');
  await verifyBackup({ file: toWord, key: { passphrase: 'kata sandi panjang' } });
  expect(await problemOf(backup({ file: path.join(folder, 'n'), lock: { recipients: ['age1x'] } }))).toBe(
    'setting-invalid',
  );
  // Cut short at a boundary of age's own: its last chunk of 64 KiB and a tag is gone.
  const whole = await readFile(toKey);
  const begin = whole.indexOf('\n', whole.indexOf('\n--- ') + 1) + 1 + 16;
  const chunk = 65_536 + 16;
  const cut = begin + Math.floor((whole.length - begin - 1) / chunk) * chunk;
  await writeFile(`${toKey}.cut`, whole.subarray(0, cut));
  expect(await problemOf(verifyBackup({ file: `${toKey}.cut`, key: { identities: [identity] } }))).toBe(
    'backup-damaged',
  );
  // Broken in the first chunk, before anything can be read of it.
  const broken = Uint8Array.from(whole);
  broken[begin + 5] = (broken[begin + 5] as number) ^ 1;
  await writeFile(`${toKey}.broken`, broken);
  expect(await problemOf(verifyBackup({ file: `${toKey}.broken`, key: { identities: [identity] } }))).toBe(
    'backup-damaged',
  );
});

test('damage anywhere is found before anything is restored', async () => {
  const whole = await readFile(plain);
  const file = path.join(folder, 'damaged.tar');
  const place = path.join(folder, 'never');
  const codes = new Set<string>();
  for (let i = 1; i <= 12; i++) {
    const at = Math.floor((whole.length * i) / 13);
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    await writeFile(file, bytes);
    codes.add(await problemOf(verifyBackup({ file })));
  }
  // A bit in the padding of tar belongs to nothing.
  codes.delete('undefined');
  for (const code of codes) expect(code).toMatch(/^backup-(damaged|unknown|newer)$/);
  expect(codes).toContain('backup-damaged');
  for (const length of [0, 100, 1000, Math.floor(whole.length / 2), whole.length - 2000]) {
    await writeFile(file, whole.subarray(0, length));
    expect(await problemOf(restoreBackup({ file, place: { dataDir: place } }))).toMatch(
      /^backup-(damaged|unknown)$/,
    );
  }
  expect(await readdir(folder)).not.toContain('never');
});

test('a backup that is stopped leaves no file, and never replaces one', async () => {
  const file = path.join(folder, 'kept', 'once.tar');
  const abort = new AbortController();
  const stopped = backup({ file, signal: abort.signal, onProgress: () => abort.abort(new Error('stopped')) });
  await expect(stopped).rejects.toThrow('stopped');
  expect(await readdir(path.dirname(file))).toEqual([]);
  // What a killed process left is gone with the next one.
  await writeFile(path.join(folder, 'kept', '.dead.tar.999999.part'), 'x');
  const made = await backup({ file });
  expect(await readdir(path.dirname(file))).toEqual(['once.tar']);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  ).toBe(made.sha256);
  expect(await problemOf(backup({ file }))).toBe('backup-folder-unusable');
  expect(await problemOf(backup({ file: path.join(file, 'below.tar') }))).toBe('backup-folder-unusable');
});

test('a restore only begins in an empty place, and one that was killed is refused by the server and begins again', async () => {
  const place = path.join(folder, 'penuh');
  await mkdir(path.join(place, 'uploads'), { recursive: true });
  await writeFile(path.join(place, 'uploads', 'mine.csv'), 'x');
  expect(await problemOf(restoreBackup({ file: plain, place: { dataDir: place } }))).toBe(
    'restore-not-empty',
  );
  expect(await readFile(path.join(place, 'uploads', 'mine.csv'), 'utf8')).toBe('x');

  const abort = new AbortController();
  const half = path.join(folder, 'setengah');
  const broken = restoreBackup({
    file: plain,
    place: { dataDir: half },
    signal: abort.signal,
    onProgress: ({ step }) => step === 'indexes' && abort.abort(new Error('killed')),
  });
  await expect(broken).rejects.toThrow('killed');
  expect(await isRestoreUnfinished(half)).toBe(true);
  expect(await problemOf(openDatabase({ directory: path.join(half, 'postgres') }))).toBe(
    'restore-unfinished',
  );
  await markRestore(half, plain);
  await restoreBackup({ file: plain, place: { dataDir: half } });
  expect(await isRestoreUnfinished(half)).toBe(false);
});
