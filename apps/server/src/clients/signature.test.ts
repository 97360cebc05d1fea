import { expect, test } from 'vitest';
import { isFresh, isSignature, signatureOf } from './signature.ts';

test('is base64 of HMAC-SHA256 over id and timestamp', () => {
  // openssl: printf '12345&1700000000' | openssl dgst -sha256 -hmac rahasia -binary | base64
  expect(signatureOf('12345', '1700000000', 'rahasia')).toBe('zOtyqSPQbx0di1bhHX9d9hbBOSHBCV8Jdv3/UrAb7og=');
});

test('holds for its id, timestamp and secret only, also percent-encoded', () => {
  const given = signatureOf('12345', '1700000000', 'rahasia');
  expect(isSignature(given, '12345', '1700000000', 'rahasia')).toBe(true);
  expect(isSignature(encodeURIComponent(given), '12345', '1700000000', 'rahasia')).toBe(true);
  expect(isSignature(given, '12346', '1700000000', 'rahasia')).toBe(false);
  expect(isSignature(given, '12345', '1700000001', 'rahasia')).toBe(false);
  expect(isSignature(given, '12345', '1700000000', 'Rahasia')).toBe(false);
  expect(isSignature('', '12345', '1700000000', 'rahasia')).toBe(false);
  expect(isSignature('%', '12345', '1700000000', 'rahasia')).toBe(false);
});

test('five minutes either way are fresh', () => {
  const now = new Date(1_700_000_000_000);
  expect(isFresh('1700000300', now)).toBe(true);
  expect(isFresh('1699999700', now)).toBe(true);
  expect(isFresh('1700000301', now)).toBe(false);
  expect(isFresh('1699999699', now)).toBe(false);
  for (const text of ['', 'abc', '-1700000000', '1.7e9', '17000000000000'])
    expect(isFresh(text, now)).toBe(false);
});
