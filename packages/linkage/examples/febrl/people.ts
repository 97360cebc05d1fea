/** A row of one of the two files. `id` names the file, `person` the human being (the truth; never compared). */
export interface PersonRow {
  id: string;
  person: number;
  given_name: string | null;
  surname: string | null;
  street: string | null;
  suburb: string | null;
  /** YYYYMMDD */
  date_of_birth: string | null;
  /** Seven digits. */
  soc_sec_id: string | null;
}

const GIVEN =
  'abel ada alma amos anton aria basil beatrix bruno carla cedric celia clara conrad cora cyril dalia dario delia dora edgar edith elias elsa emil enid erica ernest esther felix fiona flora gideon gilda greta hector hedwig helga hilda hugo ida igor ines irene ivan ivy jasper jonas judith julius karin klara lars leonie linus lorenz lydia magda marcus martha maxim mina moritz nadia nestor nina nora odette olga oscar otto paula petra phoebe quentin ralf ramona rosa rufus sabine selma silas stella sven tessa theo tilda ursula valentin vera viola walter wanda xenia yara yvette zeno'.split(
    ' ',
  );
const SURNAME_HEADS =
  'ash beck birch black brook clay cole cross dale elder fern field ford fox glen grant green hart hazel heath hill holt kirk lang marsh moor nash north oak park penn reed ridge rock rose sand stone thorn wade west wind wood'.split(
    ' ',
  );
const SURNAME_TAILS =
  'berg bury by combe croft den er field ham hurst ley man more ow son stead ton ward well worth'.split(' ');
const STREETS =
  'acacia alder bay canal castle chapel church cliff court dock east farm garden grove hill lake lower main market mill orchard park pine queen river school shore spring station tower upper valley west'.split(
    ' ',
  );
const STREET_KINDS = ['street', 'road', 'lane', 'close', 'avenue', 'terrace'];
const SUBURBS =
  'amberton brightwater coldharbour dunmere eastgate fairlea greyfriars highmoor kingsbank lowbridge merrivale newhaven oldcastle pinehurst redcliff saltmarsh thornbury underhill westport yarrow'.split(
    ' ',
  );
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Two files of people in the manner of the FEBRL generator: `both` people are in both files, `alone` more in
 * each file only. The second file is typed anew, with slips of the key, values left out, names exchanged and
 * people who have moved. The same seed gives the same files.
 */
export function makePeople({ both = 400, alone = 100, seed = 1 } = {}): {
  left: PersonRow[];
  right: PersonRow[];
} {
  const chance = new Chance(seed);
  const people = Array.from({ length: both + 2 * alone }, (_, person) => makePerson(chance, person));
  const left = people.slice(0, both + alone).map((p) => ({ ...p, id: `a-${p.person}` }));
  const right = [...people.slice(0, both), ...people.slice(both + alone)]
    .map((p) => ({ ...retype(chance, p), id: `b-${p.person}` }))
    .sort((a, b) => hash(a.person) - hash(b.person));
  return { left, right };
}

function makePerson(chance: Chance, person: number): PersonRow {
  const year = 1930 + chance.below(80);
  const month = 1 + chance.below(12);
  const day = 1 + chance.below(28);
  return {
    id: '',
    person,
    given_name: chance.pick(GIVEN),
    surname: chance.pick(SURNAME_HEADS) + chance.pick(SURNAME_TAILS),
    street: makeStreet(chance),
    suburb: chance.pick(SUBURBS),
    date_of_birth: `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
    soc_sec_id: String(1_000_000 + chance.below(9_000_000)),
  };
}

function makeStreet(chance: Chance): string {
  return `${1 + chance.below(180)} ${chance.pick(STREETS)} ${chance.pick(STREET_KINDS)}`;
}

/** The person's row as somebody else typed it, somewhere else, years later. */
function retype(chance: Chance, row: PersonRow): PersonRow {
  const out = { ...row };
  if (chance.happens(0.05)) [out.given_name, out.surname] = [out.surname, out.given_name];
  if (chance.happens(0.08)) [out.street, out.suburb] = [makeStreet(chance), chance.pick(SUBURBS)];
  for (const field of ['given_name', 'surname', 'street', 'suburb'] as const)
    if (chance.happens(0.18)) out[field] = slip(chance, out[field], LETTERS);
  for (const field of ['date_of_birth', 'soc_sec_id'] as const)
    if (chance.happens(0.1)) out[field] = slipDigit(chance, out[field]);
  for (const field of ['given_name', 'street', 'suburb', 'date_of_birth', 'soc_sec_id'] as const)
    if (chance.happens(0.04)) out[field] = null;
  return out;
}

/** One slip of the key: a letter changed, left out, doubled, or exchanged with the next. */
function slip(chance: Chance, text: string | null, letters: string): string | null {
  if (text === null || text.length < 3) return text;
  const at = 1 + chance.below(text.length - 2);
  const [before, here, after] = [text.slice(0, at), text[at] as string, text.slice(at + 1)];
  const kind = chance.below(4);
  if (kind === 0) return before + chance.pick([...letters]) + after;
  if (kind === 1) return before + after;
  if (kind === 2) return before + here + here + after;
  return before + after[0] + here + after.slice(1);
}

function slipDigit(chance: Chance, digits: string | null): string | null {
  if (digits === null) return digits;
  const at = 1 + chance.below(digits.length - 1);
  const other = (Number(digits[at]) + 1 + chance.below(9)) % 10;
  return digits.slice(0, at) + other + digits.slice(at + 1);
}

/** A seeded source of chance (mulberry32). */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 <= x < 1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}

function hash(n: number): number {
  return Math.imul(n + 1, 0x9e3779b1) >>> 0;
}
