import { daysInMonth, isCardNumber, isNik } from '@jangkau/kernel';
import type { Check, FlowView } from '../flows/flow.ts';

/** A typed answer: what is kept, or what is wrong with it. */
export type Checked = { readonly value: string } | { readonly problem: string };

const monthWords = 'jan feb mar apr mei jun jul agu sep okt nov des'.split(' ');

/** Checks a typed answer of a step. */
export function checkAnswer(check: Check, typed: string, view: FlowView): Checked {
  const text = typed.replace(/\s+/g, ' ').trim();
  switch (check) {
    case 'text':
    case 'facility':
      if (text.length < 3) return { problem: 'Mohon ketik sedikit lebih lengkap.' };
      return text.length > 1000
        ? { problem: 'Terlalu panjang, paling banyak 1.000 huruf.' }
        : { value: text };
    case 'number': {
      const value = Number(/^\D*(\d{1,2})\D*$/.exec(text)?.[1] ?? Number.NaN);
      return value >= 1 && value <= 20
        ? { value: String(value) }
        : { problem: 'Ketik satu angka, 1 sampai 20.' };
    }
    case 'stages': {
      const most = view.facts?.rehab?.maxStages ?? 12;
      const value = Number(/^\D*(\d{1,2})\D*$/.exec(text)?.[1] ?? Number.NaN);
      return value >= 1 && value <= most
        ? { value: String(value) }
        : { problem: `Ketik angka 1 sampai ${most}.` };
    }
    case 'phone': {
      const digits = text.replace(/\D/g, '').replace(/^62/, '0');
      return /^08\d{7,11}$/.test(digits)
        ? { value: digits }
        : { problem: 'Nomor HP dimulai 08, 9 sampai 13 angka.' };
    }
    case 'date':
    case 'past-date': {
      const value = readDate(text);
      if (!value) return { problem: 'Tanggal belum terbaca. Contoh: 17-08-1990.' };
      if (check === 'past-date' && value > view.today) return { problem: 'Tanggal itu belum lewat.' };
      return { value };
    }
  }
}

/** A date as people type it, day first, or ISO: '17-08-1990', '17 agustus 1990', '17081990', '1990-08-17'. */
export function readDate(text: string): string | undefined {
  const said = text.toLowerCase();
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(said);
  const plain =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(said) ?? /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(said);
  const named = /^(\d{1,2})[-/. ]*([a-z]{3})[a-z]*[-/., ]*(\d{4})$/.exec(said);
  const parts = iso
    ? [iso[3], iso[2], iso[1]]
    : plain
      ? [plain[1], plain[2], plain[3]]
      : named
        ? [named[1], String(monthOfWord(named[2] ?? '')), named[3]]
        : undefined;
  if (!parts) return undefined;
  const [day, month, year] = parts.map(Number) as [number, number, number];
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthOfWord(word: string): number {
  const other: Record<string, number> = { may: 5, aug: 8, ags: 8, agt: 8, oct: 10, dec: 12, nop: 11, peb: 2 };
  return other[word] ?? monthWords.indexOf(word) + 1;
}

/** A NIK (16 digits) or card number (13) in a message, however it is spaced. */
export function readMemberNumber(text: string): string | undefined {
  const digits = text.replace(/[^\d]/g, '');
  return isNik(digits) || isCardNumber(digits) ? digits : undefined;
}

/** A file that can serve as a document; otherwise what is wrong with it. */
export function fileProblem({ type, bytes }: { type: string; bytes: number }): string | undefined {
  const image = type === 'image/jpeg' || type === 'image/png';
  if (!image && type !== 'application/pdf') return 'Kirim foto (JPG, PNG) atau PDF.';
  if (bytes < 10_000) return 'Berkas terlalu kecil untuk terbaca. Foto ulang dengan jelas.';
  if (bytes > (image ? 5 : 10) * 1024 * 1024)
    return 'Berkas terlalu besar: foto paling besar 5 MB, PDF 10 MB.';
  return undefined;
}
