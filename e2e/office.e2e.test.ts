import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateBranch } from '@jangkau/demo';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearScreenshots } from './looked-at-page.ts';
import { onPages } from './on-pages.ts';
import { openBrowser } from './open-browser.ts';
import { type RunningJangkau, startJangkau } from './start-jangkau.ts';

/** Enough for a few doubtful pairs. */
const DEMO_RESIDENTS = 20_000;
const OWN_RESIDENTS = 900;

let browser: Browser;
let jangkau: RunningJangkau;
let files: string;

beforeAll(async () => {
  clearScreenshots();
  files = await mkdtemp(join(tmpdir(), 'jangkau-e2e-files-'));
  await generateBranch({ residents: OWN_RESIDENTS, seed: 7, outDir: files });
  jangkau = await startJangkau({ residents: DEMO_RESIDENTS });
  jangkau.alsoMeets(files);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await jangkau?.stop();
  await rm(files, { recursive: true, force: true });
});

test('the start ends with a mapped demo branch', () => {
  expect(jangkau.output()).toMatch(/Pemetaan 1 \/ mapping 1\s+20\.000 penduduk/);
  expect(jangkau.output()).toMatch(/belum terdaftar \/ not registered\s+[1-9]/);
});

for (const size of ['desk', 'phone'] as const)
  onPages(
    'office',
    { size },
    () => ({ browser, jangkau }),
    (seen) => {
      /** Address of the demo's mapping. */
      let demoRun: string;
      test('signing in: a wrong password is refused, the right one leads home', async () => {
        const { page } = seen();
        await page.goto(jangkau.url);
        await page.getByLabel('Nama pengguna').fill(jangkau.username);
        await page.getByLabel('Kata sandi', { exact: true }).fill('salah-sekali');
        await page.getByRole('button', { name: 'Masuk' }).click();
        await page.getByText('Tidak dapat masuk').waitFor();
        await seen().look('sign-in-refused');
        await page.getByLabel('Kata sandi', { exact: true }).fill(jangkau.password);
        await page.getByRole('button', { name: 'Masuk' }).click();
        await page.getByRole('heading', { level: 1 }).filter({ hasText: 'belum punya JKN' }).waitFor();
        await seen().look('home');
      });

      test('two files go through the wizard to a finished mapping', async () => {
        const { page } = seen();
        await page.goto(`${jangkau.url}/petakan`);
        const inputs = page.locator('input[type=file]');
        await inputs.nth(0).setInputFiles(join(files, 'residents.csv'));
        await page.getByText('residents.csv').first().waitFor();
        await inputs.nth(1).setInputFiles(join(files, 'members.csv'));
        await page.getByText('members.csv').first().waitFor();
        await seen().look('wizard-files');
        await page.getByRole('button', { name: 'Periksa kolom' }).click();
        await page.getByText('Dikenali sebagai').first().waitFor();
        await seen().look('wizard-columns');
        await page.getByRole('button', { name: 'Periksa mutu data' }).click();
        await page.getByRole('button', { name: 'Ke pengaturan' }).waitFor();
        await seen().look('wizard-quality');
        await page.getByRole('button', { name: 'Ke pengaturan' }).click();
        await page.getByText('Mana yang lebih merugikan?').waitFor();
        await seen().look('wizard-settings');
        // One mapping is enough; both sizes look at its pages.
        if (size === 'phone') return;
        await page.getByRole('button', { name: 'Mulai petakan' }).click();
        await page.waitForURL(/\/proses$/);
        await page.reload();
        await page.getByText('Membaca register penduduk').first().waitFor();
        await seen().lookAlsoNarrow('progress');
        await page
          .getByRole('heading', { level: 1 })
          .filter({ hasText: 'dari 900 penduduk' })
          .waitFor({ timeout: 90_000 });
        await seen().lookAlsoNarrow('results');
      });

      test('the lists show people, can be searched and downloaded', async () => {
        const { page } = seen();
        await page.goto(jangkau.url);
        await page.getByRole('link', { name: 'Pemetaan 1', exact: true }).click();
        await page.getByRole('heading', { name: 'Angka pokok' }).waitFor();
        demoRun = page.url();
        await seen().look('demo-results');
        await page.goto(`${demoRun}/daftar/uncovered`);
        await page.getByRole('heading', { level: 1, name: 'Belum terdaftar' }).waitFor();
        const people = page.locator('a[href*="/orang/"]');
        await people.first().waitFor();
        await seen().look('list-uncovered');

        const name = (await people.first().textContent()) ?? '';
        await page.getByLabel('Cari nama atau nomor').fill(name);
        await expect.poll(async () => new Set(await people.allTextContents())).toEqual(new Set([name]));

        await page.getByRole('button', { name: 'Unduh' }).click();
        const download = page.waitForEvent('download');
        await page.getByRole('menuitem', { name: 'CSV, nomor tersamar' }).click();
        const text = await readFile(await (await download).path(), 'utf8');
        expect(text).toContain(name);
        expect(text).not.toMatch(/\d{16}/);
      });

      test('a person: both records, the evidence, numbers masked until a reason is given', async () => {
        const { page } = seen();
        await page.goto(`${demoRun}/daftar/doubtful`);
        await page.locator('a[href*="/orang/"]').first().click();
        await page.getByRole('button', { name: 'Buka nomor lengkap' }).waitFor();
        await seen().look('person');
        const shown = async (): Promise<boolean> =>
          /\d{16}/.test((await page.locator('main').textContent()) ?? '');
        expect(await shown()).toBe(false);
        await page.getByRole('button', { name: 'Buka nomor lengkap' }).click();
        await page.getByLabel('Untuk apa?').fill('mencocokkan dengan KTP');
        await page.getByRole('button', { name: 'Buka', exact: true }).click();
        await expect.poll(shown).toBe(true);
      });

      test('doubtful pairs are decided by keyboard or thumb, and a decision can be undone', async () => {
        const { page } = seen();
        const decide = async (key: string, button: string): Promise<void> => {
          if (size === 'desk') await page.keyboard.press(key);
          else await page.getByRole('button', { name: button }).click();
        };
        await page.goto(`${demoRun}/tinjau`);
        await page.getByText('0 diputuskan kali ini').waitFor();
        await seen().look('review');
        // A slow line: whoever undoes at once is quicker than the decision.
        await page.route('**/decisions', async (route) => {
          if (route.request().postData()?.includes('"same"'))
            await new Promise((done) => setTimeout(done, 400));
          await route.continue();
        });
        await decide('s', 'Sama');
        await page.getByText('1 diputuskan kali ini').waitFor();
        await decide('u', 'Urungkan');
        await page.getByText('0 diputuskan kali ini').waitFor();
        await decide('b', 'Beda');
        await page.getByText('1 diputuskan kali ini').waitFor();
        await seen().look('review-decided');
      });

      test('areas, comparison and the printed lists', async () => {
        const { page } = seen();
        await page.goto(`${demoRun}/wilayah`);
        await page.getByText('Denpasar').first().waitFor();
        await seen().look('areas');
        await page.goto(`${jangkau.url}/bandingkan`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await seen().look('comparison');
        await page.goto(`${demoRun}/cetak`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await seen().look('print');
        await page.goto(`${demoRun}/model`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await seen().look('model');
      });

      test('a request about data: identity, decision, act and letter; and a breach with its notice', async () => {
        const { page } = seen();
        await page.goto(`${demoRun}/daftar/all`);
        await page
          .locator('a[href*="/orang/"]')
          .nth(size === 'desk' ? 0 : 1)
          .click();
        await page.getByRole('link', { name: 'Permohonan data' }).click();
        await page.getByLabel('Nama pemohon').fill('Pemohon Contoh');
        await page.getByLabel('Alamat untuk surat').fill('Banjar Contoh');
        await page.getByLabel('Permohonannya').fill('Saya ingin tahu data saya yang disimpan.');
        await seen().look('request-new');
        await page.getByRole('button', { name: 'Catat', exact: true }).click();
        await page.getByRole('button', { name: 'Jati diri pasti' }).click();
        await page.getByRole('heading', { name: 'Putuskan' }).waitFor();
        await seen().look('request-decide');
        await page.getByRole('button', { name: 'Simpan putusan' }).click();
        await page.getByRole('button', { name: 'Kerjakan sekarang' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Kerjakan sekarang' }).click();
        await page.getByRole('button', { name: 'Terbitkan surat' }).click();
        await page.getByRole('heading', { name: 'Selesai' }).waitFor();
        await seen().look('request-answered');
        await page.goto(`${jangkau.url}/pelindungan/insiden/baru`);
        await page.getByLabel('Judul singkat').fill('Daftar terkirim ke alamat salah');
        await page.getByLabel('Apa yang terjadi').fill('Sebuah daftar terkirim ke alamat surel yang salah.');
        await page.getByLabel('Bagaimana diketahui').fill('Laporan penerima');
        await page.getByRole('button', { name: 'Catat, tenggat berjalan' }).click();
        await page.getByLabel('Data anak (spesifik)').check();
        await page.getByLabel('Sebab', { exact: true }).fill('Alamat salah diketik.');
        await page.getByLabel('Dampak yang mungkin').fill('Penipuan lewat telepon.');
        await page.getByRole('button', { name: 'Simpan penilaian' }).click();
        await page.getByRole('button', { name: 'Terbitkan surat' }).first().click();
        await page.getByText('Unduh surat').first().waitFor();
        await seen().look('breach');
      });
    },
  );
