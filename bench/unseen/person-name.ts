import * as pool from './name-pools.ts';
import { type Random, Weighted } from './random.ts';

export type Culture = 'bali' | 'titled' | 'java' | 'catholic' | 'chinese' | 'sasak' | 'foreign';

/** A name in its parts, in the order they are said. */
export interface PersonName {
  culture: Culture;
  before: string;
  marker: string;
  title: readonly string[];
  order: readonly string[];
  given: readonly string[];
  after: string;
}

/** Which cultures live in a regency, with their weights. */
export const CULTURES: Record<string, Weighted<Culture>> = {
  '51.71': mixture(0.66),
  '51.03': mixture(0.79),
  '51.02': mixture(0.91),
};

function mixture(balinese: number): Weighted<Culture> {
  const rest = 1 - balinese;
  return new Weighted<Culture>([
    ['bali', balinese * 0.86],
    ['titled', balinese * 0.14],
    ['java', rest * 0.68],
    ['catholic', rest * 0.16],
    ['sasak', rest * 0.07],
    ['chinese', rest * 0.06],
    ['foreign', rest * 0.03],
  ]);
}

/** The name as one line. */
export function fullName(name: PersonName): string {
  let text = name.before;
  const add = (part: string): void => {
    if (part !== '') text = text === '' ? part : `${text} ${part}`;
  };
  add(name.marker);
  for (const part of name.title) add(part);
  for (const part of name.order) add(part);
  for (const part of name.given) add(part);
  return name.after === '' ? text : `${text}, ${name.after}`;
}

const OLD_POSITION = new Weighted([
  [1, 31],
  [2, 27],
  [3, 23],
  [4, 19],
] as const);

/** The birth-order word of the nth child (1-based; the fifth starts again). */
export function orderWord(position: number, born: number, random: Random): string {
  const old = born < 1978;
  const place = ((position - 1) % 4) + 1;
  if (place === 1) return (old ? pool.FIRST_ORDER_OLD : pool.FIRST_ORDER_YOUNG).draw(random);
  if (place === 2) return (old ? pool.SECOND_ORDER_OLD : pool.SECOND_ORDER_YOUNG).draw(random);
  if (place === 3) return (old ? pool.THIRD_ORDER_OLD : pool.THIRD_ORDER_YOUNG).draw(random);
  return 'Ketut';
}

/** A name for a person of a culture; `position` is the birth order when the family knows it. */
export function drawName(
  culture: Culture,
  woman: boolean,
  born: number,
  position: number,
  random: Random,
): PersonName {
  const name: PersonName = { culture, before: '', marker: '', title: [], order: [], given: [], after: '' };
  const adult = born < 2002;
  switch (culture) {
    case 'bali':
      balinese(name, woman, born, position, random);
      break;
    case 'titled': {
      const [men, women] = pool.TITLES.draw(random);
      name.title = woman ? women : men;
      if (random.chance(0.45)) name.order = [orderWord(position || OLD_POSITION.draw(random), born, random)];
      name.given = balineseGiven(woman, born, random);
      break;
    }
    case 'java':
      name.given = javanese(woman, born, random);
      break;
    case 'catholic':
      name.given = [(woman ? pool.CATHOLIC_WOMEN : pool.CATHOLIC_MEN).draw(random)];
      if (random.chance(0.45)) {
        const second = (woman ? pool.CATHOLIC_WOMEN : pool.CATHOLIC_MEN).draw(random);
        if (second !== name.given[0]) name.given = [...name.given, second];
      }
      name.given = [...name.given, pool.CATHOLIC_CLANS.draw(random)];
      break;
    case 'chinese':
      name.given = [
        (woman ? pool.CHINESE_FIRST_WOMEN : pool.CHINESE_FIRST_MEN).draw(random),
        pool.CHINESE_LAST.draw(random),
      ];
      break;
    case 'sasak':
      name.given = [
        (woman ? pool.SASAK_WOMEN : pool.SASAK_MEN).draw(random),
        (woman ? pool.MUSLIM_WOMEN_LAST : pool.MUSLIM_MEN_LAST).draw(random),
      ];
      break;
    case 'foreign':
      name.given = [
        (woman ? pool.FOREIGN_WOMEN : pool.FOREIGN_MEN).draw(random),
        pool.FOREIGN_LAST.draw(random),
      ];
      if (random.chance(0.5))
        name.given = [
          name.given[0] as string,
          (woman ? pool.FOREIGN_WOMEN : pool.FOREIGN_MEN).draw(random),
          name.given[1] as string,
        ];
  }
  if (adult && random.chance(0.055)) name.after = random.pick(pool.DEGREES_AFTER);
  else if (adult && random.chance(0.008)) name.before = random.pick(pool.DEGREES_BEFORE);
  return name;
}

function balinese(name: PersonName, woman: boolean, born: number, position: number, random: Random): void {
  const word = orderWord(position || OLD_POSITION.draw(random), born, random);
  const young = born >= 1995;
  name.marker = random.chance(young ? 0.42 : 0.94) ? (woman ? 'Ni' : 'I') : '';
  if (woman && random.chance(0.3)) {
    name.order = random.chance(0.85) ? ['Luh', word] : ['Luh'];
    if (name.marker === '' && name.order.length === 2 && random.chance(0.5)) name.order = [word];
  } else if (!woman && born >= 1980 && word !== 'Gede' && random.chance(0.09)) name.order = [word, 'Gede'];
  else name.order = [word];
  name.given = balineseGiven(woman, born, random);
}

/** One to three given names: older people have one, younger ones more. */
export function balineseGiven(woman: boolean, born: number, random: Random): string[] {
  const last = (woman ? pool.BALI_WOMEN : pool.BALI_MEN).draw(random);
  const extra = born < 1965 ? 0.06 : born < 1985 ? 0.3 : 0.82;
  if (!random.chance(extra)) return [last];
  const middle = (woman ? pool.BALI_MIDDLE_WOMEN : pool.BALI_MIDDLE_MEN).draw(random);
  if (middle === last) return [last];
  if (born < 1985 || !random.chance(0.24)) return [middle, last];
  const second = (woman ? pool.BALI_MIDDLE_WOMEN : pool.BALI_MIDDLE_MEN).draw(random);
  return second === middle || second === last ? [middle, last] : [middle, second, last];
}

function javanese(woman: boolean, born: number, random: Random): string[] {
  const first = (woman ? pool.MUSLIM_WOMEN_FIRST : pool.MUSLIM_MEN_FIRST).draw(random);
  const last = (woman ? pool.MUSLIM_WOMEN_LAST : pool.MUSLIM_MEN_LAST).draw(random);
  const bare = !['Muhammad', 'Moh', 'Mohammad', 'Abdul', 'Nur', 'Siti', 'Khoirun'].includes(first);
  if (born < 1975 && bare && random.chance(0.3)) return [random.chance(0.5) ? first : last];
  if (born > 1990 && random.chance(0.4)) {
    const middle = (woman ? pool.MUSLIM_WOMEN_LAST : pool.MUSLIM_MEN_LAST).draw(random);
    if (middle !== last) return [first, middle, last];
  }
  return [first, last];
}
