import { CommandFailure, exitCodes } from './exit-code.ts';

/** Ways in which opening the database fails that people can mend, by what the error says. */
const KNOWN = [
  {
    pattern: /another Jangkau \(process \d+\)/,
    id: 'Jangkau lain sedang memakai folder data ini. Hentikan dahulu, atau pilih JANGKAU_DATA_DIR yang lain.',
  },
  {
    pattern: /may not enter/,
    id:
      'Sebagai root, PostgreSQL berjalan dengan akun "postgres", yang tidak boleh masuk ke folder ini. ' +
      'Buka foldernya (chmod a+x), pindahkan Jangkau (misalnya ke /opt), atau jalankan sebagai pengguna biasa.',
  },
  {
    pattern: /ECONNREFUSED|ENOTFOUND|password authentication failed|does not exist/,
    id: 'Basis data pada DATABASE_URL tidak dapat dihubungi.',
  },
];

/** A failure to open the database in plain words when its cause is known; any other error as it is. */
export function databaseFailure(error: unknown): unknown {
  const reason = error instanceof Error ? error.message : String(error);
  const known = KNOWN.find(({ pattern }) => pattern.test(reason));
  return known ? new CommandFailure(exitCodes.unexpected, known.id, `${reason}.`) : error;
}
