import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { isProblem, maskCard, maskNik, Problem } from '@jangkau/kernel';
import {
  findInSnapshot,
  fingerprintText,
  type OfflineStatus,
  readMemberPass,
  readSnapshot,
  reasons,
  type Verify,
} from '@jangkau/membership';

/**
 * Answers each line of standard input from the files. A file that has expired is still read, and said to be
 * old: an old answer is better than none when it is known to be old.
 * @throws Problem 'snapshot-unusable'
 */
export async function checkSnapshot(
  file: string,
  options: { keys: string; changes?: string },
): Promise<void> {
  const keys = JSON.parse(await readFile(options.keys, 'utf8')) as {
    publicKey: string;
    fingerprintKey: string;
  };
  const publicKey = createPublicKey({
    key: Buffer.from(keys.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  const signed: Verify = (message, signature) => verify(null, message, publicKey, signature);
  const whole = await readFile(file);
  const head = readSnapshot(whole, signed);
  const changes = options.changes === undefined ? undefined : await readFile(options.changes);
  const changed = changes && readSnapshot(changes, signed);
  if (changed && changed.baseId !== head.baseId) throw new Problem('snapshot-unusable', { reason: 'base' });
  const newest = changed ?? head;
  const moment = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
  console.log(`Berkas / file   ${moment(newest.issuedAt)} UTC, ${head.entries} nomor`);
  if (Date.now() / 1000 > newest.expiresAt)
    console.log(`PERHATIAN: berkas kedaluwarsa sejak / expired since ${moment(newest.expiresAt)} UTC`);
  const key = Buffer.from(keys.fingerprintKey, 'base64');
  const find = (kind: 'card' | 'nik', number: string): OfflineStatus | undefined => {
    const print = createHash('sha256')
      .update(key)
      .update(fingerprintText(kind, number))
      .digest()
      .readUIntBE(0, 6);
    return (changes && findInSnapshot(changes, print)) ?? findInSnapshot(whole, print);
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const text = line.trim();
    if (text === '') continue;
    if (text.startsWith('JKN1.')) console.log(passLine(text, signed));
    else {
      const digits = text.replace(/[\s.-]/g, '');
      if (/^\d{13}$/.test(digits)) console.log(`${maskCard(digits)}  ${words(find('card', digits))}`);
      else if (/^\d{16}$/.test(digits)) console.log(`${maskNik(digits)}  ${words(find('nik', digits))}`);
      else console.log('nomor harus 13 (kartu) atau 16 (NIK) angka / 13 or 16 digits');
    }
  }
}

function passLine(text: string, signed: Verify): string {
  try {
    const pass = readMemberPass(text, Math.floor(Date.now() / 1000), signed);
    return `${maskCard(pass.card)}  ${words(pass)}`;
  } catch (error) {
    if (isProblem(error)) return error.messageId;
    throw error;
  }
}

function words(status: OfflineStatus | undefined): string {
  if (!status) return 'TIDAK DIKENAL / UNKNOWN';
  const { covered, reason, roomClass } = status;
  return `${covered ? 'AKTIF' : 'TIDAK AKTIF'}  ${roomClass ? `kelas ${roomClass}` : '-'}  ${reason}  ${reasons[reason].id}`;
}
