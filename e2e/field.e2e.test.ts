import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DriveCase, FieldDrive } from './field-drive.ts';
import { LookedAtPage } from './looked-at-page.ts';
import { openBrowser } from './open-browser.ts';
import { type RunningJangkau, startJangkau } from './start-jangkau.ts';

const village = '51.71.01.1002';
const pin = '274915';
const visitsInAll = 30;

let browser: Browser;
let jangkau: RunningJangkau;
let drive: FieldDrive;
let seen: LookedAtPage;
let cases: DriveCase[];
/** Two households that are visited; their cases in turn. */
let doors: DriveCase[];
const visited = new Map<string, number>();

beforeAll(async () => {
  jangkau = await startJangkau({ residents: 3000 });
  browser = await openBrowser();
  drive = new FieldDrive(jangkau);
  cases = await drive.begin(village, 40);
  const fresh = cases.filter(({ visits }) => visits === 0);
  const homes = [...Map.groupBy(fresh, ({ householdKey, caseId }) => householdKey ?? caseId).values()];
  doors = homes
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 2)
    .flat();
  seen = await LookedAtPage.open(browser, 'phone');
  await seen.context.grantPermissions(['geolocation']);
  await seen.context.setGeolocation({ latitude: -8.69, longitude: 115.22, accuracy: 12 });
});
afterAll(async () => {
  await drive?.close();
  await browser?.close();
  await jangkau?.stop();
});
beforeEach(({ onTestFailed }) => {
  onTestFailed(() => seen.shoot('failed'));
});

const at = (hash: string) => `${jangkau.url}/field/#/${hash}`;

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('PIN').fill(pin);
  await page.getByRole('button', { name: 'Buka' }).click();
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor();
}

/** Pictures differ, or they would be one attachment. */
async function photo(
  page: Page,
  n: number,
  width = 1600,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const data = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = ${width};
    canvas.height = ${(width * 3) / 4};
    const pen = canvas.getContext('2d');
    pen.scale(${width / 1600}, ${width / 1600});
    for (let x = 0; x < 40; x++) {
      pen.fillStyle = 'hsl(' + ((x * 9 + ${n} * 37) % 360) + ' 60% ' + (30 + ((x * 7) % 40)) + '%)';
      pen.fillRect(x * 40, (x * ${n} * 13) % 600, 40, 900);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  })()`);
  return { name: `foto-${n}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(data, 'base64') };
}

const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click();
const choose = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first().check();

async function saveVisit(page: Page, caseId: string, n: number, width?: number): Promise<void> {
  await page.getByRole('heading', { name: 'Bukti kunjungan' }).waitFor();
  await page.getByLabel('Foto rumah atau pertemuan').setInputFiles(await photo(page, n, width));
  await page.getByRole('img', { name: 'Foto rumah atau pertemuan 1' }).waitFor();
  await page.getByRole('button', { name: 'Simpan kunjungan' }).click();
  await page.getByRole('heading', { name: 'Bukti kunjungan' }).waitFor({ state: 'detached' });
  visited.set(caseId, (visited.get(caseId) ?? 0) + 1);
}

