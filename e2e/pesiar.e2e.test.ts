import { createHmac, randomUUID } from 'node:crypto';
import { noEvidence } from '@jangkau/pesiar';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DriveCase, FieldDrive } from './field-drive.ts';
import { LookedAtPage } from './looked-at-page.ts';
import { openBrowser } from './open-browser.ts';
import { type RunningJangkau, startJangkau } from './start-jangkau.ts';

const village = '51.71.01.1002';
interface Funnel {
  mapped: number;
  registered: number;
  active: number;
  pending: number;
  buckets: Record<string, number>;
}

let browser: Browser;
let jangkau: RunningJangkau;
let drive: FieldDrive;
let seen: LookedAtPage;
let before: Funnel;
/** Somebody of the uncovered list whom nobody has visited. */
let one: DriveCase;
let bank: { client: { id: string }; secret: string };
/** Somebody whose family pays for itself, once the first payment is there. */
let mother: number;

beforeAll(async () => {
  jangkau = await startJangkau({ residents: 3000 });
  browser = await openBrowser();
  drive = new FieldDrive(jangkau);
  seen = await LookedAtPage.open(browser, 'desk');
  const cases = await drive.begin(village, 40);
  one = cases.find(({ reason, phase }) => reason === 'uncovered' && phase !== 'registered') as DriveCase;
  before = await funnel();
  const order = { name: 'Bank Contoh', kind: 'hmac', scopes: ['payment.add'], requestsPerMinute: 600 };
  bank = await drive.ask('admin', 'post', 'clients', order);
});
afterAll(async () => {
  await drive?.close();
  await browser?.close();
  await jangkau?.stop();
});
beforeEach(({ onTestFailed }) => {
  onTestFailed(() => seen.shoot('failed'));
});

/** A day of the branch, so many days from today: YYYY-MM-DD. */
function day(later = 0): string {
  const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' });
  return zone.format(Date.now() + later * 86_400_000);
}

async function funnel(): Promise<Funnel> {
  const { items } = await drive.ask<{ items: Funnel[] }>('petugas', 'get', 'command/funnel');
  return items[0] as Funnel;
}

async function caseOf(caseId: string): Promise<Record<string, unknown>> {
  return (await drive.ask<{ case: Record<string, unknown> }>('petugas', 'get', `cases/${caseId}`)).case;
}

