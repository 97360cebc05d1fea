import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const jangkau = (...words: string[]) =>
  promisify(execFile)(process.execPath, [
    join(import.meta.dirname, '..', '..', 'bin', 'jangkau.mjs'),
    ...words,
  ]);

test('checks the articles that come with it, and any file of claims', async () => {
  const { stdout } = await jangkau('figures', 'check', '--json');
  const files = JSON.parse(stdout);
  expect(files.map(({ verdicts }: { verdicts: object }) => verdicts)).toEqual([
    { follows: 7, rounds: 5, contradicts: 4, 'cannot-be-checked': 1 },
    { follows: 3, rounds: 14, contradicts: 2, 'cannot-be-checked': 0 },
  ]);
  const file = join(await mkdtemp(join(tmpdir(), 'jangkau-claims-')), 'claims.json');
  await writeFile(file, '[{ "value": "16", "unit": "persen", "numerator": 600000, "denominator": 4200000 }]');
  const report = await jangkau('figures', 'check', file);
  expect(report.stdout).toContain('600.000 / 4.200.000 = 14,2857 %; tercetak 16 %: tidak cocok');
});

test('a file that is no list of claims says what is missing, with exit code 3', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'jangkau-claims-')), 'claims.json');
  await writeFile(file, '{ "claims": [{ "unit": "persen" }] }');
  await expect(jangkau('figures', 'check', file)).rejects.toMatchObject({
    code: 3,
    stderr: expect.stringContaining('Isian claims.1.value wajib ada.'),
  });
});
