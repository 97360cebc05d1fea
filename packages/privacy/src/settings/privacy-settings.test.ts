import { expect, test } from 'vitest';
import { privacySettings, privacyValue } from './privacy-settings.ts';

test('an office binds itself more tightly than the law, never less', () => {
  for (const { name, default: usual, least, most } of privacySettings) {
    expect(privacyValue(name, undefined)).toBe(usual);
    expect(privacyValue(name, 1e9)).toBe(most);
    expect(privacyValue(name, -1)).toBe(least);
    expect([least <= usual, usual <= most]).toEqual([true, true]);
  }
  expect(privacyValue('clock.access', 100)).toBe(72);
  expect(privacyValue('figures.smallest-count', 2)).toBe(5);
  expect(() => privacyValue('clock.none', 1)).toThrow(RangeError);
});
