import { expect, test } from 'vitest';
import { templateText } from './templates.ts';

test('a template reads as it was approved, its gaps filled', () => {
  expect(templateText('pandawa_kode', ['123456'])).toMatch(/^123456 adalah kode PANDAWA/);
  expect(templateText('pandawa_jawaban_tersedia', [])).toContain('Balas pesan ini');
  expect(templateText('lain', ['a', 'b'])).toBe('lain a b');
});
