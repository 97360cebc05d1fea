import { type Browser, chromium } from 'playwright-core';

/**
 * Starts a headless Chromium: the one from npm, which needs nothing installed on the machine, or the one at
 * `CHROME_PATH`.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? (await chromiumFromNpm()),
    // Not the package's own arguments: its --single-process makes Chromium die while printing.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

async function chromiumFromNpm(): Promise<string> {
  // Makes the package unpack the libraries that a bare system lacks; it looks only while it is loaded.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
