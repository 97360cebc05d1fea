import { expect, test } from 'vitest';
import { agreementOf } from './record-rows.ts';

test('spaces, dots and capitals are no difference', () => {
  expect(agreementOf('name', 'I Gst. Ngurah', 'I GST NGURAH', [])).toBe('same');
  expect(agreementOf('name', 'Sudiarta', 'Sudiartha', [])).toBe('differs');
});

test('masked numbers that look alike are not called the same', () => {
  const masked = '517101********00';
  expect(agreementOf('nik', masked, masked, [])).toBe('unknown');
  expect(agreementOf('nik', masked, masked, [{ field: 'nik', label: 'same', weight: 20 }])).toBe('same');
  expect(agreementOf('nik', masked, masked, [{ field: 'nik', label: 'one digit', weight: 9 }])).toBe(
    'differs',
  );
});

test('a gap matters only where both registers have the column', () => {
  expect(agreementOf('phone', '62812***', null, [])).toBe('one-sided');
  expect(agreementOf('banjar', 'Br. Kaja', null, [])).toBe('empty');
});
