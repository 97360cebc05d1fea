import { expect, test } from 'vitest';
import { closingText, outcomes } from './closing-texts.ts';

test('a request that is granted can be looked up', () => {
  expect(closingText('J', 'granted', 'P-000007')).toBe(
    'Permohonan pengaktifan kembali Anda (P-000007) sudah selesai diproses. Periksa hasilnya dengan mengetik "cek status".',
  );
});

test.each(['complaint', 'payment', 'person'])(
  '%s is no request: nothing is granted or looked up',
  (service) => {
    for (const outcome of outcomes) {
      const said = closingText(service, outcome, null);
      expect(said).not.toMatch(/permohonan|cek status/i);
      if (outcome !== 'answered') expect(said).not.toBe(closingText('J', outcome, null));
    }
  },
);

test('each has words of its own', () => {
  expect(closingText('complaint', 'granted', 'P-000001')).toContain('pengaduan Anda (P-000001)');
  expect(closingText('payment', 'granted', null)).toContain('cek tagihan');
  expect(closingText('person', 'incomplete', null)).toContain('masih memerlukan');
});
