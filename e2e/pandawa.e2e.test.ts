import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LookedAtPage } from './looked-at-page.ts';
import { onPages } from './on-pages.ts';
import { openBrowser } from './open-browser.ts';
import { choose, identify, say, takePhone } from './simulator-phone.ts';
import { type RunningJangkau, startJangkau } from './start-jangkau.ts';

/** Enough for members in every situation the simulator offers. */
const DEMO_RESIDENTS = 5000;

let browser: Browser;
let jangkau: RunningJangkau;

beforeAll(async () => {
  jangkau = await startJangkau({ residents: DEMO_RESIDENTS });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await jangkau?.stop();
});

/** 700000 -> Rp700.000 */
const rupiah = (amount: number) => `Rp${amount.toLocaleString('id-ID')}`;

type Seen = () => LookedAtPage;

// biome-ignore lint/suspicious/noExplicitAny: tests assert what it holds
async function api(seen: Seen, path: string): Promise<any> {
  return (await seen().context.request.get(`${jangkau.url}/api/v1/${path}`)).json();
}

/** Takes the phone of a member in this situation into one's hand. */
async function hold(seen: Seen, situation: string, name: string) {
  const { senders } = await api(seen, 'simulator');
  const sender = senders.find((one: { situation: string }) => one.situation === situation);
  return { sender, phone: await takePhone(seen().page, jangkau.url, name, sender.name) };
}

async function sendPhoto(page: Page, phone: Locator, answer: string | RegExp) {
  await phone.getByRole('button', { name: 'Lampirkan' }).click();
  await page.getByRole('menuitem', { name: 'Foto contoh' }).click();
  await phone.getByRole('listitem').filter({ hasText: answer }).first().waitFor();
}

