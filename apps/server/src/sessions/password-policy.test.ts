import { expect, test } from 'vitest';
import { passwordFault } from './password-policy.ts';

test.each([
  ['pendek', 'too-short'],
  ['x'.repeat(201), 'too-long'],
  ['sepeda-Desa01-hijau', 'contains-username'],
  ['Rahasia12345', 'common'],
  ['P@ssw0rd1234', 'common'],
  ['BPJSkesehatan2026!', 'common'],
  ['123456789012', 'common'],
  ['abcdefghijkl', 'common'],
  ['kopikopikopi', 'common'],
  ['aaaaaaaaaaaaaaaa', 'common'],
  ['qwertyuiop123', 'common'],
])('%s is refused: %s', (password, fault) => {
  expect(passwordFault(password, 'desa01')).toBe(fault);
});

test.each(['sepeda hijau naik gunung', 'kuda-biru-makan-pisang', 'T7#vq-Lm2x!ZpR', 'naga rahasia di sawah'])(
  '%s may be used',
  (password) => {
    expect(passwordFault(password, 'desa01')).toBeUndefined();
  },
);

test('length counts characters, not bytes, and digits may be letters', () => {
  expect(passwordFault('ꦧꦭꦶꦝꦮꦶꦥꦏꦺꦴꦤ꧀', 'desa01')).toBeUndefined();
});
