import type { Locator, Page } from 'playwright-core';

/** Takes the phone of a made-up member on the simulator's page into one's hand. */
export async function takePhone(page: Page, url: string, situation: string, name: string): Promise<Locator> {
  await page.goto(`${url}/pandawa/simulator`);
  await page.getByRole('button', { name: new RegExp(`${situation}.*${name}`, 's') }).click();
  const phone = page.getByRole('region', { name: 'Percakapan dengan PANDAWA' });
  await phone.waitFor();
  return phone;
}

/** Types something on the phone and waits for the answer with these words. */
export async function say(phone: Locator, words: string, answer: string | RegExp): Promise<void> {
  await phone.getByRole('textbox', { name: 'Ketik pesan' }).fill(words);
  await phone.getByRole('button', { name: 'Kirim pesan' }).click();
  await phone.getByRole('listitem').filter({ hasText: answer }).first().waitFor();
}

/** Says who one is with what stands beside the phone. */
export async function identify(page: Page, phone: Locator, answer: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Kirim nomor kartu' }).click();
  await phone.getByText('Tanggal lahir?').waitFor();
  await page.getByRole('button', { name: 'Kirim tanggal lahir' }).click();
  await phone.getByRole('listitem').filter({ hasText: answer }).first().waitFor();
}

/** Presses a reply button of the last message. */
export async function choose(phone: Locator, title: string | RegExp): Promise<void> {
  await phone.getByRole('button', { name: title }).last().click();
}
