import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LookedAtPage, type Size } from './looked-at-page.ts';
import type { RunningJangkau } from './start-jangkau.ts';

/** What is there once the hooks of a file have run. */
type Started = () => { browser: Browser; jangkau: RunningJangkau };

/**
 * Tests on a page of one size, signed in as an account of the demo or as nobody yet: a picture of what stood there when
 * one fails, and at the end none of them may have left a fault.
 */
export function onPages(
  what: string,
  { size, as }: { size: Size; as?: string },
  started: Started,
  tests: (seen: () => LookedAtPage) => void,
): void {
  describe(`${what} on the ${size}`, () => {
    let seen: LookedAtPage;
    beforeAll(async () => {
      const { browser, jangkau } = started();
      seen = await LookedAtPage.open(browser, size);
      if (as) await seen.signIn(jangkau, as);
    });
    afterAll(async () => {
      await seen?.context.close();
    });
    beforeEach(({ onTestFailed }) => {
      onTestFailed(() => seen.shoot('failed'));
    });
    tests(() => seen);
    test('nothing was broken, inaccessible or too wide on any page', () => {
      expect(seen.faults).toEqual([]);
    });
  });
}
