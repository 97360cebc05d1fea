import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Operating-system account PostgreSQL runs under; empty means the account of this process. */
export interface PostgresAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root. When this process is root, the account `postgres` is used, and made
 * if there is none (containers); otherwise PostgreSQL runs as this process does.
 */
export async function findPostgresAccount(): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return {};
  const found = await lookUp();
  if (found) return found;
  await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  const made = await lookUp();
  if (!made) throw new Error('PostgreSQL cannot run as root, and no account "postgres" could be made');
  return made;
}

async function lookUp(): Promise<PostgresAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * The first directory on the way to `target` that other accounts may not enter; undefined when the
 * account can reach it. Only asked for an account that is not ours.
 */
export async function closedParent(target: string, account: PostgresAccount): Promise<string | undefined> {
  if (account.uid === undefined) return undefined;
  const parents: string[] = [];
  for (let at = path.dirname(path.resolve(target)); ; at = path.dirname(at)) {
    parents.unshift(at);
    if (at === path.dirname(at)) break;
  }
  for (const parent of parents) {
    const { mode, uid, gid } = await stat(parent);
    const entered = uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001;
    if (!entered) return parent;
  }
  return undefined;
}
