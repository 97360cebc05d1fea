// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isRunning } from '../apps/cli/bin/is-running.mjs';

/** What the installed packages take on disk, with room for npm's own copies. */
const NEEDED_BYTES = 1.5e9;

/** What npm says, and what it means. */
const CAUSES = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network/i,
    id: 'Registry npm tidak dapat dihubungi. Periksa sambungan internet (atau proxy), lalu ulangi.',
    en: 'The npm registry cannot be reached. Check the network connection (or proxy), then try again.',
  },
  {
    pattern: /ENOSPC/,
    id: 'Disk penuh. Kosongkan sedikitnya 1,5 GB, lalu ulangi.',
    en: 'The disk is full. Free at least 1.5 GB, then try again.',
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    id: 'Folder ini tidak dapat ditulis. Jalankan sebagai pemilik folder, lalu ulangi.',
    en: 'This folder cannot be written. Run as the owner of the folder, then try again.',
  },
  {
    pattern: /EUSAGE|ETARGET|E404/,
    id: 'package-lock.json tidak cocok dengan package.json atau dengan registry npm.',
    en: 'package-lock.json does not fit package.json or the npm registry.',
  },
];

/**
 * Installs the packages of package-lock.json with `npm ci` and tells how it goes.
 * @param {string} folder the repository's root
 * @returns {Promise<string[] | undefined>} undefined when it worked, else lines that say what is wrong
 */
export async function installDependencies(folder) {
  say('Memasang paket dari npm (sekali saja, sekitar setengah menit) ...');
  say('Installing packages from npm (once, about half a minute) ...');
  const scarce = freeBytes(folder) < NEEDED_BYTES;
  if (scarce) say('Perhatian: sisa disk kurang dari 1,5 GB / note: less than 1.5 GB of disk is free.');

  const release = holdLock(folder);
  if (!release) {
    return [
      'Pemasangan lain sedang berjalan di folder ini. Tunggu sampai selesai, lalu ulangi.',
      'Another installation is running in this folder. Wait until it ends, then try again.',
    ];
  }
  const started = Date.now();
  const ticker = setInterval(() => say(`  ... ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
  try {
    const result = await runNpmCi(folder);
    if (result.code === 0) {
      say(`Paket terpasang / packages installed: ${Math.round((Date.now() - started) / 1000)} s`);
      return undefined;
    }
    return explain(result.output);
  } finally {
    clearInterval(ticker);
    release();
  }
}

/**
 * @param {string} output what npm wrote
 * @returns {string[]}
 */
function explain(output) {
  const tail = output.trim().split('\n').slice(-12);
  const cause = CAUSES.find(({ pattern }) => pattern.test(output));
  const words = cause
    ? [cause.id, cause.en]
    : ['Pemasangan paket gagal; pesan npm:', 'Installing the packages failed; npm says:'];
  return [...words, ...tail.map((line) => `  ${line}`)];
}

/**
 * @param {string} folder
 * @returns {Promise<{ code: number, output: string }>}
 */
function runNpmCi(folder) {
  const wanted = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, ...args] = [...npmCommand(), ...wanted];
  return new Promise((resolve) => {
    const npm = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    npm.stdout.on('data', (chunk) => {
      output += chunk;
    });
    npm.stderr.on('data', (chunk) => {
      output += chunk;
    });
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      npm.kill(signal);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    npm.on('error', (error) => resolve({ code: 1, output: `npm: ${error.message}` }));
    npm.on('close', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      if (signal) process.exit(130);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @returns {[string, ...string[]]} the npm that started this script, else the one on the PATH */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && basename(script) === 'npm-cli.js')
    return [process.env.npm_node_execpath ?? process.execPath, script];
  return ['npm'];
}

/**
 * Keeps two starts from installing into one folder at the same time. A lock of a dead process is taken over.
 * @param {string} folder
 * @returns {(() => void) | undefined} gives the lock back; undefined when a living process holds it
 */
function holdLock(folder) {
  const file = join(folder, '.cache', 'install.lock');
  mkdirSync(join(folder, '.cache'), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch {
      if (isRunning(Number(readFileSync(file, 'utf8')))) return undefined;
      rmSync(file, { force: true });
    }
  }
  return undefined;
}

/** @param {string} folder */
function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
