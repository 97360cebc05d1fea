import { isNik, nikParts, parseNik } from '@jangkau/kernel';
import { expect, test } from 'vitest';
import { Calendar } from '../chance/calendar.ts';
import { Random } from '../chance/random.ts';
import { Origins } from '../places/origins.ts';
import { NumberIssuer } from './number-issuer.ts';

const calendar = new Calendar('2026-10-31');
const origins = await Origins.load();
const text = ({ head, serial }: { head: number; serial: number }) =>
  String(head).padStart(12, '0') + String(serial).padStart(4, '0');

test('NIKs are valid, say who they were issued for, and never repeat', () => {
  const issuer = new NumberIssuer(calendar, origins);
  const random = new Random(1);
  const seen = new Set<string>();
  for (let i = 0; i < 20000; i++) {
    const sex = random.below(2);
    const born = calendar.today - random.below(30); // few days, so that serials count up
    const origin = origins.any('branch', random);
    const nik = { head: 0, serial: 0 };
    issuer.nik(nik, origin, sex, born);
    const parts = nikParts(parseNik(text(nik)));
    expect(parts.sex).toBe(sex === 0 ? 'L' : 'P');
    expect([parts.birthDay, parts.birthMonth]).toEqual([calendar.day[born], calendar.month[born]]);
    expect(Number(parts.district.replaceAll('.', ''))).toBe(origin.prefix);
    expect(parts.serial).toBeGreaterThanOrEqual(9000);
    seen.add(text(nik));
  }
  expect(seen.size).toBe(20000);
});

test('when a district runs out of serials for a date, a neighbour issues the NIK', () => {
  const issuer = new NumberIssuer(calendar, origins);
  const origin = origins.of(517101);
  const seen = new Set<string>();
  for (let i = 0; i < 1500; i++) {
    const nik = { head: 0, serial: 0 };
    issuer.nik(nik, origin, 0, 30000);
    expect(isNik(text(nik))).toBe(true);
    seen.add(text(nik));
  }
  expect(seen.size).toBe(1500);
  expect([...seen].filter((nik) => nik.startsWith('517101'))).toHaveLength(1000);
});

test('KK numbers carry their day of issue and never repeat', () => {
  const issuer = new NumberIssuer(calendar, origins);
  const seen = new Set<string>();
  for (let i = 0; i < 1200; i++) {
    const kk = { head: 0, serial: 0 };
    issuer.kk(kk, origins.of(510205), calendar.at(2015, 3, 7));
    seen.add(text(kk));
  }
  expect(seen.size).toBe(1200);
  expect([...seen][0]).toBe('5102050703159000');
});
