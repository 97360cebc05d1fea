import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What people of the made-up branch could be known by: their numbers and their names. */
export interface PersonalData {
  numbers: ReadonlySet<string>;
  names: ReadonlySet<string>;
  /** Lines of chats, either way: what people say belongs nowhere but in the conversation. */
  said: ReadonlySet<string>;
}

const numberColumns = ['nik', 'no_kk', 'no_hp', 'no_kartu'];
const longestName = 7;
/** Shorter lines, such as “halo”, stand in programs too. */
const shortestLine = 12;

/**
 * Reads the registers of these folders: every NIK, KK, card and phone number, and every name of two words or more; and
 * the lines of these transcripts.
 */
export function readPersonalData(
  folders: readonly string[],
  transcripts: readonly string[] = [],
): PersonalData {
  const numbers = new Set<string>();
  const names = new Set<string>();
  const files = folders.flatMap((folder) => globSync(join(folder, '**/{residents,members}.csv')));
  for (const file of files) {
    const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
    const columns = head.trim().split(',');
    for (const line of lines) {
      const cells = line.split(',');
      for (const column of numberColumns) {
        const digits = (cells[columns.indexOf(column)] ?? '').replace(/\D/g, '');
        if (digits.length >= 9) numbers.add(digits);
      }
      const name = wordsOf(cells[columns.indexOf('nama')] ?? '');
      if (name.length >= 2 && name.length <= longestName) names.add(name.join(' '));
    }
  }
  const lines = transcripts.flatMap((text) => text.split('\n')).map((line) => line.trim());
  return { numbers, names, said: new Set(lines.filter((line) => line.length >= shortestLine)) };
}

/** Everything personal that stands in a text, each thing once. */
export function personalDataIn(text: string, people: PersonalData): string[] {
  const found = new Set<string>();
  for (const [digits] of text.matchAll(/\d(?:[ .-]?\d){8,}/g)) {
    const number = digits.replace(/\D/g, '');
    if (people.numbers.has(number) || people.numbers.has(number.replace(/^62/, '0'))) found.add(number);
  }
  for (const line of text.split(/[\n"',;:{}()[\]?&=/]/)) {
    const words = wordsOf(decoded(line));
    for (let from = 0; from < words.length; from++)
      for (let to = from + 2; to <= Math.min(words.length, from + longestName); to++) {
        const name = words.slice(from, to).join(' ');
        if (people.names.has(name)) found.add(name);
      }
  }
  for (const line of people.said) if (text.includes(line)) found.add(line);
  return [...found];
}

function wordsOf(text: string): string[] {
  return text
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}

/** As a person reads an address; text that is none stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
