import { expect, test } from 'vitest';
import { reviewAction } from './review-keys.ts';

const press = (key: string, part = {}) =>
  reviewAction({ key, ctrlKey: false, metaKey: false, altKey: false, typing: false, ...part });

test('knows the keys in either case', () => {
  expect(press('s')).toBe('same');
  expect(press('B')).toBe('different');
  expect(press('r')).toBe('unsure');
  expect(press('u')).toBe('undo');
  expect(press('ArrowLeft')).toBe('previous');
  expect(press('?')).toBe('help');
});

test('leaves the browser and text fields alone', () => {
  expect(press('r', { ctrlKey: true })).toBeNull();
  expect(press('s', { typing: true })).toBeNull();
  expect(press('x')).toBeNull();
});
