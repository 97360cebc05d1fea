import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { codeSecretUri, newCodeSecret, stepOfCode } from './one-time-code.ts';

const secret = newCodeSecret();
const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
const codeAt = (seconds: number) => generateSync({ secret, epoch: at(seconds).getTime() / 1000 });

test('a code works now and one step either way, and then no more', () => {
  expect(stepOfCode(secret, codeAt(0), at(0), -1)).toBe(60_000_000);
  expect(stepOfCode(secret, codeAt(0), at(31), -1)).toBe(60_000_000);
  expect(stepOfCode(secret, codeAt(30), at(0), -1)).toBe(60_000_001);
  expect(stepOfCode(secret, codeAt(0), at(91), -1)).toBeUndefined();
  expect(stepOfCode(secret, codeAt(90), at(0), -1)).toBeUndefined();
});

test('a code works once, and so does every earlier one', () => {
  expect(stepOfCode(secret, codeAt(0), at(0), 60_000_000)).toBeUndefined();
  expect(stepOfCode(secret, codeAt(-30), at(0), 60_000_000)).toBeUndefined();
  expect(stepOfCode(secret, codeAt(30), at(30), 60_000_000)).toBe(60_000_001);
});

test('what is not six digits is wrong, not an error; spaces do not matter', () => {
  for (const code of ['', 'abc', '12345', '1234567', '１２３４５６'])
    expect(stepOfCode(secret, code, at(0), -1)).toBeUndefined();
  const code = codeAt(0);
  expect(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)} `, at(0), -1)).toBe(60_000_000);
});

test('the QR code names the service and the account', () => {
  expect(codeSecretUri(secret, 'desa')).toBe(`otpauth://totp/Jangkau:desa?secret=${secret}&issuer=Jangkau`);
});
