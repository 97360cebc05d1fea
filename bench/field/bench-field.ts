import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { openBrowser } from '../../e2e/open-browser.ts';
import { startFieldStub } from './field-stub.ts';

// npm run bench:field [-- --residents 2000 --slow 4 --visits 20]: the field app on a slow phone; bench/results/field.json.
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '2000' },
    slow: { type: 'string', default: '4' },
    visits: { type: 'string', default: '20' },
  },
});
const residents = Number(values.residents);
const slow = Number(values.slow);
const pin = '274915';
const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-field-'));
process.env.NODE_ENV = 'production';
await build({
  configFile: fileURLToPath(new URL('../../apps/field/vite.config.ts', import.meta.url)),
  logLevel: 'silent',
  build: { outDir: folder, emptyOutDir: true },
});
const { url, server } = await startFieldStub(folder, residents);
const browser = await openBrowser();
try {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'id-ID',
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(`${url}/field/`);
  await page.getByLabel('Nama pengguna').fill('agen');
  await page.getByLabel('Kata sandi').fill('jangkau');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByLabel('PIN baru').fill(pin);
  await page.getByLabel('Ulangi PIN').fill(pin);
  await page.getByRole('button', { name: 'Simpan PIN' }).click();
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor();
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slow });

  await page.reload();
  await page.getByLabel('PIN').fill(pin);
  const unlockedAt = performance.now();
  await page.getByRole('button', { name: 'Buka' }).click();
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor();
  const unlock = performance.now() - unlockedAt;

  await page.goto(`${url}/field/#/search`);
  await page.getByRole('searchbox').waitFor();
  const searches = await timesOfSearch(page);
  const saves = await timesOfSaves(page, Number(values.visits));
  const result = {
    residents,
    slowDown: slow,
    sizes: await sizesOf(folder),
    milliseconds: { unlock: Math.round(unlock), search: spread(searches), save: spread(saves) },
    aims: { firstLoadBytes: 200_000, search: 100, save: 200 },
  };
  console.log(JSON.stringify(result, null, 2));
  await writeFile(new URL('../results/field.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
}

/** From a letter typed to the list on the screen, letter by letter, with names as they are mistyped. */
function timesOfSearch(page: Page): Promise<number[]> {
  return page.evaluate(`(async () => {
    const box = document.querySelector('input[type=search]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const times = [];
    for (const name of ['wayan sudirta', 'widiantari', 'kertiyasa', 'ni luh dewi', 'gang 12', 'soediarta mustika']) {
      for (let length = 2; length <= name.length; length++) {
        const began = performance.now();
        set.call(box, name.slice(0, length));
        box.dispatchEvent(new Event('input', { bubbles: true }));
        for (let turn = 0; turn < 4; turn++) await Promise.resolve();
        document.body.offsetHeight;
        times.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    return times;
  })()`);
}

/** From pressing "save" to safe in the phone's database, with a photograph each. */
async function timesOfSaves(page: Page, visits: number): Promise<number[]> {
  const picture = await page.screenshot({ type: 'jpeg' });
  for (let n = 0; n < visits; n++) {
    await page.goto(`${url}/field/#/visit/01990000-0000-7000-8000-${String(n).padStart(12, '0')}`);
    await page.getByLabel('Tidak ada orang').check();
    await page.getByRole('button', { name: 'Lanjut' }).click();
    await page
      .getByLabel('Foto rumah atau pertemuan')
      .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: picture });
    await page.getByRole('img', { name: 'Foto rumah atau pertemuan 1' }).waitFor();
    await page.getByRole('button', { name: 'Simpan kunjungan' }).click();
    await page.getByRole('heading', { name: 'Bukti kunjungan' }).waitFor({ state: 'detached' });
  }
  return page.evaluate(`performance.getEntriesByName('jangkau-visit-saved').map((entry) => entry.duration)`);
}

async function sizesOf(built: string): Promise<{ file: string; bytes: number; gzip: number }[]> {
  const names = (await readdir(built, { recursive: true }))
    .filter((name) => /\.(js|css|html)$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const content = await readFile(path.join(built, name));
      const file = name.replace(/-[\w-]{8}\./, '.');
      return { file, bytes: content.length, gzip: gzipSync(content).length };
    }),
  );
}

function spread(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), longest: at(1) };
}
