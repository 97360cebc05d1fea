// Plain JavaScript without dependencies: the bootstrap uses it before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * PostgreSQL refuses to run as root and would run under an account of its own, which may not enter folders
 * such as /root. There, everything runs in a user namespace: the same rights to files, but not called root.
 * @param {string} folder the repository's root
 * @returns {string[]} words to put before a command; none when it can run as it is, or when there is no way
 */
export function asOrdinaryUser(folder) {
  if (process.getuid?.() !== 0 || !isClosedToOthers(folder)) return [];
  const account = ordinaryAccount();
  if (!account) return [];
  const prefix = ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`];
  const [command, ...args] = [...prefix, 'true'];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0 ? prefix : [];
}

/** @param {string} folder whether this folder or one above it may be entered only by its owner or group */
function isClosedToOthers(folder) {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return true;
    if (path === dirname(path)) return false;
  }
}

/** An account that exists (PostgreSQL looks up its name) and is not root; "nobody" when there is one. */
function ordinaryAccount() {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  return accounts.find(({ name }) => name === 'nobody') ?? accounts[0];
}
