import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/jangkau.mjs', import.meta.url));

let folder: string;
let registers: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jangkau-cli-'));
  const made = await jangkau('demo', '--residents', '2000', '--seed', '3', '--out', join(folder, 'demo'));
  expect(made.code, made.stderr).toBe(0);
  const file = (name: string): string => join(folder, 'demo', name);
  registers = ['--residents', file('residents.csv'), '--members', file('members.csv')];
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as people do; `interruptAfter` presses Ctrl-C when that text appears on stderr. */
function jangkau(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return run(args);
}

function run(args: string[], interruptAfter?: string): ReturnType<typeof jangkau> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let interrupted = false;
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    if (!interruptAfter || interrupted || !stderr.includes(interruptAfter)) return;
    interrupted = true;
    child.kill('SIGINT');
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

test('map writes every output, tells progress on stderr and figures on stdout, twice the same bytes', async () => {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const { code, stdout, stderr } = await jangkau(
    'map',
    ...registers,
    '--out',
    first,
    '--as-of',
    '2026-11-21',
  );
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/Penduduk \/ residents\s+2\.000\n/);
  expect(stderr).toContain('Membaca register penduduk / Reading the population register: 2.000 baris/rows');
  await jangkau('map', ...registers, '--out', second, '--as-of', '2026-11-21', '--threads', '1');
  const names = readdirSync(first);
  expect(names).toEqual(
    expect.arrayContaining(['uncovered.csv', 'links.csv', 'summary.json', 'report.html']),
  );
  for (const name of names.filter((n) => n !== 'timings.json')) {
    const [a, b] = [first, second].map((run) => readFileSync(join(run, name)));
    expect(a?.equals(b as Buffer), name).toBe(true);
  }
});

test('explain says why a resident is on the list, and when there is no such resident', async () => {
  const out = join(folder, 'explained');
  await jangkau('map', ...registers, '--out', out);
  const listed = readFileSync(join(out, 'uncovered.csv'), 'utf8').split('\n')[1]?.split(',')[0] ?? '';
  const { code, stdout } = await jangkau('explain', '--run', out, '--resident', listed);
  expect(code).toBe(0);
  expect(stdout).toContain(listed);
  expect(stdout).not.toMatch(/\d{16}/);
  expect((await jangkau('explain', '--run', out, '--resident', 'nobody')).code).toBe(2);
  expect((await jangkau('explain', '--run', folder, '--resident', listed)).code).toBe(3);
});

test('files that cannot be used end with code 3 and leave a message, not a stack', async () => {
  writeFileSync(join(folder, 'empty.csv'), '');
  const members = registers.slice(2);
  for (const file of ['empty.csv', 'absent.csv']) {
    const args = ['--residents', join(folder, file), ...members, '--out', join(folder, 'unusable')];
    const { code, stderr } = await jangkau('map', ...args);
    expect(code, stderr).toBe(3);
    expect(stderr).toContain(file);
    expect(stderr).not.toContain('    at ');
  }
});

test('Ctrl-C ends a mapping with code 130', async () => {
  const args = ['map', ...registers, '--out', join(folder, 'cancelled')];
  const { code, stderr } = await run(args, 'Membaca register penduduk');
  expect(stderr).toContain('Pemetaan dibatalkan.');
  expect(code).toBe(130);
});
