import { generateSync } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LookedAtPage, type Size } from './looked-at-page.ts';
import { openBrowser } from './open-browser.ts';
import { type RunningJangkau, startJangkau } from './start-jangkau.ts';

let browser: Browser;
let jangkau: RunningJangkau;

beforeAll(async () => {
  jangkau = await startJangkau({ residents: 2000 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await jangkau?.stop();
});

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

describe.each<Size>(['desk', 'phone'])('accounts on the %s', (size) => {
  const username = `desa-${size}`;
  const ownPassword = 'sawah hijau di lereng gunung';
  let admin: LookedAtPage;
  let person: LookedAtPage;
  let firstPassword: string;
  let secret: string;
  let recoveryCode: string;
  beforeAll(async () => {
    admin = await LookedAtPage.open(browser, size);
    person = await LookedAtPage.open(browser, size);
  });
  afterAll(async () => {
    await admin?.context.close();
    await person?.context.close();
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => {
      await admin.shoot('accounts-failed-admin');
      await person.shoot('accounts-failed-person');
    });
  });

  test('a demo account is one press away; its home shows what its role may do', async () => {
    const { page } = admin;
    await page.goto(jangkau.url);
    await page.getByRole('heading', { name: 'Akun untuk mencoba' }).waitFor();
    await admin.look('sign-in');
    await page.getByRole('button', { name: 'admin Pengelola sistem' }).click();
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Selamat datang' }).waitFor();
    await admin.look('home-of-administrator');
    expect(await page.getByRole('link', { name: 'Belum terdaftar' }).count()).toBe(0);
  });

  test('an administrator adds a user, and sees the first password once', async () => {
    const { page } = admin;
    await page.goto(`${jangkau.url}/pengguna`);
    await page.getByRole('link', { name: 'Operator Desa Contoh' }).waitFor();
    await admin.look('users');
    await page.getByRole('button', { name: 'Tambah pengguna' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Nama', exact: true }).fill('Operator Contoh Baru');
    await dialog.getByLabel('Nama pengguna').fill(username);
    await dialog.getByRole('combobox', { name: 'Peran' }).click();
    await page.getByRole('option', { name: 'Operator desa' }).click();
    await dialog.getByRole('combobox', { name: 'Wilayah' }).fill('Sanur');
    await page.getByRole('option').first().click();
    await admin.look('user-new');
    await dialog.getByRole('button', { name: 'Buat pengguna' }).click();
    await page.getByText('Hanya ditampilkan sekali').waitFor();
    firstPassword = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
    expect(firstPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    await admin.look('user-first-password');
    await page.getByRole('button', { name: 'Sudah saya catat' }).click();
    await page.getByRole('heading', { level: 1, name: 'Operator Contoh Baru' }).waitFor();
    await admin.look('user');
    expect(await page.locator('main').textContent()).not.toContain(firstPassword);
  });

  test('the first password has to be replaced', async () => {
    const { page } = person;
    await page.goto(jangkau.url);
    await signIn(page, username, firstPassword);
    await page.getByRole('heading', { level: 1, name: 'Buat kata sandi sendiri' }).waitFor();
    await person.look('new-password');
    await page.getByLabel('Kata sandi baru').fill(ownPassword);
    await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'belum punya JKN' }).waitFor();
    await person.look('home-of-village-operator');
  });

  test('an authenticator app is set up from its QR code or text', async () => {
    const { page } = person;
    await page.goto(`${jangkau.url}/akun`);
    await page.getByRole('button', { name: 'Pasang aplikasi kode' }).click();
    await page.getByLabel('Kata sandi Anda').fill(ownPassword);
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByRole('img', { name: 'Kode QR' }).waitFor();
    await person.look('code-setup');
    secret = ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel('Kode enam angka').fill(generateSync({ secret }));
    await page.getByRole('button', { name: 'Pasang', exact: true }).click();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).waitFor();
    await person.look('recovery-codes');
    recoveryCode = (await page.getByRole('dialog').locator('li').first().textContent()) ?? '';
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByText('10 kode pemulihan belum dipakai').waitFor();
    await person.look('account');
  });

  test('signing in then takes a code, or a recovery code', async () => {
    const { page } = person;
    await page.request.delete(`${jangkau.url}/api/v1/session`);
    await page.goto(jangkau.url);
    await signIn(page, username, ownPassword);
    await page.getByRole('heading', { level: 1, name: 'Kode keamanan' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Kode keamanan' }).waitFor();
    await person.look('code');
    // The code of this step was used to set the app up; the one of the next step is taken already.
    await page.getByLabel('Kode enam angka').fill(generateSync({ secret, epoch: Date.now() / 1000 + 30 }));
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'belum punya JKN' }).waitFor();

    await page.request.delete(`${jangkau.url}/api/v1/session`);
    await page.goto(jangkau.url);
    await signIn(page, username, ownPassword);
    await page.getByRole('button', { name: 'Telepon hilang? Pakai kode pemulihan' }).click();
    await page.getByLabel('Kode pemulihan').fill(recoveryCode);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'belum punya JKN' }).waitFor();
  });

  test('an API client gets a key, a new one, and is revoked', async () => {
    const { page } = admin;
    const ask = (key: string) =>
      fetch(`${jangkau.url}/api/v1/client`, { headers: { authorization: `Bearer ${key}` } });
    const secretShown = async () => (await page.getByRole('dialog').locator('code').textContent()) ?? '';
    const name = `RS Contoh ${size}`;
    await page.goto(`${jangkau.url}/klien-api`);
    await page.getByRole('button', { name: 'Tambah klien' }).click();
    await page.getByRole('textbox', { name: 'Nama' }).fill(name);
    await page.getByRole('combobox', { name: 'Faskes' }).fill('puskesmas');
    await page.getByRole('option').first().click();
    await admin.look('client-new');
    await page.getByRole('button', { name: 'Buat klien' }).click();
    await page.getByText('Hanya ditampilkan sekali').waitFor();
    const first = await secretShown();
    await admin.look('client-secret');
    await page.getByRole('button', { name: 'Sudah saya catat' }).click();
    expect(await (await ask(first)).json()).toMatchObject({ name, scopes: ['eligibility.read'] });

    await page.getByRole('button', { name: `Ganti rahasia: ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ganti rahasia' }).click();
    await page.getByText('Hanya ditampilkan sekali').waitFor();
    const second = await secretShown();
    await page.getByRole('button', { name: 'Sudah saya catat' }).click();
    await page.getByText('berlaku sampai').waitFor();
    await page.getByRole('button', { name: `Ubah hak: ${name}` }).click();
    await page.getByRole('textbox', { name: 'Permintaan per menit' }).fill('1200');
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Mengirim kunjungan' }).check();
    await admin.look('client-change');
    await page.getByRole('dialog').getByRole('button', { name: 'Ubah hak' }).click();
    await page.getByText('1.200 per menit').waitFor();
    await admin.look('clients');
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([200, 200]);

    await page.getByRole('button', { name: `Cabut: ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut', exact: true }).click();
    await page.getByText('Klien dicabut.').waitFor();
    expect((await ask(second)).status).toBe(401);
  });

  test('nothing was broken, inaccessible or too wide on any page', () => {
    expect([...admin.faults, ...person.faults]).toEqual([]);
  });
});
