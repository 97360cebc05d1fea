import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/jangkau.mjs', import.meta.url));

function run(input: string, ...more: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [BIN, 'quote', ...more], { input, encoding: 'utf8' });
}

test('prints the quote and nothing else', () => {
  const { status, stdout, stderr } = run(
    '{"asOf":"2026-02-10","segment":"PBPU","class":"III","people":4,"paidThrough":"2023-07"}',
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    status: { active: false, since: '2023-09-01', reason: 'ARREARS', legalBasis: expect.any(String) },
    arrears: { months: 30, cappedMonths: 24, amount: 3_360_000 },
    reactivation: { amount: 3_500_000, months: 25 },
    rehab: { eligible: true, maxStages: 12, activeOn: '2027-01-31' },
    serviceFine: { applies: false, amount: 0, windowLastDay: null },
    settingsUsed: { arrears_rate_class3: 35_000, rehabVersion: 2 },
  });
});

test('a case that cannot be quoted ends with code 2 and says why in both languages', () => {
  const one = run('{"asOf":"2026-02-30","segment":"PBPU"}');
  expect(one.status).toBe(2);
  expect(JSON.parse(one.stdout)).toMatchObject({ problem: { code: 'field-invalid', field: 'asOf' } });
  expect(one.stderr).toMatch(/Isian asOf tidak sah.*\n.*Field asOf is invalid/);
  const many = run('[{"asOf":"2026-02-10","segment":"PBI"},{}]');
  expect(many.status).toBe(2);
  expect(JSON.parse(many.stdout)).toMatchObject([
    { status: { active: true } },
    { problem: { code: 'field-missing' } },
  ]);
  expect(many.stderr).toContain('1 dari 2 kasus');
  expect(run('no JSON').status).toBe(2);
});

test('--help shows the fields and an example', () => {
  const { status, stdout } = run('', '--help');
  expect(status).toBe(0);
  for (const word of ['paidThrough', 'formerArrearsMonths', 'npx jangkau quote'])
    expect(stdout).toContain(word);
});
