import { fileURLToPath } from 'node:url';
import { firstLoadBytes } from '@jangkau/phone/first-load';
import { expect, test } from 'vitest';

test('a phone with a poor connection can load it: at most 200 kB, nothing of Node or of the office in it', async () => {
  const bytes = await firstLoadBytes(fileURLToPath(new URL('../vite.config.ts', import.meta.url)));
  expect(bytes).toBeLessThan(200_000);
});
