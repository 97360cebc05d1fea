import { createHmac } from 'node:crypto';
import {
  type MonthCloses,
  type OwnAccount,
  type OwnHome,
  type OwnRehab,
  paymentContent,
} from '@jangkau/contracts';
import { formatDate, formatRupiah } from '@jangkau/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FieldDrive } from './field-drive.ts';
import { LookedAtPage } from './looked-at-page.ts';
import { openBrowser } from './open-browser.ts';
import { choose, identify, say, takePhone } from './simulator-phone.ts';
import { type RunningJangkau, startJangkau } from './start-jangkau.ts';

/** A made-up member in arrears, as the simulator offers them. */
interface Sender {
  situation: string;
  name: string;
  number: string;
  card: string;
  born: string;
}

interface Phone {
  id: string;
  messages: { template: string | null; text: string }[];
}

let browser: Browser;
let jangkau: RunningJangkau;
let office: FieldDrive;
let seen: LookedAtPage;
let member: Sender;
let other: Sender;
beforeAll(async () => {
  jangkau = await startJangkau({ residents: 3000 });
  browser = await openBrowser();
  office = new FieldDrive(jangkau);
  await closeEndedMonths();
  const { senders } = await office.ask<{ senders: Sender[] }>('petugas', 'get', 'simulator');
  [member, other] = senders.filter(({ situation }) => situation === 'arrears') as [Sender, Sender];
  seen = await LookedAtPage.open(browser, 'phone');
});
afterAll(async () => {
  await office?.close();
  await browser?.close();
  await jangkau?.stop();
});
beforeEach(({ onTestFailed }) => {
  onTestFailed(() => seen.shoot('failed'));
});

const at = (page: string) => `${jangkau.url}/member/#/${page}`;

