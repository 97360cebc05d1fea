import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

/** What a phone with a poor connection has to fetch before it can begin. */
const mostBytes = 200_000;

test('the first load fits, and nothing of Node or of the office is in it', async () => {
  const built = await build({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    mode: 'production',
    build: { write: false },
  });
  const [bundle] = [built].flat();
  if (!bundle || !('output' in bundle)) throw new Error('no bundle');
  const sizes = bundle.output.map((file) => {
    const text = file.type === 'chunk' ? file.code : file.source;
    if (file.type === 'chunk')
      expect([file.fileName, /node:|require\(|@mantine|zod/.exec(file.code)]).toEqual([file.fileName, null]);
    return gzipSync(text).length;
  });
  expect(bundle.output.map(({ fileName }) => fileName)).toContain('sw.js');
  // All of it, also what is fetched later: the service worker takes the whole app along at once.
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes);
});
