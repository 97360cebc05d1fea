/** Why a password is refused. */
export type PasswordFault = 'too-short' | 'too-long' | 'contains-username' | 'common';

/** Characters a password needs at the least. Length is what makes guessing hard (NIST SP 800-63B). */
export const leastPasswordLength = 12;
const mostPasswordLength = 200;

/**
 * Words that passwords are commonly made of, Indonesian and English, and the words of this work. A password
 * is common when nothing is left of it but such words, digits and signs.
 */
const commonWords = [
  'admin administrator akses aku aman anjing asdf asdfgh asdfghjkl asdfghjklqwerty auth baru bayi bismillah',
  'bpjs bps cantik cinta coba contoh dan data default denpasar badung tabanan bali indonesia jaminan jakarta',
  'jangkau jkn kabupaten kantor kartu kata kecamatan kelurahan desa banjar kepala kesehatan kota kunci login',
  'masuk merdeka mulai nasional operator password passw0rd petugas pengguna peserta qwerty qwertyuiop rahasia',
  'root saya sandi sayang sehat selamat sistem sukses super supervisor surga system test testing user username',
  'welcome letmein iloveyou monkey dragon football baseball princess sunshine master shadow secret abc abcd',
  'zxcv zxcvbn zxcvbnm hello love baby pass the my is and ini itu aja kamu guest changeme change me ganti',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length);

const commonParts = new RegExp(commonWords.join('|'), 'g');

/** Letters that people write as digits and signs. */
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** What is wrong with a password for this account; undefined when it may be used. */
export function passwordFault(password: string, username: string): PasswordFault | undefined {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length < leastPasswordLength) return 'too-short';
  if (length > mostPasswordLength) return 'too-long';
  const plain = text.toLowerCase();
  const name = username.toLowerCase();
  if (name.length >= 3 && plain.includes(name)) return 'contains-username';
  return isCommon(plain) ? 'common' : undefined;
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  if (isOnlyCommonWords(plain) || isOnlyCommonWords(undisguised(plain.replace(/[^\p{L}]+$/u, ''))))
    return true;
  return isRun(plain) || isRepetition(plain);
}

function isOnlyCommonWords(text: string): boolean {
  return text.replace(commonParts, '').replace(/[^\p{L}]/gu, '').length <= 2;
}

function undisguised(text: string): string {
  return [...text].map((letter) => disguises[letter] ?? letter).join('');
}

/** Most neighbours are one apart, as in 123456789012 or abcdefghijkl. */
function isRun(text: string): boolean {
  let steps = 0;
  for (let i = 1; i < text.length; i++)
    if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) === 1) steps++;
  return steps >= text.length * 0.7;
}

/** One piece again and again, as in kopikopikopi. */
function isRepetition(text: string): boolean {
  return /^(.{1,6})\1+.{0,2}$/u.test(text);
}
