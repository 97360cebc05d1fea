import { expect, test } from 'vitest';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';

test('ten different codes that can be typed in any way', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  const [code = ''] = codes;
  expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  const hash = recoveryCodeHash('desa', code);
  expect(recoveryCodeHash('desa', ` ${code.toUpperCase().replace('-', ' ')}`)).toEqual(hash);
  expect(recoveryCodeHash('kota', code)).not.toEqual(hash);
});
