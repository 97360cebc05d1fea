import { expect, test } from 'vitest';
import { effectOf, smallestVisible, wilson } from './effect.ts';

test('intervals as published: Newcombe 1998, table II', () => {
  // 56/70 against 48/80: 0.2, 0.0524 to 0.3339 (method 10).
  const { difference } = effectOf({ n: 56, of: 70 }, { n: 48, of: 80 });
  expect([difference.share, difference.low, difference.high].map((x) => x.toFixed(4))).toEqual([
    '0.2000',
    '0.0524',
    '0.3339',
  ]);
  // 9/10 against 3/10: 0.1705 to 0.8090.
  const small = effectOf({ n: 9, of: 10 }, { n: 3, of: 10 }).difference;
  expect([small.low, small.high].map((x) => x.toFixed(4))).toEqual(['0.1705', '0.8090']);
  // 10/10 against 0/20: 0.6791 to 1.
  const all = effectOf({ n: 10, of: 10 }, { n: 0, of: 20 }).difference;
  expect([all.low, all.high].map((x) => x.toFixed(4))).toEqual(['0.6791', '1.0000']);
  // Newcombe 1998, the companion paper on single proportions: 81/263, 0.2553 to 0.3662.
  const { low, high } = wilson({ n: 81, of: 263 });
  expect([low, high].map((x) => x.toFixed(4))).toEqual(['0.2553', '0.3662']);
});

test('a group that is too small, or in which too little happened, says nothing', () => {
  expect(effectOf({ n: 30, of: 300 }, { n: 1, of: 20 }).verdict).toBe('too-few');
  expect(effectOf({ n: 3, of: 900 }, { n: 0, of: 100 }).verdict).toBe('too-few');
  expect(effectOf({ n: 0, of: 0 }, { n: 0, of: 0 }).verdict).toBe('too-few');
  expect(effectOf({ n: 90, of: 900 }, { n: 9, of: 100 }).verdict).toBe('not-shown');
  expect(effectOf({ n: 270, of: 900 }, { n: 10, of: 100 }).verdict).toBe('more');
  expect(effectOf({ n: 90, of: 900 }, { n: 30, of: 100 }).verdict).toBe('less');
});

test('people who would not have come otherwise', () => {
  const { extra } = effectOf({ n: 180, of: 1000 }, { n: 50, of: 500 });
  expect(extra.people).toBeCloseTo(80);
  expect(extra.low).toBeLessThan(80);
  expect(extra.high).toBeGreaterThan(80);
});

/** Draws groups of which each person does it with a chance, the same ones each time. */
function drawing(seed: number): (of: number, share: number) => { n: number; of: number } {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return (of, share) => {
    let n = 0;
    for (let i = 0; i < of; i++) if (random() < share) n++;
    return { n, of };
  };
}

test('the true difference lies within the interval 95 times in a hundred', () => {
  const drawn = drawing(7);
  for (const [contacts, heldOut, base, effect] of [
    [900, 100, 0.05, 0.08],
    [450, 50, 0.1, 0],
    [800, 200, 0.3, 0.1],
  ] as const) {
    let held = 0;
    const trials = 2000;
    for (let i = 0; i < trials; i++) {
      const { difference } = effectOf(drawn(contacts, base + effect), drawn(heldOut, base));
      if (difference.low <= effect && effect <= difference.high) held++;
    }
    // Four standard errors of 95 % over 2,000 trials are 1.9 points; the score interval is a little generous.
    expect(held / trials).toBeGreaterThan(0.931);
    expect(held / trials).toBeLessThan(0.98);
  }
});

test('what groups of a size could show is shown four times in five', () => {
  const drawn = drawing(11);
  for (const [contacts, heldOut, base] of [
    [900, 100, 0.05],
    [4500, 500, 0.05],
    [450, 50, 0.1],
    [800, 200, 0.3],
    [300, 300, 0.02],
  ] as const) {
    const effect = smallestVisible(contacts, heldOut, base);
    let shown = 0;
    const trials = 2000;
    for (let i = 0; i < trials; i++) {
      if (effectOf(drawn(contacts, base + effect), drawn(heldOut, base)).verdict === 'more') shown++;
    }
    // Three standard errors of 80 % over 2,000 trials are 2.7 points.
    expect(shown / trials).toBeGreaterThan(0.773);
    expect(shown / trials).toBeLessThan(0.827);
  }
});

test('more people show smaller effects; too few show none', () => {
  expect(smallestVisible(9000, 1000, 0.05)).toBeCloseTo(0.023, 3);
  expect(smallestVisible(900, 100, 0.05)).toBeCloseTo(0.091, 3);
  expect(smallestVisible(100, 0, 0.05)).toBe(Number.POSITIVE_INFINITY);
  expect(smallestVisible(270, 29, 0.05)).toBe(Number.POSITIVE_INFINITY);
  expect(smallestVisible(30, 30, 0.9)).toBe(Number.POSITIVE_INFINITY);
});
