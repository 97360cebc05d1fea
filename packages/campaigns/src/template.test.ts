import { expect, test } from 'vitest';
import { fieldsOf, numberedBody, renderTemplate, templateFaults } from './template.ts';

const good =
  'Halo {nama}, kartu JKN Anda yang berakhir {kartu} dapat diaktifkan lagi. Balas pesan ini, kami bantu.';
const values = { nama: 'Wayan', kartu: '4321', desa: 'Sesetan' };

test('fields are filled for people and numbered for Meta', () => {
  expect(renderTemplate(good, values)).toContain('Halo Wayan, kartu JKN Anda yang berakhir 4321');
  expect(numberedBody(good)).toContain('Halo {{1}}, kartu JKN Anda yang berakhir {{2}}');
  expect(fieldsOf(good)).toEqual(['nama', 'kartu']);
  expect(templateFaults({ body: good, buttons: [{ title: 'Aktifkan', act: 'begin.reactivate' }] })).toEqual(
    [],
  );
});

test.each([
  ['', 'empty'],
  ['x'.repeat(1025), 'too-long'],
  ['Halo {nomor}, mari.', 'unknown-field'],
  ['Halo {nama lengkap}, mari.', 'unknown-field'],
  ['Halo { nama }, mari.', 'unknown-field'],
  ['Halo {}, mari.', 'unknown-field'],
  ['Halo {{nama}}, mari.', 'unknown-field'],
  ['Halo {nama, mari.', 'unknown-field'],
  ['{nama}, mari aktifkan kartu.', 'field-at-edge'],
  ['Mari aktifkan kartu, {nama}', 'field-at-edge'],
  ['Halo {nama}, tunggakan Anda menanti.', 'reveals-debt'],
  ['Halo {nama}, Anda menunggak.', 'reveals-debt'],
  ['Bayar Rp 35 saja.', 'reveals-debt'],
  ['Bayar Rp35.000 saja.', 'reveals-debt'],
  ['Hanya rp35rb.', 'reveals-debt'],
  ['Cukup 350 ribu.', 'reveals-debt'],
  ['Cukup 1,2 juta.', 'reveals-debt'],
  ['Bayar IDR 350,000 saja.', 'reveals-debt'],
  ['Cukup 1.250.000 sekeluarga.', 'reveals-debt'],
  ['Iuran Anda belum dibayar.', 'reveals-debt'],
  ['Anda belum  bayar iuran.', 'reveals-debt'],
  ['Anda belum membayar.', 'reveals-debt'],
  ['Nomor 0001234567890 Anda.', 'reveals-debt'],
])('%s: %s', (body, fault) => {
  expect(templateFaults({ body, buttons: [] })).toContain(fault);
});

test.each([
  'Halo {nama}, datang pukul 08.00-15.00 pada 01.01.2026, ya.',
  'Halo {nama}, hubungi Care Center 165 atau kantor di {desa} hari ini.',
  'Halo {nama}, pilih corporate card, lalu bayar di kantor sebelum 2026.',
])('%s: nothing to say against it', (body) => {
  expect(templateFaults({ body, buttons: [] })).toEqual([]);
});

test('buttons: three at most, 25 letters at most, and no debt on them either', () => {
  const button = (title: string) => ({ title, act: 'word.stop' as const });
  expect(templateFaults({ body: good, buttons: [1, 2, 3, 4].map((n) => button(`B${n}`)) })).toEqual([
    'too-many-buttons',
  ]);
  expect(templateFaults({ body: good, buttons: [button('')] })).toEqual(['button-title']);
  expect(templateFaults({ body: good, buttons: [button('Bayar tunggakan')] })).toEqual(['reveals-debt']);
});
