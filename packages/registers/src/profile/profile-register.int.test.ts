import { Engine } from '@jangkau/linkage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRegister } from '../import/import-register.ts';
import { delimitedLines, madeUpPeople } from '../test-files/made-up-people.ts';
import { TempFolder } from '../test-files/temp-folder.ts';
import { profileRegister } from './profile-register.ts';

let engine: Engine;
const folder = new TempFolder();
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(async () => {
  await engine.close();
  await folder.remove();
});

test('counts what is filled, what is wrong and how grave it is', async () => {
  const people = madeUpPeople(100).map((person, i) => ({ ...person, no_kk: i < 15 ? '' : person.no_kk }));
  const change = (n: number, values: Partial<(typeof people)[number]>) =>
    Object.assign(people[n] as object, values);
  // Unlike the made-up NIKs these differ from one another.
  for (const [i, person] of people.entries())
    person.nik = person.nik.slice(0, 12) + String(i).padStart(4, '0');
  change(0, { nik: '0000000000000000' });
  change(1, { nik: '5,17E+15' });
  change(2, { nik: '' });
  change(3, { nik: '123' });
  change(4, {
    nik: people[5]?.nik as string,
    tanggal_lahir: people[5]?.tanggal_lahir as string,
    jenis_kelamin: people[5]?.jenis_kelamin as 'P',
  });
  change(6, { jenis_kelamin: 'P' });
  change(7, { tanggal_lahir: '1901-08-08' });
  change(8, { nama: 'I Wayan 2' });
  change(9, { kode_desa: 'Atlantis' });
  const path = folder.write('p.csv', delimitedLines(people, ';').join('\n'));
  await importRegister(engine, { table: 'people', kind: 'residents', files: [path], today: '2026-11-21' });
  const profile = await profileRegister(engine, 'people', { today: '2026-11-21' });
  expect(profile.rows).toBe(100);
  expect(profile.duplicateNiks).toBe(1);
  const counts = Object.fromEntries(profile.issues.map(({ code, count }) => [code, count]));
  expect(counts).toMatchObject({
    'nik-placeholder': 1,
    'nik-lost-digits': 1,
    'nik-missing': 1,
    'nik-invalid': 1,
    'nik-duplicate': 1,
    'nik-sex-mismatch': 1,
    'nik-birth-mismatch': 1,
    'age-implausible': 1,
    'name-digits': 1,
    'village-missing': 1,
    'kk-missing': 15,
  });
  expect(profile.issues[0]).toMatchObject({
    code: 'kk-missing',
    severity: 'warning',
    message: 'Nomor KK kosong atau tidak sah: 15 (15,00 %).',
  });
  expect(profile.columns.find(({ canonical }) => canonical === 'nik')).toEqual({
    column: 'nik',
    canonical: 'nik',
    filled: 99,
    valid: 96,
    filledShare: 0.99,
    distinct: 95,
  });
});

test('too many births on 1 January are told', async () => {
  const people = madeUpPeople(50).map((person, i) => ({
    ...person,
    tanggal_lahir: i < 10 ? '1970-01-01' : person.tanggal_lahir,
  }));
  const path = folder.write('j.csv', delimitedLines(people).join('\n'));
  await importRegister(engine, { table: 'people', kind: 'residents', files: [path], today: '2026-11-21' });
  const profile = await profileRegister(engine, 'people', { today: '2026-11-21' });
  expect(profile.firstOfJanuaryShare).toBeGreaterThanOrEqual(0.2);
  expect(profile.issues.map(({ code }) => code)).toContain('born-first-of-january');
});
