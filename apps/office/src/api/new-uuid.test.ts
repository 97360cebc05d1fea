import { expect, test } from 'vitest';
import { z } from 'zod';
import { newUuid } from './new-uuid.ts';

test('a UUID of version 4, never the same', () => {
  const some = Array.from({ length: 50 }, newUuid);
  for (const uuid of some) expect(z.uuidv4().safeParse(uuid).success).toBe(true);
  expect(new Set(some).size).toBe(50);
});