/** The bank tells of a payment. */
async function pay(va: string, amount: number, on: string): Promise<void> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', bank.secret)
    .update(`${bank.client.id}&${timestamp}`)
    .digest('base64');
  const answer = await fetch(`${jangkau.url}/api/v1/payments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-cons-id': bank.client.id,
      'x-timestamp': timestamp,
      'x-signature': signature,
    },
    body: JSON.stringify({
      bank: 'BRI',
      reference: `UJI-${on}-${amount}`,
      va,
      amount,
      paidAt: `${on}T10:00:00+08:00`,
    }),
  });
  expect(await answer.json()).toMatchObject({ outcome: 'posted' });
}

/** What an agent hands in about a case, in the order of the words. */
async function handIn(caseId: string, words: readonly (readonly [string, object])[]): Promise<void> {
  const found = words[0]?.[0] === 'opened' ? 0 : Number((await caseOf(caseId)).version);
  const begun = Date.now() - 3_600_000;
  const facts = words.map(([kind, body], i) => ({
    id: randomUUID(),
    caseId,
    kind,
    at: new Date(begun + i * 60_000).toISOString(),
    by: 'agen',
    device: null,
    base: found + i,
    body,
  }));
  const { results } = await drive.ask<{ results: { outcome: string }[] }>('agen', 'post', 'case-facts', {
    facts,
  });
  expect(results.map(({ outcome }) => outcome)).toEqual(words.map(() => 'accepted'));
}

function opened(name: string, born: string): [string, object] {
  const nothing = { residentNo: null, memberId: null, address: null, householdKey: null };
  const unknown = { segment: null, class: null, arrearsMonths: null };
  const subject = { ...nothing, ...unknown, name, sex: 'P', born, area: village, banjar: 'Banjar Contoh' };
  return ['opened', { reason: 'by-hand', subject, run: null, probability: null }];
}
function visited(result: string): [string, object] {
  const startedAt = new Date(Date.now() - 3_900_000).toISOString();
  return ['visited', { result, met: 'self', startedAt, point: null, attachments: [] }];
}

/** Somebody the register does not have. */
async function openedByHand(name: string, born: string): Promise<string> {
  const caseId = randomUUID();
  await handIn(caseId, [opened(name, born)]);
  return caseId;
}

/** A visit that ends in a form; gives its id. */
async function proposed(caseId: string, group: string, evidence: object, form: object): Promise<string> {
  const said = { ...noEvidence, ...evidence };
  await handIn(caseId, [
    visited('found-uncovered'),
    ['identified', { method: 'ktp-photo', result: 'same-person', attachments: [] }],
    ['classified', { class: group, evidence: said, suggested: group, rule: null }],
    ['advocated', { where: 'home', answer: 'agrees' }],
    ['consented', { given: true, text: 'v1', signature: null, signer: 'self' }],
    ['registered', { people: [], attachments: [], ...form }],
  ]);
  return (await caseOf(caseId)).exitForm as string;
}

/** Waits for a message that says so, and sends it away. */
async function told(words: RegExp): Promise<void> {
  const message = seen.page.getByRole('alert').filter({ hasText: words });
  await message.waitFor();
  await message.getByRole('button', { name: 'Tutup' }).click();
}

test('unable: Dinas Sosial reads the reasons, approves within the quota, and cover begins that day', async () => {
  const { page } = seen;
  const poor = { work: 'casual', income: 'to-1m', dependants: 4, inDtsen: true, dtsenDecile: 2 };
  await proposed(one.caseId, 'unable', poor, { exit: 'pemda' });
  await seen.signIn(jangkau, 'dinsos');
  await page.goto(`${jangkau.url}/pesiar/meja`);
  await page.getByText('Sisa kuota').waitFor();
  await seen.look('desk');
  await page.getByRole('link', { name: one.name }).first().click();
  await page.getByRole('heading', { name: 'Mengapa digolongkan kurang mampu' }).waitFor();
  await page.getByText('desil 2').waitFor();
  await seen.look('desk-form');
  await page.getByRole('button', { name: 'Setujui' }).click();
  await page.getByLabel('Nomor surat atau keputusan').fill('470/12/Dinsos');
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click();
  await told(/1 disetujui/);
  expect(await caseOf(one.caseId)).toMatchObject({
    phase: 'active',
    bucket: 'registered',
    activeFrom: day(),
  });
});

test('able: the officer issues the account, the first payment by the bank’s notice makes the family active', async () => {
  const { page } = seen;
  const one = await openedByHand('CONTOH MAMPU', '1988-05-05');
  const people = [{ residentNo: null, name: 'CONTOH MAMPU', sex: 'P', born: '1988-05-05', relation: 'head' }];
  const form = await proposed(
    one,
    'able',
    { work: 'self-employed', income: 'above-8m' },
    { exit: 'pbpu', class: 2, bank: 'bri', people },
  );
  await seen.signIn(jangkau, 'petugas');
  await page.goto(`${jangkau.url}/pesiar/meja/${form}`);
  await page.getByRole('button', { name: 'Periksa dan terbitkan VA' }).click();
  await told(/Nomor VA/);
  const va = (await page.getByText(/^8\d{15}$/).textContent()) ?? '';
  const decided = (
    await drive.ask<{ form: { amount: number; startsOn: string } }>('petugas', 'get', `desks/forms/${form}`)
  ).form;
  expect(decided.amount).toBe(100_000);
  expect(decided.startsOn).toBe(day(14));
  await pay(va, decided.amount, decided.startsOn);
  const done = await caseOf(one);
  expect(done).toMatchObject({ phase: 'active', activeFrom: decided.startsOn });
  mother = done.memberId as number;
});

test('working: the employer finds its own worker on its desk and registers', async () => {
  const { page } = seen;
  const one = await openedByHand('CONTOH PEKERJA', '1995-03-03');
  const employer = {
    code: 'BU-CONTOH',
    name: 'Hotel Contoh',
    address: null,
    position: 'Juru masak',
    wage: 4_500_000,
  };
  await proposed(one, 'working', { work: 'employee' }, { exit: 'ppu', employer });
  await seen.signIn(jangkau, 'perusahaan');
  await page.goto(`${jangkau.url}/pesiar/meja`);
  await page.getByRole('checkbox', { name: 'Pilih CONTOH PEKERJA' }).first().check();
  await page.getByRole('button', { name: 'Daftarkan' }).click();
  await page.getByLabel('Nomor surat atau keputusan').fill('HRD/12/2026');
  await page.getByRole('dialog').getByRole('button', { name: 'Daftarkan' }).click();
  await told(/1 didaftarkan/);
  expect(await caseOf(one)).toMatchObject({ phase: 'registered', exitStatus: 'approved' });
});

test('a newborn is registered with its mother and active once paid; a refusal ends after two visits', async () => {
  const { page } = seen;
  const born = day(-6);
  const name = 'BAYI NY CONTOH';
  const baby = randomUUID();
  await handIn(baby, [
    opened(name, born),
    visited('found-uncovered'),
    ['consented', { given: true, text: 'v1', signature: null, signer: 'parent' }],
    [
      'registered',
      {
        exit: 'newborn',
        motherMemberId: mother,
        class: 3,
        bank: 'bri',
        people: [{ residentNo: null, name, sex: 'P', born, relation: 'child' }],
        attachments: [],
      },
    ],
  ]);
  await seen.signIn(jangkau, 'petugas');
  await page.goto(`${jangkau.url}/pesiar/meja?desk=officer`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Periksa dan terbitkan VA' }).click();
  await told(/Nomor VA/);
  const va = (await page.getByText(/^8\d{15}$/).textContent()) ?? '';
  await pay(va, 35_000, day());
  expect(await caseOf(baby)).toMatchObject({ phase: 'active', activeFrom: day() });

  const unwilling = await openedByHand('CONTOH MENOLAK', '1980-01-01');
  await handIn(unwilling, [
    visited('refused'),
    visited('refused'),
    ['closed', { bucket: 'refused', how: 'visit' }],
  ]);
  await page.goto(`${jangkau.url}/pesiar/kasus/${unwilling}`);
  await page.getByText('Menolak').first().waitFor();
  await seen.shoot('case');
});

test('the figures have moved by what happened, and add up', async () => {
  const { page } = seen;
  const now = await funnel();
  expect(now.buckets.refused).toBe((before.buckets.refused ?? 0) + 1);
  expect(now.mapped).toBe(before.mapped + 4);
  expect(now.active).toBe(before.active + 3);
  expect(now.registered).toBe(before.registered + 4);
  expect(now.buckets.registered).toBe(now.active);
  const ended = Object.values(now.buckets).reduce((sum, n) => sum + n, 0);
  expect(now.mapped).toBe(now.pending + ended);
  await page.goto(`${jangkau.url}/pesiar`);
  const whole = page.getByRole('row', { name: 'Kasus seluruhnya' }).getByRole('cell').last();
  expect(await whole.textContent()).toBe(now.mapped.toLocaleString('id-ID'));
  await page.getByRole('navigation', { name: 'Peta kemajuan' }).getByRole('link').first().waitFor();
  await seen.look('command-post');
});

test('a gathering is planned, invited to by a letter, and held', async () => {
  const { page } = seen;
  await seen.signIn(jangkau, 'penyelia');
  await page.goto(`${jangkau.url}/pesiar/sosialisasi`);
  await page.getByRole('link', { name: 'Sosialisasi JKN bersama Dinas Sosial' }).click();
  await page.getByRole('link', { name: 'Terbitkan undangan' }).click();
  await page.getByText('Kami mengundang Bapak/Ibu').waitFor();
  await seen.look('letter-new');
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan' }).click();
  await page.getByRole('heading', { level: 1, name: /^\d{4}\/PSR\// }).waitFor();
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh PDF' }).click();
  expect((await arriving).suggestedFilename()).toMatch(/^surat-\d{4}-PSR-.*\.pdf$/);
  await page.goto(`${jangkau.url}/pesiar/sosialisasi`);
  await page.getByRole('link', { name: 'Sosialisasi JKN bersama Dinas Sosial' }).click();
  const guest = page.getByRole('row').nth(1);
  await guest.getByRole('checkbox').check();
  await guest.getByRole('combobox').selectOption('agrees');
  await seen.look('gathering');
  await page.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await told(/1 orang hadir/);
});

test('a lost phone is revoked', async () => {
  const { page } = seen;
  await drive.ask('agen', 'post', 'sync/devices', { device: randomUUID(), name: 'Ponsel contoh' });
  await page.goto(`${jangkau.url}/pesiar/ponsel`);
  await page.getByRole('button', { name: 'Cabut' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
  await told(/dicabut/);
  await page.getByText('Dicabut, menunggu sambungan').waitFor();
  await seen.look('devices');
});

test('places get targets, and the same pages stand on a phone', async () => {
  const { page } = seen;
  await seen.signIn(jangkau, 'kepala');
  await page.goto(`${jangkau.url}/pesiar/wilayah?area=51.71.01`);
  await page
    .getByRole('button', { name: /^Ubah Kec|^Ubah Denpasar Selatan/ })
    .first()
    .click();
  await page.getByLabel('Sasaran aktif').fill('450');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await told(/disimpan/);
  await page.getByRole('cell', { name: '450', exact: true }).waitFor();
  await seen.look('rollout');
  const phone = await LookedAtPage.open(browser, 'phone');
  try {
    await phone.signIn(jangkau, 'kepala');
    const last = await openedByHand('CONTOH KURANG MAMPU', '1979-09-09');
    const form = await proposed(last, 'unable', { income: 'to-1m', dependants: 3 }, { exit: 'pemda' });
    for (const [name, path, words] of [
      ['command-post', '', 'Perjalanan kasus'],
      ['desk-form', `meja/${form}`, 'Orang pada formulir'],
      ['gatherings', 'sosialisasi', 'Diundang'],
    ] as const) {
      await phone.page.goto(`${jangkau.url}/pesiar${path && `/${path}`}`);
      await phone.page.getByText(words).first().waitFor();
      await phone.look(`pesiar-${name}`);
    }
    expect([...seen.faults, ...phone.faults]).toEqual([]);
  } finally {
    await phone.context.close();
  }
});
