import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../../bin/is-running.mjs';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { contentHash } from './content-hash.ts';

/** What each built app depends on, from the repository's root. */
const SOURCES = {
  office: ['apps/office', 'packages/contracts', 'packages/kernel', 'package-lock.json'],
  field: [
    'apps/field',
    'packages/contributions',
    'packages/kernel',
    'packages/membership',
    'packages/names',
    'packages/pesiar',
    'packages/phone',
    'packages/sync',
    'package-lock.json',
  ],
  member: ['apps/member', 'packages/contracts', 'packages/kernel', 'packages/phone', 'package-lock.json'],
};
export type BuiltApp = keyof typeof SOURCES;

const NAMES: Record<BuiltApp, { id: string; en: string }> = {
  office: { id: 'Aplikasi kantor', en: 'The office app' },
  field: { id: 'Aplikasi lapangan', en: 'The field app' },
  member: { id: 'Aplikasi peserta', en: 'The member app' },
};

/**
 * The folder with a built app. Builds it when its sources have changed since the last time; a build
 * appears under its final name only when it is complete. `onBuild` is told when a build starts.
 * @throws CommandFailure when the build fails; an AbortError when `signal` stops it
 */
export async function builtApp(
  root: string,
  app: BuiltApp,
  signal: AbortSignal,
  onBuild: () => void,
): Promise<string> {
  const cache = join(root, '.cache', app);
  const name = contentHash(root, SOURCES[app]);
  const folder = join(cache, name);
  if (existsSync(join(folder, 'index.html'))) return folder;

  onBuild();
  await mkdir(cache, { recursive: true });
  const unfinished = join(cache, `${name}.building-${process.pid}`);
  try {
    await viteBuild(root, app, unfinished, signal);
    await rename(unfinished, folder).catch((error) => {
      // Another start was quicker.
      if (!existsSync(join(folder, 'index.html'))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await removeOthers(cache, name);
  return folder;
}

function viteBuild(root: string, app: BuiltApp, outDir: string, signal: AbortSignal): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: join(root, 'apps', app),
      // Whoever starts us for a test gets what everybody gets.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const tail = output.trim().split('\n').slice(-20).join('\n');
      reject(
        new CommandFailure(
          exitCodes.unexpected,
          `${NAMES[app].id} gagal dibangun:\n${tail}`,
          `${NAMES[app].en} could not be built.`,
        ),
      );
    });
  });
}

/** Removes earlier builds and what killed builds left behind. */
async function removeOthers(cache: string, keep: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const builder = Number(/\.building-(\d+)$/.exec(name)?.[1] ?? 0);
    if (name === keep || isRunning(builder)) continue;
    await rm(join(cache, name), { recursive: true, force: true });
  }
}
