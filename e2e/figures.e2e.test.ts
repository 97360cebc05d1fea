import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LookedAtPage } from './looked-at-page.ts';
import { onPages } from './on-pages.ts';
import { openBrowser } from './open-browser.ts';
import { type RunningJangkau, startJangkau } from './start-jangkau.ts';

let browser: Browser;
let jangkau: RunningJangkau;
beforeAll(async () => {
  jangkau = await startJangkau({ residents: 5000 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await jangkau?.stop();
});

/** Outlines of the villages of the figures, as squares side by side: enough for a map to be drawn. */
function squares(villages: { code: string; name: string }[]) {
  const side = Math.ceil(Math.sqrt(villages.length));
  return {
    type: 'FeatureCollection',
    features: villages.map(({ code, name }, i) => {
      const [x, y] = [115 + (i % side) / 100, -8.7 + Math.floor(i / side) / 100];
      const ring = [
        [x, y],
        [x + 0.009, y],
        [x + 0.009, y + 0.009],
        [x, y + 0.009],
        [x, y],
      ];
      return {
        type: 'Feature',
        properties: { code, name },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    }),
  };
}

for (const size of ['desk', 'phone'] as const)
  onPages(
    'figures',
    { size, as: 'kepala' },
    () => ({ browser, jangkau }),
    (seen) => {
      test('a month: parts come to the population, a number tells what stands behind it', async () => {
        const { page } = seen();
        const view = await (await seen().context.request.get(`${jangkau.url}/api/v1/figures`)).json();
        const parts = view.buckets.reduce((sum: number, one: { people: number }) => sum + one.people, 0);
        expect(parts).toBe(view.area.population);
        expect(view.snapshot.version).toBe(1);
        await page.goto(`${jangkau.url}/angka`);
        await page.getByRole('heading', { name: 'Dari bulan ke bulan' }).waitFor();
        await page.getByRole('link', { name: 'Kota Denpasar' }).waitFor();
        await seen().look('figures');
        await page.getByRole('button', { name: 'Penjelasan: Cakupan' }).click();
        await page.getByText('Cara menghitung').first().waitFor();
        await seen().shoot('figures-explained');
        await page.keyboard.press('Escape');
      });

      test('the chart is saved as a picture, the month as a report and a workbook', async () => {
        const { page } = seen();
        for (const [name, ending] of [
          ['Simpan grafik sebagai PNG', '.png'],
          ['Laporan bulan (PDF)', '.pdf'],
          ['Lembar kerja (XLSX)', '.xlsx'],
        ] as const) {
          const arriving = page.waitForEvent('download');
          await page.getByRole(ending === '.png' ? 'button' : 'link', { name }).click();
          const download = await arriving;
          expect(download.suggestedFilename().endsWith(ending)).toBe(true);
          expect((await readFile(await download.path())).length).toBeGreaterThan(2000);
        }
      });

      test('villages on a map once their outlines are loaded', async () => {
        const { page } = seen();
        const areas = await (
          await seen().context.request.get(`${jangkau.url}/api/v1/figures/areas?level=village&area=51.71`)
        ).json();
        const sent = await seen().context.request.post(`${jangkau.url}/api/v1/areas/boundaries`, {
          headers: { 'content-type': 'application/geo+json' },
          data: JSON.stringify(squares(areas.items)),
        });
        expect(sent.status()).toBeLessThan(300);
        await page.goto(`${jangkau.url}/angka?area=51.71`);
        await page.getByRole('img', { name: /^Peta desa/ }).waitFor();
        await seen().look('figures-map');
      });

      test('published figures are checked beside our own', async () => {
        const { page } = seen();
        await page.goto(`${jangkau.url}/angka/periksa`);
        await page.getByText('Peserta aktif, dalam persen', { exact: true }).waitFor();
        await page
          .getByText(/Juni 2024, Versi 1/)
          .first()
          .waitFor();
        await seen().look('figures-check');
      });

      test('everybody sees the public page without signing in', async () => {
        const visitor = await LookedAtPage.open(browser, size);
        try {
          await visitor.page.goto(`${jangkau.url}/angka-publik`);
          await visitor.page.getByRole('link', { name: 'Kota Denpasar' }).click();
          await visitor.page.getByRole('heading', { level: 1, name: /Kota Denpasar/ }).waitFor();
          await visitor.look('figures-public');
          expect(visitor.faults).toEqual([]);
        } finally {
          await visitor.context.close();
        }
      });
    },
  );
