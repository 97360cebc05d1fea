import { createHash, sign as edSign, verify as edVerify, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReasonCode, reasons } from '../reason.ts';
import { memberPass, passSeconds, readMemberPass } from './member-pass.ts';
import { readStatusByte, statusByte } from './status-byte.ts';
import {
  findInSnapshot,
  fingerprintText,
  readSnapshot,
  SnapshotEntries,
  snapshotHead,
  type Verify,
} from './status-snapshot.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const sign = (bytes: Uint8Array) => edSign(null, bytes, privateKey);
const verify: Verify = (bytes, signature) => edVerify(null, bytes, publicKey, signature);
const codes = Object.keys(reasons) as ReasonCode[];
const fingerprint = (number: string) =>
  createHash('sha256').update('kunci').update(fingerprintText('card', number)).digest().readUIntBE(0, 6);

function fileOf(members: ReadonlyMap<string, number>): Buffer {
  const entries = new SnapshotEntries(members.size);
  const sorted = [...members]
    .map(([card, status]) => [fingerprint(card), status] as const)
    .sort(([a], [b]) => a - b);
  for (const [print, status] of sorted) entries.add(print, status);
  const head = snapshotHead({
    kind: 'whole',
    baseId: '00000000000000ff',
    issuedAt: 1_700_000_000,
    expiresAt: 1_700_086_400,
    entries: entries.count,
  });
  const signed = Buffer.concat([head, entries.bytes]);
  return Buffer.concat([signed, sign(signed)]);
}

test('every reason and class fits a byte and comes back', () => {
  for (const reason of codes)
    for (const roomClass of [null, 1, 2, 3] as const)
      expect(readStatusByte(statusByte(reason, roomClass))).toEqual({
        reason,
        roomClass,
        covered: reasons[reason].active,
      });
});

test('whoever is in a file is found with what was written, nobody else is', () => {
  const card = fc.integer({ min: 0, max: 5000 }).map((n) => String(n).padStart(13, '0'));
  const status = fc
    .tuple(fc.constantFrom(...codes), fc.constantFrom(1, 2, 3, null))
    .map(([reason, c]) => statusByte(reason, c as 1));
  fc.assert(
    fc.property(fc.array(fc.tuple(card, status), { maxLength: 300 }), card, (pairs, other) => {
      const members = new Map(pairs);
      const file = fileOf(members);
      expect(readSnapshot(file, verify)).toMatchObject({
        kind: 'whole',
        baseId: '00000000000000ff',
        entries: members.size,
      });
      for (const [number, byte] of members)
        expect(findInSnapshot(file, fingerprint(number))).toEqual(readStatusByte(byte));
      if (!members.has(other)) expect(findInSnapshot(file, fingerprint(other))).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('a file with one bit changed, cut off, or signed by another is refused', () => {
  const file = fileOf(
    new Map([
      ['0000000000001', statusByte('PAID', 1)],
      ['0000000000002', statusByte('DIED', 3)],
    ]),
  );
  for (let at = 0; at < file.length; at++) {
    const broken = Buffer.from(file);
    broken[at] = (broken[at] as number) ^ 4;
    expect(() => readSnapshot(broken, verify)).toThrow(/cannot be used/);
  }
  expect(() => readSnapshot(file.subarray(0, 40), verify)).toThrow(/cannot be used/);
  const other = generateKeyPairSync('ed25519').publicKey;
  expect(() => readSnapshot(file, (bytes, signature) => edVerify(null, bytes, other, signature))).toThrow(
    /signature/,
  );
});

test('a pass holds for a day, says card and status, and cannot be changed', () => {
  const issuedAt = 1_764_000_000;
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 9_999_999_999_999n }),
      fc.constantFrom(...codes),
      (number, reason) => {
        const card = String(number).padStart(13, '0');
        const text = memberPass({ card, status: statusByte(reason, 2), issuedAt }, sign);
        expect(text).toMatch(/^JKN1\.[A-Za-z0-9_-]{102}$/);
        expect(readMemberPass(text, issuedAt + 60, verify)).toEqual({
          card,
          reason,
          covered: reasons[reason].active,
          roomClass: 2,
          issuedAt,
          expiresAt: issuedAt + passSeconds,
        });
      },
    ),
    { numRuns: 50 },
  );
  const text = memberPass({ card: '0001234567890', status: statusByte('PAID', 2), issuedAt }, sign);
  expect(() => readMemberPass(text, issuedAt + passSeconds + 1, verify)).toThrow(/expired/);
  expect(() => readMemberPass(text, issuedAt - 301, verify)).toThrow(/expired/);
  for (const wrong of [
    '',
    'JKN1.',
    text.slice(0, -4),
    `${text.slice(0, 12)}${text[12] === 'A' ? 'B' : 'A'}${text.slice(13)}`,
    `X${text}`,
  ])
    expect(() => readMemberPass(wrong, issuedAt, verify)).toThrow(/does not hold/);
});
