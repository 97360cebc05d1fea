import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRunning } from './is-running.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jangkau-launcher-'));
  const launcher = new URL('./on-node-24.mjs', import.meta.url).href;
  writeFileSync(
    join(folder, 'launch.mjs'),
    `import { findNode24, runAndExit } from '${launcher}'; runAndExit(findNode24(), process.argv.slice(2));`,
  );
  writeFileSync(
    join(folder, 'program.mjs'),
    `process.on('SIGTERM', () => { console.log('term'); process.exit(7); });
     process.on('disconnect', () => process.exit(9));
     console.log(process.pid);
     if (process.argv[2]) process.exit(Number(process.argv[2]));
     setInterval(() => {}, 1000);`,
  );
  const signal = new URL('../src/terminal/cancel-signal.ts', import.meta.url).href;
  writeFileSync(
    join(folder, 'command.mjs'),
    `import { cancelSignal } from '${signal}'; cancelSignal(); console.log(process.pid);`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the program through the launcher; resolves with the program's own process id. */
async function launch(...args: string[]) {
  return launchProgram('program.mjs', ...args);
}

async function launchProgram(
  program: string,
  ...args: string[]
): Promise<{ launcher: ChildProcess; pid: number; ended: Promise<number | null> }> {
  const launcher = spawn(process.execPath, [join(folder, 'launch.mjs'), join(folder, program), ...args]);
  const ended = new Promise<number | null>((resolve) => launcher.on('exit', (code) => resolve(code)));
  const pid = await new Promise<number>((resolve) =>
    launcher.stdout.once('data', (text) => resolve(Number(text))),
  );
  return { launcher, pid, ended };
}

test('the exit code of the program is the exit code of the launcher', async () => {
  const { ended } = await launch('3');
  expect(await ended).toBe(3);
});

test('a signal reaches the program, and the launcher waits for it', async () => {
  const { launcher, pid, ended } = await launch();
  launcher.kill('SIGTERM');
  expect(await ended).toBe(7);
  expect(isRunning(pid)).toBe(false);
});

test('a program killed by a signal gives 128 + its number', async () => {
  const { pid, ended } = await launch();
  process.kill(pid, 'SIGKILL');
  expect(await ended).toBe(137);
});

test('the program ends when its launcher is killed without a word', async () => {
  const { launcher, pid, ended } = await launch();
  launcher.kill('SIGKILL');
  await ended;
  await expect.poll(() => isRunning(pid), { timeout: 5000 }).toBe(false);
});

test('a command that can be cancelled ends when its work is done', async () => {
  const { launcher, ended } = await launchProgram('command.mjs');
  const late = setTimeout(() => launcher.kill('SIGKILL'), 5000);
  expect(await ended).toBe(0);
  clearTimeout(late);
});
