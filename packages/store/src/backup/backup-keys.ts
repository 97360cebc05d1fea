import { Problem } from '@jangkau/kernel';
import { Decrypter, Encrypter } from 'age-encryption';

/** Who may read a new backup. Nothing given: everybody who has the file. */
export interface BackupLock {
  /** Public keys of age, age1... */
  recipients?: readonly string[] | undefined;
  passphrase?: string | undefined;
}

/** What opens an encrypted backup. */
export interface BackupKey {
  /** Secret keys of age, AGE-SECRET-KEY-1... */
  identities?: readonly string[] | undefined;
  passphrase?: string | undefined;
}

/** First line of a file encrypted with age. */
export const ageMagic = 'age-encryption.org/v1';

/** Whether anything is given that encrypts. */
export function isLocked(lock: BackupLock): boolean {
  return lock.passphrase !== undefined || (lock.recipients?.length ?? 0) > 0;
}

/** Turns a plain stream into an encrypted one. */
export type Encryption = (plain: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>;

/**
 * Encryption with age; undefined when no lock is given.
 * @throws Problem setting-invalid when a recipient is none of age's
 */
export function encryption(lock: BackupLock): Encryption | undefined {
  if (!isLocked(lock)) return undefined;
  const encrypter = new Encrypter();
  try {
    // age knows a passphrase or recipients, never both.
    if (lock.passphrase !== undefined) encrypter.setPassphrase(lock.passphrase);
    else for (const recipient of lock.recipients ?? []) encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new Problem('setting-invalid', { setting: 'recipient', reason: 'age1...' }, { cause });
  }
  return (plain) => encrypter.encrypt(plain);
}

/**
 * Decrypts a stream of age.
 * @throws Problem backup-locked when no key is given, backup-key-wrong when none of them fits
 */
export async function decrypted(
  cipher: ReadableStream<Uint8Array>,
  key: BackupKey,
  file: string,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  if (key.passphrase === undefined && !key.identities?.length) throw new Problem('backup-locked', { file });
  try {
    if (key.passphrase !== undefined) decrypter.addPassphrase(key.passphrase);
    for (const identity of key.identities ?? []) decrypter.addIdentity(identity);
    return await decrypter.decrypt(cipher);
  } catch (cause) {
    throw new Problem('backup-key-wrong', { file }, { cause });
  }
}