/** The demo leaves the last month for people to close; the bill of this month comes with its close. */
async function closeEndedMonths(): Promise<void> {
  const months = () => office.ask<MonthCloses>('kepala', 'get', 'month-closes');
  for (let { next, canClose } = await months(); canClose; { next, canClose } = await months()) {
    await office.ask('kepala', 'post', 'month-closes', { month: next, dryRun: false });
    while ((await months()).job?.state === 'running') await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the phone of somebody shows. */
async function messagesOf({ number }: Sender): Promise<Phone['messages']> {
  return (await office.ask<Phone>('petugas', 'post', 'simulator/phones', { number })).messages;
}

/** A message of ours to the member, once it has arrived. */
async function told(template: string): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const found = (await messagesOf(member)).findLast((one) => one.template === template);
    if (found) return found.text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the phone never showed ${template}`);
}

async function askForCode(page: Page, { card, born }: Pick<Sender, 'card' | 'born'>): Promise<void> {
  await page.getByLabel('NIK atau nomor kartu JKN').fill(card);
  await page.getByLabel('Tanggal lahir').fill(born);
  await page.getByRole('button', { name: 'Kirim kode' }).click();
}

/** What the app itself is told, with its session. */
async function own<T>(path: string): Promise<T> {
  return (await (await seen.context.request.get(`${jangkau.url}/api/v1/own/${path}`)).json()) as T;
}

test('a stranger learns nothing by guessing, and is locked out', async () => {
  const { page } = seen;
  await page.goto(`${jangkau.url}/member/`);
  await page.getByRole('button', { name: 'Kirim kode' }).waitFor();
  await seen.look('member-sign-in');
  // Somebody's card with a wrong birth date, and a number of nobody: the same page.
  const answers: string[] = [];
  for (const card of [other.card, '0009999999999']) {
    await askForCode(page, { card, born: '1961-01-01' });
    await page.getByLabel('Kode 6 angka').waitFor();
    answers.push(await page.locator('main').innerText());
    await page.getByRole('button', { name: 'Kembali, minta kode baru' }).click();
  }
  expect(answers[1]).toBe(answers[0]);
  for (let year = 1962; year < 1967; year++) {
    const data = { number: other.card, born: `${year}-01-01` };
    expect((await seen.context.request.post(`${jangkau.url}/api/v1/own/session`, { data })).status()).toBe(
      202,
    );
  }
  // Not even with the right one any more.
  await askForCode(page, other);
  await page.getByRole('alert').filter({ hasText: 'Terlalu banyak percobaan' }).waitFor();
  expect((await messagesOf(other)).filter(({ template }) => template === 'pandawa_kode')).toEqual([]);
});

test('in the chat a member in arrears asks in free text, is told the price, and is led to the app for REHAB', async () => {
  const desk = await LookedAtPage.open(browser, 'desk');
  await desk.context.request.post(`${jangkau.url}/api/v1/session`, {
    data: { username: 'petugas', password: jangkau.password },
  });
  const phone = await takePhone(desk.page, jangkau.url, 'Menunggak iuran', member.name);
  await say(phone, 'kartu sy mati, gmn biar aktif lagi', 'ketik NIK (16 angka)');
  await identify(desk.page, phone, 'Agar aktif kembali');
  const search = { search: { card: member.card }, limit: 1 };
  const { items } = await office.ask<{ items: { memberId: number }[] }>(
    'petugas',
    'post',
    'members/search',
    search,
  );
  const ledger = await office.ask<{ toPay: number }>(
    'petugas',
    'get',
    `members/${items[0]?.memberId}/ledger`,
  );
  await phone
    .getByRole('listitem')
    .filter({ hasText: `Agar aktif kembali: ${formatRupiah(ledger.toPay)}.` })
    .first()
    .waitFor();
  await choose(phone, 'Cicil (REHAB)');
  await phone.getByText('tahap pertama').waitFor();
  await say(phone, 'ikut rehab', 'Mau dicicil berapa tahap?');
  await say(phone, '2', '2 tahap, jumlah');
  await choose(phone, 'Daftar');
  await phone.getByText('/member/#/rehab').waitFor();
  expect(desk.faults).toEqual([]);
  await desk.context.close();
});

test('a member in arrears signs in with the code of the phone and sees the exact quote', async () => {
  const { page } = seen;
  await askForCode(page, member);
  const code = /\b\d{6}\b/.exec(await told('pandawa_kode'))?.[0] ?? '';
  await page.getByLabel('Kode 6 angka').fill(code);
  await seen.look('member-code');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: 'Yang perlu dilakukan' }).waitFor();
  const home = await own<OwnHome>('home');
  const ledger = await office.ask<{ toPay: number; arrears: { months: number } }>(
    'petugas',
    'get',
    `members/${home.me}/ledger`,
  );
  expect(home.money).toMatchObject({ toPay: ledger.toPay, arrearsMonths: ledger.arrears.months });
  await page.getByRole('link', { name: `Bayar ${formatRupiah(ledger.toPay)}` }).waitFor();
  await page.getByText('Tidak aktif').first().waitFor();
  await seen.look('member-home-in-arrears');
  await page.getByRole('link', { name: 'Tagihan', exact: true }).click();
  await page.getByRole('heading', { name: 'Bayar ke Virtual Account' }).waitFor();
  await page.getByText(formatRupiah(ledger.toPay)).first().waitFor();
  await seen.look('member-bills');
});

test('REHAB: stages chosen and agreed to, paid at the bank; covered that day, and told so', async () => {
  const { page } = seen;
  await page.getByRole('link', { name: 'REHAB', exact: true }).click();
  const slider = page.getByRole('slider');
  await slider.press('Home');
  await slider.press('ArrowRight');
  const { offers } = await own<OwnRehab>('rehab');
  const plan = offers[1] as OwnRehab['offers'][number];
  for (const { dueBy, amount } of plan.stages) {
    await page.getByText(formatDate(dueBy)).first().waitFor();
    await page.getByText(formatRupiah(amount)).first().waitFor();
  }
  await page.getByLabel('Saya sudah membaca dan menyetujui').check();
  await seen.look('member-rehab-choose');
  await page.getByRole('button', { name: 'Daftar REHAB 2 tahap' }).click();
  await page.getByText('0 dari 2 tahap lunas').waitFor();

  const { accounts } = await own<OwnAccount>('account');
  const order = { name: 'Bank Contoh', kind: 'hmac', scopes: ['payment.add'], requestsPerMinute: 600 };
  const bank = await office.ask<{ client: { id: string }; secret: string }>(
    'admin',
    'post',
    'clients',
    order,
  );
  for (const [i, { amount }] of plan.stages.entries()) {
    const paidAt = new Date().toISOString();
    const notice = { bank: 'BRI', reference: `rehab-${i}`, va: accounts[0]?.number ?? '', amount, paidAt };
    const moment = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', bank.secret)
      .update(`${bank.client.id}&${moment}&${paymentContent(notice)}`)
      .digest('base64');
    const headers = { 'x-cons-id': bank.client.id, 'x-timestamp': moment, 'x-signature': signature };
    const answer = await fetch(`${jangkau.url}/api/v1/payments`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(notice),
    });
    expect(await answer.json()).toMatchObject({ outcome: 'posted' });
    await page.reload();
    await page.getByText(`${i + 1} dari 2 tahap lunas`).waitFor();
    if (i === 0) {
      await seen.look('member-rehab-running');
      const { me, family } = await own<OwnHome>('home');
      expect(family.find(({ memberId }) => memberId === me)?.active).toBe(false);
    }
  }
  const home = await own<OwnHome>('home');
  const me = home.family.find(({ memberId }) => memberId === home.me);
  expect([me?.active, me?.since]).toEqual([true, home.today]);
  expect(await told('pandawa_aktif_kembali')).toContain(formatDate(home.today));
  await page.goto(at('home'));
  await page.getByText('Kartu', { exact: false }).filter({ hasText: 'aktif kembali' }).first().waitFor();
  await seen.look('member-home-active');
});

test('the card, also without a connection; every other screen', async () => {
  const { page } = seen;
  await page.goto(at('card'));
  await page.getByRole('img', { name: 'Kode QR kartu' }).waitFor();
  await seen.look('member-card');
  await page.evaluate('navigator.serviceWorker.ready');
  await seen.context.setOffline(true);
  await page.reload();
  await page.getByRole('img', { name: 'Kode QR kartu' }).waitFor();
  await page.getByText('Tanpa sambungan').waitFor();
  await seen.shoot('member-card-offline');
  await seen.context.setOffline(false);
  for (const screen of ['more', 'news', 'visits', 'requests']) {
    await page.goto(at(screen));
    await page.getByText('Memuat ...').waitFor({ state: 'detached' });
    if (screen === 'requests') {
      await page.getByLabel('Alamat', { exact: true }).check();
      await page.getByLabel('Alamat yang baru').fill('Jalan Contoh 1');
      await page.getByRole('button', { name: 'Kirim ke petugas' }).click();
      await page.getByText(/Permohonan P-\d{6} diterima/).waitFor();
    }
    await seen.look(`member-${screen}`);
  }
  await page.goto(at('settings'));
  await page.getByText('perangkat ini').first().waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Signed-in devices' }).waitFor();
  await seen.look('member-settings');
  await page.getByRole('button', { name: 'Sign out of this device' }).click();
  await page.getByRole('button', { name: 'Send the code' }).waitFor();
  expect(await page.evaluate(`localStorage.getItem('jangkau-own')`)).toBe(null);
});

test('nothing else went wrong on any page', () => {
  expect(seen.faults).toEqual(['429 /api/v1/own/session']);
});
