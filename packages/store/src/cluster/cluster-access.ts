import { randomBytes } from 'node:crypto';
import { chmod, chown, readFile, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import type { PostgresAccount } from './postgres-account.ts';

/** The owner of everything in a cluster of ours. */
export const superuser = 'postgres';

/**
 * Writes who may connect: the owner only from the operating-system accounts that run Jangkau, without a
 * password; every other login with its own. Written at every start, so that older directories follow.
 */
export async function writeAccessRules(dataDir: string, account: PostgresAccount): Promise<void> {
  const accounts = new Set(['root', superuser, userInfo().username]);
  await replace(path.join(dataDir, 'pg_hba.conf'), account, [
    `local all ${superuser} peer map=jangkau`,
    'local all all scram-sha-256',
  ]);
  await replace(
    path.join(dataDir, 'pg_ident.conf'),
    account,
    [...accounts].map((name) => `jangkau "${name}" ${superuser}`),
  );
}

/** A secret of this directory, made once and readable by this account alone. */
export async function clusterSecret(directory: string): Promise<string> {
  const file = path.join(directory, 'secret');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (/^[0-9a-f]{64}$/.test(known)) return known;
  const secret = randomBytes(32).toString('hex');
  await writeFile(`${file}.new`, secret, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secret;
}

async function replace(file: string, account: PostgresAccount, lines: string[]): Promise<void> {
  await writeFile(`${file}.new`, `${lines.join('\n')}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  if (account.uid !== undefined && account.gid !== undefined)
    await chown(`${file}.new`, account.uid, account.gid);
  await rename(`${file}.new`, file);
}
