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
  ['{nama}, mari aktifkan kartu.', 'field-at-edge'],
  ['Mari aktifkan kartu, {nama}', 'field-at-edge'],
  ['Halo {nama}, tunggakan Anda menanti.', 'reveals-debt'],
  ['Halo {nama}, Anda menunggak.', 'reveals-debt'],
  ['Bayar Rp 35 saja.', 'reveals-debt'],
  ['Nomor 0001234567890 Anda.', 'reveals-debt'],
])('%s: %s', (body, fault) => {
  expect(templateFaults({ body, buttons: [] })).toContain(fault);
});

test('buttons: three at most, 25 letters at most, and no debt on them either', () => {
  const button = (title: string) => ({ title, act: 'word.stop' as const });
  expect(templateFaults({ body: good, buttons: [1, 2, 3, 4].map((n) => button(`B${n}`)) })).toEqual([
    'too-many-buttons',
  ]);
  expect(templateFaults({ body: good, buttons: [button('')] })).toEqual(['button-title']);
  expect(templateFaults({ body: good, buttons: [button('Bayar tunggakan')] })).toEqual(['reveals-debt']);
});
