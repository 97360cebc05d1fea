import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/jangkau.mjs', import.meta.url));

test('one line in, one line out: intent, tab, confidence', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'classify'], {
    input: 'tnggakan sy brp min\r\nbayi saya baru lahir\n\nkartu bpjs hilang',
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.replaceAll(/\d\.\d{3}/g, 'n')).toBe(
    'arrears_amount\tn\nnewborn\tn\nother\tn\ncard_digital\tn\n',
  );
});
