import type { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import {
  joinOrSplit,
  letterSlip,
  type NameChange,
  oldSpelling,
  sanskritSpelling,
  typing,
} from './spelling-damage.ts';
import {
  academicTitle,
  consecrated,
  dropMarker,
  dropOrder,
  fewerWords,
  initial,
  muslimSpelling,
  nickname,
  reorder,
  shortenOrder,
  shortenTitle,
  swapOrders,
  truncate,
} from './word-damage.ts';

const changes: readonly (readonly [NameChange, number])[] = [
  [oldSpelling, 4],
  [sanskritSpelling, 10],
  [letterSlip, 13],
  [typing, 9],
  [joinOrSplit, 10],
  [dropMarker, 12],
  [dropOrder, 2],
  [swapOrders, 2.5],
  [shortenOrder, 10],
  [shortenTitle, 9],
  [academicTitle, 4],
  [truncate, 4],
  [muslimSpelling, 5],
  [fewerWords, 3],
  [initial, 2.5],
  [reorder, 1.5],
  [nickname, 0.7],
];
const kinds = new Weighted(
  changes.map(([change]) => change),
  changes.map(([, weight]) => weight),
);

/** Changes a name `times` times, each time by one rule that applies to it. */
export function damageName(name: string, times: number, random: Random): string {
  let result = name;
  for (let i = 0; i < times; i++) {
    for (let attempt = 0; attempt < 6; attempt++) {
      const changed = kinds.pick(random)(result, random);
      if (changed !== result && changed.length > 1) {
        result = changed;
        break;
      }
    }
  }
  return result;
}

/** A slip of a village clerk: letters only, for whoever it happens to. */
export function slipName(name: string, random: Random): string {
  return random.of([letterSlip, typing, joinOrSplit, sanskritSpelling])(name, random);
}

/** A name as a file of an earlier programme holds it: old spelling for the old, cut at a fixed width. */
export function oldFileName(name: string, year: number, random: Random): string {
  const spelled = year < 1966 && random.chance(0.3) ? oldSpelling(name, random) : name;
  return random.chance(0.45) ? truncate(spelled, random) : spelled;
}

/** The placeholder of a newborn: 'BAYI NY' and the mother's name. */
export function placeholderName(mother: string, random: Random): string {
  const form = random.of(['Bayi Ny ', 'Bayi Ny. ', 'By Ny ', 'Bayi Nyonya ', 'By. Ny. ', 'Bayi Ny ']);
  return form + (random.chance(0.3) ? damageName(mother, 1, random) : mother);
}

/** The name somebody had, or got, in another station of life. */
export const otherName: NameChange = consecrated;
