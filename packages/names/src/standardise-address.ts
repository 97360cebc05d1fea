import { foldSpelling } from './fold-spelling.ts';

/** The parts of an Indonesian address line that can be told apart by their leading words. */
export type AddressPart =
  | 'street'
  | 'lane'
  | 'banjar'
  | 'neighbourhood'
  | 'estate'
  | 'block'
  | 'number'
  | 'rt'
  | 'rw';

export interface StandardAddress {
  /** Words of each part found, folded; roman numbers as digits. Words without a leading word are the street. */
  readonly parts: Readonly<Partial<Record<AddressPart, readonly string[]>>>;
  /** House number with its letter: '12A'. */
  readonly number?: string;
  /** All words but leading words, in the order written. */
  readonly tokens: readonly string[];
  /** Street, lane, block and number without spaces, for comparing; '' when none is given. */
  readonly key: string;
}

const PART_WORDS: ReadonlyMap<string, AddressPart | null> = new Map<string, AddressPart | null>([
  ...words('street', 'JL JLN JALAN JALN'),
  ...words('lane', 'GG GANG GNG'),
  ...words('banjar', 'BR BJR BANJAR BRJ DUSUN DSN'),
  ...words('neighbourhood', 'LINGK LINGKUNGAN LING LINK LKG LK'),
  ...words('estate', 'PERUM PERUMAHAN PERUMNAS PRM PERM BTN KOMPLEK KOMPLEKS KOMP'),
  ...words('block', 'BLOK BLK BLOCK'),
  ...words('number', 'NO NOMOR NMR NOMER'),
  ...words('rt', 'RT'),
  ...words('rw', 'RW'),
  // Areas are compared by their codes; their names in an address line are left out.
  ...words(null, 'KEL KELURAHAN DESA KEC KECAMATAN KAB KABUPATEN KOTA PROV PROVINSI'),
]);

const STREET_ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['GN', 'GUNUNG'],
  ['TK', 'TUKAD'],
  ['TKD', 'TUKAD'],
  ['PLW', 'PULAU'],
  ['RY', 'RAYA'],
  ['UTR', 'UTARA'],
  ['SLT', 'SELATAN'],
  ['TMR', 'TIMUR'],
  ['BRT', 'BARAT'],
  ['TGH', 'TENGAH'],
  ['DPS', 'DENPASAR'],
]);

const ROMAN = new Map(
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'
    .split(' ')
    .map((roman, index) => [roman, String(index + 1)] as const),
);
const COMBINING_MARKS = /[\u0300-\u036f]/g;
const HOUSE_NUMBER = /^[0-9]+[A-Z]{0,2}$/;

/**
 * Takes an address line apart: leading words in all their spellings (JL, JLN, JALAN, GG, BR, LINGK, PERUM,
 * BLOK, NO), house number, the rest folded as names are. Never throws.
 */
export function standardiseAddress(raw: string): StandardAddress {
  const parts: Partial<Record<AddressPart, string[]>> = {};
  const tokens: string[] = [];
  let part: AddressPart | null = 'street';
  for (const word of splitAddress(raw)) {
    const leading = PART_WORDS.get(word);
    if (leading !== undefined) {
      part = leading;
      continue;
    }
    const value = standardWord(word);
    tokens.push(value);
    // A word ends the house number; a number behind a numbered lane begins it (GANG 3/12).
    if (part === 'number' && !HOUSE_NUMBER.test(value) && value.length > 1) part = 'street';
    if (part === 'lane' && HOUSE_NUMBER.test(value) && parts.lane?.some((lane) => HOUSE_NUMBER.test(lane))) {
      part = 'number';
    }
    if (part !== null) parts[part] = [...(parts[part] ?? []), value];
  }
  const number = takeNumber(parts);
  const key = ['street', 'lane', 'block']
    .flatMap((name) => parts[name as AddressPart] ?? [])
    .concat(number ?? [])
    .join('');
  return number === undefined ? { parts, tokens, key } : { parts, number, tokens, key };
}

function splitAddress(raw: string): string[] {
  const plain = raw.normalize('NFD').replace(COMBINING_MARKS, '').toUpperCase();
  return plain
    .replace(/\bNO(?=[0-9])/g, 'NO ')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
}

function standardWord(word: string): string {
  if (/[0-9]/.test(word)) return word.replace(/^0+(?=[0-9])/, '');
  const roman = ROMAN.get(word);
  return roman ?? foldSpelling(STREET_ABBREVIATIONS.get(word) ?? word);
}

/** The house number: what follows NO, or a number at the end of the street part. Removes it from the street. */
function takeNumber(parts: Partial<Record<AddressPart, string[]>>): string | undefined {
  const written = parts.number;
  if (written !== undefined && written.length > 0) return written.join('');
  const last = parts.street?.at(-1);
  if (last === undefined || !HOUSE_NUMBER.test(last) || parts.street?.length === 1) return undefined;
  parts.street = parts.street?.slice(0, -1);
  parts.number = [last];
  return last;
}

function words(part: AddressPart | null, written: string): [string, AddressPart | null][] {
  return written.split(' ').map((word) => [word, part]);
}
