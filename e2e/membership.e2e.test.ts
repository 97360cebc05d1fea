import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPages } from './on-pages.ts';
import { openBrowser } from './open-browser.ts';
import { type RunningJangkau, startJangkau } from './start-jangkau.ts';

/** Enough for families in arrears of every length. */
const DEMO_RESIDENTS = 5000;

let browser: Browser;
let jangkau: RunningJangkau;

beforeAll(async () => {
  jangkau = await startJangkau({ residents: DEMO_RESIDENTS });
  browser = await openBrowser();
  // Handed in now, so that the simulated Meta has approved it when the campaign is drawn up.
  const context = await browser.newContext();
  const api = `${jangkau.url}/api/v1`;
  await context.request.post(`${api}/session`, { data: { username: 'kepala', password: jangkau.password } });
  const answer = await context.request.post(`${api}/campaigns/templates`, {
    data: {
      name: 'aktif_lagi',
      category: 'utility',
      body: 'Salam sehat {nama}, kartu JKN Anda yang berakhir {kartu} dapat digunakan kembali. Balas pesan ini.',
      buttons: [{ title: 'Aktifkan kartu', act: 'begin.reactivate' }],
    },
  });
  expect(answer.status()).toBe(201);
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await jangkau?.stop();
});

for (const size of ['desk', 'phone'] as const)
  onPages(
    'membership',
    { size, as: 'kepala' },
    () => ({ browser, jangkau }),
    (seen) => {
      test('the drive counts every inactive member once and opens a work list', async () => {
        const { page } = seen();
        await page.goto(`${jangkau.url}/reaktivasi`);
        await page.getByRole('heading', { name: 'Kelompok' }).waitFor();
        const figures = await (await seen().context.request.get(`${jangkau.url}/api/v1/drive`)).json();
        const people = figures.groups.reduce(
          (sum: number, group: { people: number }) => sum + group.people,
          0,
        );
        expect(people).toBe(figures.inactive);
        await page.getByText('Keaktifan menjadi').waitFor();
        await seen().look('drive');
        await page
          .getByRole('link', { name: /^Daftar kerja/ })
          .first()
          .click();
        await page.getByRole('listitem').filter({ hasText: 'Mutasi' }).first().waitFor();
        await seen().look('work-list');
      });

      test('a campaign from a work list: audience, message, plan, check, and it waits for somebody else', async () => {
        const { page } = seen();
        await page.goto(`${jangkau.url}/reaktivasi/daftar?kind=arrears`);
        await page.getByRole('link', { name: 'Kirim kampanye ke kelompok ini' }).click();
        await page.getByText('Dihitung dari data saat ini.').waitFor();
        await seen().look('campaign-audience');
        await page.getByRole('button', { name: 'Lanjut' }).click();
        await page.getByRole('radio', { name: /^aktif_lagi / }).check();
        await page
          .getByText(/Salam sehat \p{L}+, kartu JKN/u)
          .nth(1)
          .waitFor();
        await seen().look('campaign-message');
        await page.getByRole('button', { name: 'Lanjut' }).click();
        await page.getByLabel('Nama kampanye').fill('Aktif lagi');
        await page.getByText('Perkiraan selesai').waitFor();
        await seen().look('campaign-plan');
        await page.getByRole('button', { name: 'Lanjut' }).click();
        await page.getByRole('button', { name: 'Susun dan minta persetujuan' }).click();
        await page.getByText('Menunggu persetujuan kepala cabang').waitFor();
        await seen().look('campaign-waiting');
        // The families of a campaign that waits are nobody else's; the second size wants them too.
        await page.getByRole('button', { name: 'Batalkan' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Batalkan' }).click();
        await page.getByText('Dibatalkan', { exact: true }).first().waitFor();
      });

      test('a member in arrears: why, what is owed, and REHAB with another number of stages', async () => {
        const { page } = seen();
        const list = await seen().context.request.get(
          `${jangkau.url}/api/v1/drive/members?kind=arrears&band=4-12&segment=PBPU`,
        );
        const [first] = (await list.json()).items;
        await page.goto(`${jangkau.url}/peserta/${first.memberId}`);
        await page.getByText('Menunggak iuran.').waitFor();
        await page.getByRole('heading', { name: 'REHAB: cicilan tunggakan' }).waitFor();
        await seen().look('member-in-arrears');
        await page.getByRole('slider', { name: 'Berapa kali mencicil' }).press('Home');
        await page.getByText(/dalam 1 tahap/).waitFor();
        await page.getByRole('button', { name: 'Buka nomor lengkap' }).click();
        await page.getByLabel('Untuk apa?').fill('peserta di loket meminta nomor VA');
        await page.getByRole('button', { name: 'Buka', exact: true }).click();
        await page
          .getByText(/^8[89]888\d{11}$/)
          .first()
          .waitFor();
      });

      test('a member is found by a name with a typing error', async () => {
        const { page } = seen();
        await page.goto(`${jangkau.url}/peserta`);
        await page.getByRole('searchbox').fill('wayan sudirta');
        await page.getByRole('link', { name: /WAYAN/i }).first().waitFor();
        await seen().look('member-search');
      });

      test('a month: tried, closed, and in the history', async () => {
        const { page } = seen();
        await page.goto(`${jangkau.url}/tutup-bulan`);
        // The demo has one ended month to close, and that takes a while: the second size finds it closed.
        if (size === 'desk') {
          await page.getByRole('button', { name: 'Uji coba', exact: true }).click();
          await page.getByRole('heading', { name: /Yang akan berubah/ }).waitFor();
          await seen().lookAlsoNarrow('month-dry-run');
          const dialog = page.getByRole('dialog');
          const close = { name: /^Tutup \w+ \d{4}$/ };
          const undo = { name: /^Batalkan penutupan/ };
          await page.getByRole('button', close).click();
          await dialog.getByText('perubahan akan dicatat').waitFor();
          await dialog.getByRole('button', close).click();
          await page.getByRole('heading', { name: /sudah ditutup$/ }).waitFor();
          await page.getByRole('button', undo).click();
          await dialog.getByRole('button', undo).click();
          await page.getByRole('heading', { name: /sudah dibatalkan$/ }).waitFor();
          await seen().lookAlsoNarrow('month-undone');
          await page.getByRole('button', close).click();
          await dialog.getByRole('button', close).click();
          await page.getByRole('heading', { name: /sudah ditutup$/ }).waitFor();
        }
        await page.getByText('penutupan ·').first().waitFor();
        await seen().look('month-closed');
        await page.goto(`${jangkau.url}/iuran-pihak-lain`);
        await page.getByRole('heading', { name: 'Menurut pembayar' }).waitFor();
        await seen().look('payers');
        await page
          .getByRole('button', { name: /^Catat pembayaran/ })
          .first()
          .click();
        await page.getByRole('textbox', { name: 'Jumlah (rupiah)' }).fill('1000000');
        await page.getByRole('textbox', { name: 'Rujukan' }).fill(`SETOR-${size}`);
        await page.getByRole('button', { name: 'Catat', exact: true }).click();
        await page.getByText('Pembayaran dicatat.').waitFor();
        await seen().shoot('payer-paid');
      });
    },
  );
