import { formatNumber } from '@jangkau/kernel';
import type { RunningServer, Settings } from '@jangkau/server';
import { root } from '../../bin/on-node-24.mjs';
import { databaseFailure } from '../terminal/database-failure.ts';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { ProgressLine } from '../terminal/progress-line.ts';
import { builtApp } from './built-app.ts';
import { listenForStop } from './stop-request.ts';

/**
 * Runs everything until it is asked to stop: office app, database, server, and at the first start a demo
 * branch that is mapped. Resolves when all of it has ended.
 * @throws CommandFailure when a setting is wrong or the port is taken
 */
export async function serve(): Promise<void> {
  // A terminal that was closed takes no more text; that must not end the server in the middle of its work.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const stop = listenForStop(() => say('Menghentikan Jangkau ... / stopping ...'));
  const started = performance.now();
  try {
    const [{ prepareDemo, readSettings, startServer }, builtOffice, builtField, builtMember] =
      await Promise.all([
        import('@jangkau/server'),
        process.env.JANGKAU_OFFICE_DIR
          ? undefined
          : builtApp(root, 'office', stop.signal, () =>
              say('Membangun aplikasi kantor ... / building the office app ...'),
            ),
        process.env.JANGKAU_FIELD_DIR
          ? undefined
          : builtApp(root, 'field', stop.signal, () =>
              say('Membangun aplikasi lapangan ... / building the field app ...'),
            ),
        process.env.JANGKAU_MEMBER_DIR
          ? undefined
          : builtApp(root, 'member', stop.signal, () =>
              say('Membangun aplikasi peserta ... / building the member app ...'),
            ),
      ]);
    const settings = checked(() => readSettings({ JANGKAU_LOG_LEVEL: 'warn', ...process.env }));
    say('Menyiapkan basis data dan server ... / preparing the database and server ...');
    const server = await startServer({
      ...settings,
      officeDir: settings.officeDir ?? builtOffice,
      fieldDir: settings.fieldDir ?? builtField,
      memberDir: settings.memberDir ?? builtMember,
    }).catch((error: unknown) => {
      throw startFailure(error, settings);
    });
    try {
      if (!stop.signal.aborted) await prepareWithProgress(prepareDemo, server, stop.signal);
      if (!stop.signal.aborted) await announce(server, settings, started);
      const lost = await Promise.race([stop.asked, server.lost]);
      if (lost) throw databaseLost(lost);
    } finally {
      await server.close();
    }
    say('Jangkau berhenti dengan rapi. / stopped cleanly.');
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
}

async function prepareWithProgress(
  prepareDemo: typeof import('@jangkau/server').prepareDemo,
  server: RunningServer,
  signal: AbortSignal,
): Promise<void> {
  const line = new ProgressLine();
  let label = '';
  try {
    await prepareDemo(server.services, {
      signal,
      onProgress: ({ label_id, label_en, fraction }) => {
        // Without a terminal to rewrite a line on, each step is told once.
        if (!process.stderr.isTTY && label !== label_id) say(`  ${label_id} / ${label_en}`);
        label = label_id;
        line.report({ stage: 'demo', label_id, label_en, done: fraction, total: 1 });
      },
    });
  } catch (error) {
    if (signal.aborted) return;
    // The server is of use without the demo.
    const reason = error instanceof Error ? error.message : String(error);
    line.close();
    say(`Cabang tiruan tidak dapat disiapkan / the demo branch could not be prepared: ${reason}`);
  } finally {
    line.close();
  }
}

/** Says what the last mapping found, where to go and how to get in. */
async function announce(server: RunningServer, settings: Settings, started: number): Promise<void> {
  const [newest] = await server.services.runs.list({ state: 'done', limit: 1 });
  const { username, password, others } = server.signIn;
  const lines: [string, string][] = [];
  if (newest?.counts) {
    const { residents, linked, uncovered, inactive } = newest.counts;
    lines.push(
      [
        `Pemetaan ${newest.number} / mapping ${newest.number}`,
        `${formatNumber(residents)} penduduk / residents`,
      ],
      ['  terhubung / linked', formatNumber(linked)],
      ['  belum terdaftar / not registered', formatNumber(uncovered)],
      ['  tidak aktif / inactive', formatNumber(inactive)],
    );
  }
  lines.push(
    ['Alamat / address', server.url],
    ['Aplikasi lapangan / field app', `${server.url}/field/`],
    ['Aplikasi peserta / member app', `${server.url}/member/`],
    ...(server.services.whatsapp.simulator && settings.demoResidents > 0
      ? [['Simulator PANDAWA', `${server.url}/pandawa/simulator`] as [string, string]]
      : []),
    ['Masuk / sign in', password ? `${username}  sandi / password: ${password}` : username],
    ...(others.length > 0 ? [['  akun lain / others', others.join(' ')] as [string, string]] : []),
  );
  const width = Math.max(...lines.map(([name]) => name.length));
  say('');
  for (const [name, value] of lines) say(`${name.padEnd(width)}  ${value}`);
  if (settings.demoResidents > 0)
    say('Semua orang di cabang tiruan ini rekaan. / Everyone in this demo is made up.');
  const seconds = formatNumber((performance.now() - started) / 1000, 1);
  say(`Siap dalam ${seconds} s. Ctrl-C untuk berhenti. / Ready; Ctrl-C to stop.`);
}

function checked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(exitCodes.usage, reason, 'See the settings in README.md.');
  }
}

function databaseLost({ message }: Error): CommandFailure {
  return new CommandFailure(
    exitCodes.unexpected,
    `PostgreSQL berhenti dan tidak dapat dijalankan lagi: ${message}. Periksa dengan "npx jangkau doctor".`,
    `PostgreSQL ended and cannot be started again: ${message}. Look with "npx jangkau doctor".`,
  );
}

function startFailure(error: unknown, { port, host }: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new CommandFailure(
      exitCodes.unexpected,
      `Port ${port} sudah dipakai program lain. Hentikan program itu, atau pilih yang lain: PORT=4801 npm start`,
      `Port ${port} is used by another program. Stop that program, or choose another: PORT=4801 npm start`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND') {
    return new CommandFailure(
      exitCodes.unexpected,
      `Server tidak dapat mendengarkan di ${host}:${port} (${code}).`,
      `The server cannot listen on ${host}:${port} (${code}).`,
    );
  }
  return databaseFailure(error);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
