import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { RepeatedWork } from './repeated-work.ts';

test('a round that takes long is not begun again meanwhile, and an end gives it up', async () => {
  let begun = 0;
  let givenUp = 0;
  const faults: unknown[] = [];
  const work = new RepeatedWork({
    everyMs: 2,
    work: async (ended) => {
      begun++;
      if (begun === 1) throw new Error('once');
      await sleep(60_000, undefined, { signal: ended }).catch((error) => {
        givenUp++;
        throw error;
      });
    },
    onError: (error) => faults.push(error),
  });
  work.start();
  await expect.poll(() => begun).toBe(2);
  await sleep(30);
  await work.close();
  expect({ begun, givenUp }).toEqual({ begun: 2, givenUp: 1 });
  // Being told to give up is no fault.
  expect(faults).toEqual([new Error('once')]);
});
