import type { Random } from '../chance/random.ts';
import { Weighted, weighted } from '../chance/weighted.ts';
import { anyOrder, orderName } from './birth-order.ts';
import { givenNames, middleNames } from './given-names.ts';

/** Rank by birth of a household; about 15 % of the Balinese here carry a title. */
export type Wangsa = 'jaba' | 'ida' | 'agung' | 'cokorda' | 'dewa' | 'gusti' | 'ngakan' | 'sang' | 'pande';

const ranks = new Weighted<Wangsa>(
  ['jaba', 'ida', 'agung', 'cokorda', 'dewa', 'gusti', 'ngakan', 'sang', 'pande'],
  [850, 32, 30, 4, 24, 46, 5, 4, 5],
);
const titles: Record<Exclude<Wangsa, 'jaba'>, readonly [Weighted<string>, Weighted<string>]> = {
  ida: [weighted({ 'Ida Bagus': 1 }), weighted({ 'Ida Ayu': 1 })],
  agung: [
    weighted({ 'Anak Agung Gede': 4, 'Anak Agung Ngurah': 3, 'Anak Agung': 3 }),
    weighted({ 'Anak Agung Ayu': 4, 'Anak Agung Istri': 4, Sagung: 2 }),
  ],
  cokorda: [weighted({ Cokorda: 3, 'Cokorda Gede': 1 }), weighted({ 'Cokorda Istri': 1 })],
  dewa: [
    weighted({ 'I Dewa': 6, Dewa: 3, 'I Dewa Gede': 2 }),
    weighted({ 'Dewa Ayu': 3, Desak: 6, 'I Dewa Ayu': 2 }),
  ],
  gusti: [
    weighted({ 'I Gusti': 6, 'I Gusti Ngurah': 4, 'I Gusti Agung': 2, 'I Gusti Bagus': 1 }),
    weighted({ 'I Gusti Ayu': 6, 'Ni Gusti Ayu': 2, 'Gusti Ayu': 2, 'I Gusti Agung Ayu': 2, 'Ni Gusti': 2 }),
  ],
  ngakan: [weighted({ Ngakan: 1 }), weighted({ Desak: 3, 'Sang Ayu': 1 })],
  sang: [weighted({ Sang: 3, Si: 1 }), weighted({ 'Sang Ayu': 2, 'Si Luh': 1 })],
  pande: [weighted({ 'I Pande': 1, Pande: 2 }), weighted({ 'Ni Pande': 2, Pande: 1 })],
};

/** The rank of a household. */
export function anyWangsa(random: Random): Wangsa {
  return ranks.pick(random);
}

/**
 * A Balinese name: marker or title, birth order, given names. There is no family name.
 * @param order birth order from 1; 0 when unknown
 * @param year year of birth
 */
export function balineseName(
  wangsa: Wangsa,
  sex: number,
  order: number,
  year: number,
  random: Random,
): string {
  const era = year + random.below(12) < 1980 ? 0 : 1;
  const birthOrder = order > 0 ? order : anyOrder(era, random);
  const ordered = orderName(birthOrder, sex, era, random);
  if (wangsa !== 'jaba') {
    const title = titles[wangsa][sex as 0 | 1].pick(random);
    const given = givenPart(sex, era, title, random);
    const withOrder = ordered !== 'Luh' && random.chance(0.7);
    return withOrder ? `${title} ${ordered} ${given}` : `${title} ${given}`;
  }
  const given = givenPart(sex, era, ordered, random);
  const marked = random.chance(era === 0 ? 0.94 : year < 2005 ? 0.84 : 0.62);
  const marker = sex === 0 ? 'I ' : ordered !== 'Luh' && random.chance(0.16) ? 'Ni Luh ' : 'Ni ';
  return marked ? `${marker}${ordered} ${given}` : `${ordered} ${given}`;
}

/** One to three given names, none of which stands in the words `before` them already. */
function givenPart(sex: number, era: number, before: string, random: Random): string {
  const pools = givenNames[sex] as readonly Weighted<string>[];
  const given = (pools[era] as Weighted<string>).pick(random);
  if (era === 0 && random.chance(0.82)) return given;
  const middles = middleNames[sex] as Weighted<string>;
  const roll = random.float();
  if (roll < 0.3) return given;
  const middle = middles.pick(random);
  if (middle === given || before.includes(middle)) return given;
  if (roll < 0.84) return `${middle} ${given}`;
  const second = middles.pick(random);
  return second === middle || second === given ? `${middle} ${given}` : `${middle} ${second} ${given}`;
}
