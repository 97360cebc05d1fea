import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { keepAsked } from './asked-by-browsers.ts';

const SCREENSHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url));

/** Sizes the office is made for: the desk and a phone. */
const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;
export type Size = keyof typeof sizes;

/** Removes the pictures of earlier runs. */
export function clearScreenshots(): void {
  rmSync(SCREENSHOTS, { recursive: true, force: true });
}

/** A browser page that remembers everything that went wrong on it; what it asked for is searched at the end. */
export class LookedAtPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #size: Size;
  readonly #faults: string[] = [];
  #shots = 0;

  private constructor(page: Page, context: BrowserContext, size: Size) {
    this.page = page;
    this.context = context;
    this.#size = size;
    page.on('pageerror', (error) => this.#faults.push(`error on the page: ${error.message}`));
    page.on('console', (message) => {
      // What the server answered is told below, with its address.
      const answered = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !answered) this.#faults.push(`console: ${message.text()}`);
    });
    page.on('framenavigated', (frame) => keepAsked(frame.url()));
    page.on('request', (request) => keepAsked(request.url()));
    page.on('response', (response) => {
      if (response.status() >= 400) keepAsked(response.text().catch(() => ''));
      const { pathname } = new URL(response.url());
      // How the apps learn that nobody is signed in, and that no boundaries were loaded.
      const asked =
        [401, 404].includes(response.status()) &&
        /\/(session|boundaries|own\/home|own\/cards)$/.test(pathname);
      if (response.status() >= 400 && !asked) this.#faults.push(`${response.status()} ${pathname}`);
    });
  }

  static async open(browser: Browser, size: Size): Promise<LookedAtPage> {
    const context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: size === 'phone',
      isMobile: size === 'phone',
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(20_000);
    return new LookedAtPage(await context.newPage(), context, size);
  }

  /** Signs in as an account of the demo, without the page for it. */
  async signIn({ url, password }: { url: string; password: string }, username: string): Promise<void> {
    const answer = await this.context.request.post(`${url}/api/v1/session`, { data: { username, password } });
    if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()}`);
  }

  /** Another page of the same browser: with its cookies, its storage and its service worker. */
  async another(): Promise<LookedAtPage> {
    const next = new LookedAtPage(await this.context.newPage(), this.context, this.#size);
    next.#shots = this.#shots;
    next.#faults.push(...this.#faults);
    return next;
  }

  /**
   * Takes a screenshot for people to look at, and looks for what a machine can see: accessibility faults (WCAG A and AA)
   * and a page that is wider than the screen. They are kept for `faults`.
   */
  async look(name: string): Promise<void> {
    await this.#look(name);
  }

  /** Looks as `look` does, and once more as narrow as a phone: for what takes too long to be brought about twice. */
  async lookAlsoNarrow(name: string): Promise<void> {
    await this.#look(name);
    await this.page.setViewportSize(sizes.phone);
    await this.#look(`${name}-narrow`);
    await this.page.setViewportSize(sizes[this.#size]);
  }

  async #look(name: string): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.shoot(name);
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    for (const { id, help, nodes } of violations) {
      this.#faults.push(`${name}: ${id} (${help}): ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    }
    const [content, screen] = await this.page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    if (content > screen) this.#faults.push(`${name}: ${content} px wide on a screen of ${screen} px`);
  }

  /** Takes a screenshot into e2e/screenshots, numbered in the order they are taken. */
  async shoot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const number = String(++this.#shots).padStart(2, '0');
    await this.page.screenshot({ path: `${SCREENSHOTS}${this.#size}-${number}-${name}.png`, fullPage: true });
  }

  /** What went wrong so far. */
  get faults(): readonly string[] {
    return this.#faults;
  }
}
