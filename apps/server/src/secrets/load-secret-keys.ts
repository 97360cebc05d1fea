import { randomBytes } from 'node:crypto';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keyId } from './secret-box.ts';

/**
 * Keys for the SecretBox, the current one first: from the setting when given, else from the file
 * `secret-key` of the data folder, which is made on the first start and only its owner may read.
 * @throws Error when a key is not 32 bytes of base64; the message never repeats it
 */
export async function loadSecretKeys(setting: string | undefined, dataDir: string): Promise<Buffer[]> {
  if (setting) return readKeys(setting, 'JANGKAU_SECRET_KEY');
  const file = path.join(dataDir, 'secret-key');
  return readKeys(await readOrMake(file), file);
}

/** Names of the keys there are; none when they were not made yet. @throws as `loadSecretKeys` */
export async function secretKeyIds(setting: string | undefined, dataDir: string): Promise<string[]> {
  const made = await stat(path.join(dataDir, 'secret-key')).catch(() => undefined);
  return setting || made ? (await loadSecretKeys(setting, dataDir)).map(keyId) : [];
}

async function readOrMake(file: string): Promise<string> {
  const found = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found !== undefined) return found;
  // Whole or not at all, and never over a key that another process was a moment quicker to make.
  const aside = `${file}.${process.pid}.new`;
  await writeFile(aside, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  await link(aside, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(aside);
  return readFile(file, 'utf8');
}

function readKeys(text: string, origin: string): Buffer[] {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => Buffer.from(part, 'base64'));
  if (keys.length === 0 || keys.some((key) => key.length !== 32))
    throw new Error(`${origin}: every key must be 32 random bytes in base64 (openssl rand -base64 32)`);
  return keys;
}