// Roads are walked at a desk; a phone shows the same pages, narrower.
onPages(
  'PANDAWA',
  { size: 'desk', as: 'petugas' },
  () => ({ browser, jangkau }),
  (seen) => {
    test('a member in arrears asks in free text and is told the price to the rupiah', async () => {
      const { page } = seen();
      const { sender, phone } = await hold(seen, 'arrears', 'Menunggak iuran');
      await say(phone, 'kartu sy mati, gmn biar aktif lagi', 'ketik NIK (16 angka)');
      await identify(page, phone, 'Agar aktif kembali');
      const found = await seen().context.request.post(`${jangkau.url}/api/v1/members/search`, {
        data: { search: { card: sender.card }, limit: 1 },
        headers: { 'content-type': 'application/json' },
      });
      const [member] = (await found.json()).items;
      const account = await api(seen, `members/${member.memberId}/ledger`);
      const quote =
        (await phone.getByRole('listitem').filter({ hasText: 'Agar aktif kembali' }).textContent()) ?? '';
      expect(quote).toContain(`Tunggakan ${account.arrears.months} bulan`);
      expect(quote).toContain(`Agar aktif kembali: ${rupiah(account.toPay)}.`);
      await seen().look('simulator-quote');
      await choose(phone, 'Bayar sekaligus');
      await phone.getByText(`Bayar ${rupiah(account.toPay)} ke Virtual Account`).waitFor();
    });

    test('support ended, and the months of the way back: two documents, decided at the inbox, the closing message on the phone', async () => {
      const { page } = seen();
      const { sender, phone } = await hold(seen, 'former-pbi', 'Bantuan iuran');
      await say(phone, 'mau aktifkan lagi bpjs nya', 'ketik NIK (16 angka)');
      await identify(page, phone, 'Anda tidak berutang');
      await choose(phone, 'Pilih');
      await seen().look('simulator-list');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Tidak mampu/ })
        .click();
      await phone.getByText('lewat SIKS-NG').waitFor();
      await choose(phone, 'Kirim dokumen');
      await phone.getByText('(1 dari 2)').waitFor();
      await sendPhoto(page, phone, '(2 dari 2)');
      await sendPhoto(page, phone, /Permohonan P-\d+ kami terima/);

      await page.goto(`${jangkau.url}/pandawa`);
      await page.getByRole('link', { name: sender.name }).first().waitFor();
      await seen().look('inbox');
      await page.getByRole('link', { name: sender.name }).first().click();
      await page.getByRole('button', { name: 'Ambil' }).click();
      await page.getByRole('button', { name: 'Lepas' }).waitFor();
      await seen().look('chat');
      await page.getByRole('button', { name: 'Lihat: KTP' }).click();
      await expect
        .poll(() => page.evaluate(`document.querySelector('img[alt="KTP"]')?.naturalWidth`))
        .toBe(960);
      await page.getByRole('button', { name: 'Tutup' }).click();
      await page.getByRole('button', { name: 'Putuskan…' }).click();
      await page.getByRole('button', { name: 'Kirim dan selesaikan' }).click();
      await page.getByText(/Dikabulkan, selesai/).waitFor();
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Kotak masuk PANDAWA' }).waitFor();

      await hold(seen, 'former-pbi', 'Bantuan iuran');
      await phone.getByText('sudah selesai diproses').waitFor();
      await choose(phone, 'Puas');
      await phone.getByText('Terima kasih atas penilaian').waitFor();
    });

    test('laid off: another road, a person who answers, and 24 hours later a template first', async () => {
      const { page } = seen();
      const { sender, phone } = await hold(seen, 'laid-off', 'Berhenti bekerja');
      await say(phone, 'abis kena phk bpjs saya gmn', 'ketik NIK (16 angka)');
      await identify(page, phone, 'Apa sebabnya?');
      await choose(phone, 'Pilih');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Kena PHK/ })
        .click();
      await phone.getByText('dijamin 6 bulan tanpa iuran').waitFor();
      await say(phone, 'petugas', 'Kami teruskan ke petugas');
      await page.getByRole('button', { name: 'Lewatkan 24 jam' }).click();
      await page.getByText('hanya boleh mengirim templat').waitFor();

      await page.goto(`${jangkau.url}/pandawa`);
      await page.getByRole('link', { name: sender.name }).first().click();
      await page.getByText('Sudah lewat 24 jam').waitFor();
      await page.getByRole('textbox', { name: 'Balasan' }).fill('Bukti PHK boleh menyusul minggu depan.');
      await page.getByRole('button', { name: 'Kirim ajakan membalas' }).click();
      await page.getByText('Balasan dikirim.').waitFor();
      await seen().look('chat-late');

      await hold(seen, 'laid-off', 'Berhenti bekerja');
      await phone.getByText('Balas pesan ini untuk membacanya').waitFor();
      await say(phone, 'ya', 'boleh menyusul minggu depan');
    });

    test('another first-level facility: a code first, carried out from the inbox, the member told', async () => {
      const { page } = seen();
      const { sender, phone } = await hold(seen, 'active', 'Peserta aktif');
      await say(phone, 'mau pindah faskes', 'ketik NIK (16 angka)');
      await identify(page, phone, 'Ketik kodenya');
      const code = /\d{6}(?= adalah kode)/.exec((await phone.textContent()) ?? '')?.[0] ?? '';
      await say(phone, code, 'Lanjut?');
      await choose(phone, 'Lanjut');
      await say(phone, 'Puskesmas', 'Untuk siapa?');
      await choose(phone, 'Saya saja');
      await phone.getByText('Kirim ke petugas?').waitFor();
      await choose(phone, /^Kirim$/);
      await phone.getByText('kami terima').waitFor();

      await page.goto(`${jangkau.url}/pandawa`);
      await page.getByRole('link', { name: sender.name }).first().click();
      await page.getByRole('button', { name: 'Laksanakan', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: /^Ganti faskes/ });
      await dialog.getByRole('combobox', { name: 'Faskes tujuan' }).click();
      const option = page.getByRole('option', { name: /Puskesmas/ }).first();
      await option.waitFor();
      // What is offered stays offered: longer than the pause after which what is typed is looked for.
      await page.waitForTimeout(600);
      await option.click();
      await dialog.getByRole('checkbox', { name: 'Dokumen sudah saya cocokkan' }).check();
      await seen().lookAlsoNarrow('carry-out');
      await dialog.getByRole('button', { name: 'Laksanakan dan beri tahu peserta' }).click();
      await page.getByText(/Dikabulkan, selesai/).waitFor();
      await hold(seen, 'active', 'Peserta aktif');
      await phone
        .getByText(
          /selesai: faskes tingkat pertama menjadi Puskesmas.*Sampai hari itu berobat di faskes lama/,
        )
        .waitFor();
    });

    test('what was said is nowhere but in the conversations', async () => {
      const { senders } = await api(seen, 'simulator');
      let lines = 0;
      for (const { number } of senders) {
        const opened = await seen().context.request.post(`${jangkau.url}/api/v1/simulator/phones`, {
          data: { number },
        });
        const texts = (await opened.json()).messages.map(({ text }: { text: string }) => text);
        // Looked for in the log and everything else the program wrote, when it has stopped.
        jangkau.alsoHears(texts);
        lines += texts.length;
      }
      expect(lines).toBeGreaterThan(20);
    });
  },
);

onPages(
  'PANDAWA',
  { size: 'phone', as: 'petugas' },
  () => ({ browser, jangkau }),
  (seen) => {
    test('the same pages on a phone', async () => {
      const { page } = seen();
      const { phone } = await hold(seen, 'active', 'Peserta aktif');
      await say(phone, 'halo', 'Pilih layanan');
      await choose(phone, 'Administrasi');
      await phone.getByRole('button', { name: 'Pilih' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Aktifkan kembali' }).waitFor();
      await seen().look('simulator');
      await page.goto(`${jangkau.url}/pandawa`);
      const first = page.locator('a[href*="/pandawa/percakapan/"]').first();
      await first.waitFor();
      await seen().look('inbox');
      await first.click();
      await page.getByRole('textbox', { name: 'Balasan' }).waitFor();
      await seen().look('chat');
    });

    test('settings of PANDAWA', async () => {
      await seen().page.goto(`${jangkau.url}/pandawa/setelan`);
      await seen().page.getByRole('heading', { name: 'Balasan siap pakai' }).waitFor();
      await seen().look('chat-settings');
    });
  },
);
