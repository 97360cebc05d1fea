// Plain JavaScript without dependencies: it runs before anything is installed, on Node 20 or newer.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The oldest Node that runs the TypeScript sources as they are. */
const WANTED = 24;

/**
 * The Node that runs the program: the one npm installed, else the running one when it is new enough.
 * @returns {string | undefined} path of the executable; undefined when there is none yet
 */
export function findNode24() {
  const installed = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(installed)) return installed;
  return Number.parseInt(process.versions.node, 10) >= WANTED ? process.execPath : undefined;
}

/**
 * Runs a program with `node`, passes signals on to it and waits for it. Ends this process with the program's
 * exit code (128 + number when a signal ended it). The program has a message channel to this process: when
 * the channel closes, this process was killed and the program should stop.
 * @param {string} node path of the Node executable
 * @param {string[]} args script and its arguments
 */
export function runAndExit(node, args) {
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const stopWatching = watchParents(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`Node ${node} tidak dapat dijalankan / cannot be run: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    stopWatching();
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
  });
}

/**
 * npm (and the shell it starts scripts with) can be killed without a word to its script. Watches the
 * processes above this one up to npm and reports once when one of them is gone. Does nothing outside npm.
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
function watchParents(onGone) {
  if (!process.env.npm_execpath) return () => {};
  const chain = parentChain();
  const timer = setInterval(() => {
    const now = parentChain();
    if (chain.every((pid, i) => now[i] === pid)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}

/** @returns {number[]} process ids from the parent up to npm, at most four */
function parentChain() {
  const chain = [];
  let pid = process.ppid;
  for (let depth = 0; depth < 4 && pid > 1; depth++) {
    chain.push(pid);
    try {
      if (/npm|npx/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').slice(0, 300))) break;
      // "pid (name) state ppid ...": the name may hold spaces and parentheses
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    } catch {
      break;
    }
  }
  return chain;
}
