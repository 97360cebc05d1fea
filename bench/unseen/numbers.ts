import { type BirthDate, two } from './birth-date.ts';
import type { Random } from './random.ts';

/** First serial in use: serials below cannot occur, so generated numbers are never a living person's. */
const FIRST_SERIAL = 9001;
const LAST_SERIAL = 9999;

/** Issues 16-digit numbers PPKKCC + DDMMYY + serial, never the same twice. */
export class SerialNumbers {
  readonly #prefixes = new Map<string, Uint16Array>();

  /** The next free number of a prefix and a date; women's NIKs carry the day plus 40. */
  issue(prefix: string, date: BirthDate, woman: boolean): string {
    let used = this.#prefixes.get(prefix);
    if (!used) {
      used = new Uint16Array(100 * 12 * 72);
      this.#prefixes.set(prefix, used);
    }
    const day = date.day + (woman ? 40 : 0);
    const year = date.year % 100;
    const slot = (year * 12 + date.month - 1) * 72 + day;
    const serial = FIRST_SERIAL + (used[slot] as number);
    if (serial > LAST_SERIAL)
      throw new Error(`no serial left for ${prefix} ${two(day)}${two(date.month)}${two(year)}`);
    used[slot] = (used[slot] as number) + 1;
    return `${prefix}${two(day)}${two(date.month)}${two(year)}${serial}`;
  }
}

/** Card numbers: 13 digits, unique, in no order (a full-period generator of 2^32 steps). */
export class CardNumbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): string {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return String(this.#state).padStart(13, '0');
  }
}

const PLACEHOLDERS = [
  '0000000000000000',
  '9999999999999999',
  '1111111111111111',
  '1234567890123456',
  '0',
  '-',
  '3333333333333333',
];

/** What people type when they have no NIK at hand. */
export function placeholderNik(random: Random): string {
  return random.pick(PLACEHOLDERS);
}

/** One slip of the fingers in a number: a digit replaced, two swapped, one lost or one doubled. */
export function mistypeDigits(number: string, random: Random): string {
  const at = random.int(number.length - 1);
  const digit = number.charAt(at);
  const roll = random.next();
  if (roll < 0.55) {
    const near = (Number(digit) + random.between(1, 9)) % 10;
    return number.slice(0, at) + near + number.slice(at + 1);
  }
  if (roll < 0.82) {
    for (let i = at; i < number.length - 1; i++) {
      const [a, b] = [number.charAt(i), number.charAt(i + 1)];
      if (a !== b) return number.slice(0, i) + b + a + number.slice(i + 2);
    }
    return `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
  }
  if (roll < 0.93) return number.slice(0, at) + number.slice(at + 1);
  return number.slice(0, at) + digit + number.slice(at);
}

const OPERATORS = [
  '0811',
  '0812',
  '0813',
  '0817',
  '0818',
  '0819',
  '0821',
  '0852',
  '0857',
  '0878',
  '0881',
  '0896',
];

/** A mobile number as dialled at home (08...). */
export function mobileNumber(random: Random): string {
  return random.pick(OPERATORS) + String(random.int(100_000_000)).padStart(8, '0');
}

/** The same mobile number as different clerks write it. */
export function writeMobile(number: string, random: Random): string {
  const roll = random.next();
  if (roll < 0.84) return number;
  if (roll < 0.92) return `62${number.slice(1)}`;
  if (roll < 0.97) return `+62${number.slice(1)}`;
  return `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;
}
