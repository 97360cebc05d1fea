import { formatDate } from '@jangkau/kernel';
import { Temporal } from 'temporal-polyfill';

/** A part of the body of a letter. Text is text: nothing in it is read as markup. */
export type LetterBlock =
  | { type: 'paragraph'; text: string }
  | { type: 'heading'; text: string }
  | { type: 'list'; items: string[] }
  /** Two columns: what, and how it is. */
  | { type: 'facts'; rows: [string, string][] }
  | { type: 'table'; head: string[]; rows: string[][] }
  /** What follows is an attachment: on a page of its own, behind the signature. */
  | { type: 'attachment'; title: string };

/** Who writes. */
export interface Letterhead {
  /** e.g. BPJS Kesehatan */
  organisation: string;
  /** e.g. Kantor Cabang Denpasar */
  office: string;
  /** Street, phone; null when the office has not set it. */
  address: string | null;
  /** Town that stands before the date. */
  place: string;
  /** Title of who signs; the name is written by hand. */
  signatory: string;
  /** How to reach the data protection officer. */
  contact: string;
}

/** An official letter in the style of Indonesian offices, as data. */
export interface Letter {
  head: Letterhead;
  number: string;
  /** In words: 21 November 2026. */
  date: string;
  /** Sifat: Rahasia, Penting, Biasa. */
  nature: string;
  attachments: string;
  /** Hal. */
  subject: string;
  recipient: string[];
  body: LetterBlock[];
  copies: string[];
}

/** What a letter gets when it is issued. */
export interface Issue {
  head: Letterhead;
  number: string;
  /** ISO instant. */
  at: string;
  timeZone: string;
}

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** Number of a letter: '0007/PDP/XI/2026'; PSR instead of PDP for letters of PESIAR. */
export function letterNumber(seq: number, at: string, timeZone: string, code: 'PDP' | 'PSR' = 'PDP'): string {
  const day = dayOf(at, timeZone);
  return `${String(seq).padStart(4, '0')}/${code}/${romanMonths[day.month - 1]}/${day.year}`;
}

/** Year within which a letter of this instant is numbered. */
export function letterYear(at: string, timeZone: string): number {
  return dayOf(at, timeZone).year;
}

/** The day of an instant in words: '21 November 2026'. */
export function dayInWords(at: string, timeZone: string): string {
  return formatDate(dayOf(at, timeZone).toString());
}

/** An instant in words: '21 November 2026 pukul 14.05'. */
export function instantInWords(at: string, timeZone: string): string {
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const clock = `${String(moment.hour).padStart(2, '0')}.${String(moment.minute).padStart(2, '0')}`;
  return `${formatDate(moment.toPlainDate().toString())} pukul ${clock}`;
}

function dayOf(at: string, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
}
