import type { Evidence } from '@jangkau/contracts';
import { expect, test } from 'vitest';
import { evidenceText } from './evidence-text.ts';
import { evidenceWords } from './evidence-words.ts';

const item = (field: string, label: string): Evidence => ({ field, level: 0, label, weight: 1 });

test('a missing NIK says more than another value that is missing', () => {
  expect(evidenceWords(item('nik', 'missing'), evidenceText.en)).toEqual({
    field: 'NIK',
    level: 'Not filled in on one side, so the NIK could not link them',
  });
  expect(evidenceWords(item('phone', 'missing'), evidenceText.id).level).toBe('Tidak dapat dibandingkan');
});

test('a level nobody has words for stands as the mapping names it', () => {
  expect(evidenceWords(item('nik', 'three digits'), evidenceText.id).level).toBe('three digits');
});