describe('an agent with a phone', () => {
  test('signs in once, chooses a PIN, and gets the list of the village', async () => {
    const { page } = seen;
    await page.goto(at(''));
    await page.getByRole('heading', { name: 'Jangkau Lapangan' }).waitFor();
    await seen.look('field-sign-in');
    await page.getByLabel('Nama pengguna').fill('agen');
    await page.getByLabel('Kata sandi').fill(jangkau.password);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('heading', { name: 'Buat PIN' }).waitFor();
    await page.getByLabel('PIN baru').fill('123456');
    await page.getByText('mudah ditebak').waitFor();
    await seen.look('field-new-pin');
    await page.getByLabel('PIN baru').fill(pin);
    await page.getByLabel('Ulangi PIN').fill(pin);
    await page.getByRole('button', { name: 'Simpan PIN' }).click();
    await page.getByRole('heading', { name: 'Hari ini' }).waitFor();
    await page.getByText(`${cases.length} orang menunggu dikunjungi`).waitFor();
    await seen.look('field-today');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const manifest = await seen.context.request.get(`${jangkau.url}/field/manifest.webmanifest`);
    expect(await manifest.json()).toMatchObject({ display: 'standalone', start_url: '/field/' });
  });

  test('writes a whole registration down without a connection', async () => {
    const { page, context } = seen;
    await context.setOffline(true);
    const [door] = doors as [DriveCase];
    await page.goto(at(`household/${door.householdKey ?? ''}`));
    await page.getByText(door.name).first().waitFor();
    await seen.look('field-household');
    await page.goto(at(`visit/${door.caseId}`));
    await choose(page, 'Orangnya sendiri');
    await seen.look('field-visit-met');
    await next(page);
    await choose(page, 'Foto KTP');
    await page.getByLabel('Ambil foto KTP').setInputFiles(await photo(page, 900));
    await choose(page, 'Orang yang sama');
    await seen.look('field-visit-identity');
    await next(page);
    await choose(page, 'Ditemukan, belum punya JKN');
    await seen.look('field-visit-result');
    await next(page);
    await choose(page, 'Buruh harian atau musiman');
    await choose(page, 'Sampai Rp1.000.000');
    await page.getByLabel('Berapa orang hidup').fill('4');
    await page.getByText('Saran: Kurang mampu').waitFor();
    await seen.look('field-visit-class');
    await next(page);
    await page.getByRole('heading', { name: 'Jelaskan biayanya' }).waitFor();
    await page.getByText(/Rp35\.000 per orang/).waitFor();
    await choose(page, 'Setuju didaftarkan');
    await seen.look('field-visit-advocacy');
    await next(page);
    await page.getByRole('heading', { name: 'Pendaftaran' }).waitFor();
    await seen.look('field-visit-form');
    await next(page);
    await choose(page, 'Setuju');
    const pad = page.getByRole('img', { name: 'Tempat tanda tangan' });
    await page.evaluate(`document.querySelector('.signature canvas').scrollIntoView({ block: 'center' })`);
    const box = await pad.boundingBox();
    if (!box) throw new Error('no place to sign');
    await page.mouse.move(box.x + 30, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 110, { steps: 6 });
    await page.mouse.up();
    await seen.look('field-visit-consent');
    await next(page);
    await page.getByRole('button', { name: 'Catat lokasi' }).click();
    await page.getByText('ketelitian 12 m').waitFor();
    await seen.look('field-visit-proof');
    await saveVisit(page, door.caseId, 1);
  });

  test('goes on to thirty visits of two households with photographs', async () => {
    const { page } = seen;
    // What a neighbour knows closes a case; the office will say something else.
    const told = doors.at(-1) as DriveCase;
    await page.goto(at(`visit/${told.caseId}`));
    await choose(page, 'Tetangga');
    await next(page);
    await choose(page, 'Pindah');
    await next(page);
    await saveVisit(page, told.caseId, 2);
    const open = doors.filter(({ caseId }) => caseId !== told.caseId);
    for (let n = 3; n <= visitsInAll; n++) {
      const { caseId } = open[n % open.length] as DriveCase;
      await page.goto(at(`visit/${caseId}`));
      await choose(page, 'Tidak ada orang');
      await next(page);
      // Small pictures: how big ones become small is seen above.
      await saveVisit(page, caseId, n, 480);
    }
    expect([...visited.values()].reduce((sum, n) => sum + n, 0)).toBe(visitsInAll);
  });

  test('finds all of it again after the page was killed, still without a connection', async () => {
    const { page, context } = seen;
    const [door] = doors as [DriveCase];
    await page.goto(at(`visit/${door.caseId}`));
    await choose(page, 'Keluarga serumah');
    await next(page);
    await page.getByRole('heading', { name: 'Benar orangnya?' }).waitFor();
    await page.waitForTimeout(300);
    await page.close();
    seen = await seen.another();
    await seen.page.goto(at(''));
    await seen.page.getByLabel('PIN').waitFor();
    await seen.look('field-unlock');
    await unlock(seen.page);
    await seen.page.goto(at(`visit/${door.caseId}`));
    await seen.page.getByRole('heading', { name: 'Benar orangnya?' }).waitFor();
    await seen.page.goto(at('queue'));
    await seen.page.getByText('catatan aman di ponsel ini').waitFor();
    await seen.look('field-queue');
    const kinds = await seen.page.getByText(': kunjungan').count();
    expect(kinds).toBe(visitsInAll);
    expect(context.pages().length).toBe(1);
  });

  test('brings everything to the server once, and settles what the office saw otherwise', async () => {
    const { page, context } = seen;
    const told = doors.at(-1) as DriveCase;
    const before = (await drive.factsOf(told.caseId)).facts.length;
    await drive.ask('petugas', 'post', 'case-facts', {
      facts: [
        {
          id: '01990000-0000-7000-8000-000000000001',
          caseId: told.caseId,
          kind: 'closed',
          at: new Date().toISOString(),
          by: 'petugas',
          device: null,
          base: before,
          body: { bucket: 'died', how: 'office' },
        },
      ],
    });
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Kirim sekarang' }).click();
    await page.getByRole('link', { name: /berbeda dengan kantor/ }).click({ timeout: 60_000 });
    await page.getByRole('heading', { name: 'Perbedaan dengan kantor' }).waitFor();
    await page.getByText('Catatan di kantor', { exact: true }).waitFor();
    await seen.look('field-conflict');
    await page.getByRole('button', { name: 'Catatan saya yang berlaku' }).click();
    await page.getByText('Tidak ada perbedaan.').waitFor();
    await page.goto(at('queue'));
    await page.getByText('Semua sudah di server.').waitFor({ timeout: 60_000 });
    let photos = 0;
    for (const [caseId, n] of visited) {
      // Photographs follow the facts.
      await expect
        .poll(async () => (await drive.factsOf(caseId)).attachments.length, { timeout: 60_000 })
        .toBeGreaterThanOrEqual(n);
      const { facts, attachments } = await drive.factsOf(caseId);
      expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
      expect([caseId, facts.filter(({ kind }) => kind === 'visited').length]).toEqual([caseId, n]);
      photos += attachments.length;
    }
    // One of each visit, the KTP and the signature.
    expect(photos).toBe(visitsInAll + 2);
    const { facts } = await drive.factsOf(told.caseId);
    expect(facts.filter(({ kind }) => kind === 'closed').length).toBe(2);
    const row = await drive.ask<{ case: { bucket: string } }>('petugas', 'get', `cases/${told.caseId}`);
    expect(row.case.bucket).toBe('moved');
  });

  test('searches, looks at the map, adds somebody with a check, and changes the settings', async () => {
    const { page } = seen;
    await page.goto(at('search'));
    await page.getByRole('searchbox').fill('wayan');
    await page.getByText(/\d+ ditemukan/).waitFor();
    await seen.look('field-search');
    await page.goto(at('map'));
    await page.getByText(/rumah bertitik/).waitFor();
    await seen.look('field-map');
    await page.goto(at('add'));
    await page.getByLabel('Nama lengkap').fill((cases[0] as DriveCase).name);
    await choose(page, 'Perempuan');
    await page.getByRole('button', { name: 'Periksa dan tambahkan' }).click();
    await page.getByText('Mungkin sudah ada di daftar').waitFor();
    await seen.look('field-add');
    await page.goto(at('settings'));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await seen.look('field-settings');
    await page.getByRole('button', { name: 'Indonesia' }).click();
  });

  test('forgets everything after ten wrong PINs; what was not sent still arrives', async () => {
    const { page, context } = seen;
    const [door] = doors as [DriveCase];
    await context.setOffline(true);
    await page.goto(at(`visit/${door.caseId}`));
    await page.getByRole('button', { name: /Kembali/ }).click();
    await choose(page, 'Tidak ada orang');
    await next(page);
    await saveVisit(page, door.caseId, 77);
    await page.goto(at('settings'));
    await page.getByRole('button', { name: 'Kunci sekarang' }).click();
    for (let n = 0; n < 10; n++) {
      await page.getByLabel('PIN').fill('000111');
      await page.getByRole('button', { name: 'Buka' }).click();
      await page.getByRole('button', { name: 'Membuka ...' }).waitFor({ state: 'detached' });
    }
    await page.getByRole('heading', { name: 'Data di ponsel ini sudah dihapus' }).waitFor();
    await page.getByText('Belum ada sinyal.').waitFor();
    await seen.look('field-farewell');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Serahkan dan masuk lagi' }).click();
    await page.getByLabel('Kata sandi').waitFor();
    await page.getByLabel('Nama pengguna').fill('agen');
    await page.getByLabel('Kata sandi').fill(jangkau.password);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByLabel('PIN baru').fill(pin);
    await page.getByLabel('Ulangi PIN').fill(pin);
    await page.getByRole('button', { name: 'Simpan PIN' }).click();
    await page.getByRole('heading', { name: 'Setelan' }).waitFor();
    const { facts } = await drive.factsOf(door.caseId);
    expect(facts.filter(({ kind }) => kind === 'visited').length).toBe(visited.get(door.caseId));
  });

  test('finds no fault with any screen', () => {
    expect(seen.faults.filter((fault) => !/^(410|401|503)/.test(fault))).toEqual([]);
  });
});
