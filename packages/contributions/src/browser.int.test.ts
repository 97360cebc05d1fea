import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

test('the package runs in a browser: nothing of Node inside, small enough for a phone', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('./index.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const [bundle] = [built].flat();
  if (!bundle || !('output' in bundle)) throw new Error('no bundle');
  const code = bundle.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  expect(code).not.toMatch(/node:|require\(|process\.|Buffer/);
  expect(gzipSync(code).length).toBeLessThan(60_000);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const { quoteDocument } = await import(/* @vite-ignore */ url);
  const given = { asOf: '2026-02-10', segment: 'PBPU', class: 3, people: 4, paidThrough: '2023-07' };
  expect(quoteDocument(given).reactivation.amount).toBe(3_500_000);
});
