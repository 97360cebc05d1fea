import type { Random } from '../chance/random.ts';
import { type Weighted, weighted } from '../chance/weighted.ts';

/**
 * Birth-order names. Shares of the four orders among pupils (39.1, 36.2, 18.3, 6.3 %) follow from family
 * sizes; adults born before about 1975 come from larger families, hence flatter shares.
 */
const ordersNew = weighted({ 1: 391, 2: 362, 3: 183, 4: 63 });
const ordersOld = weighted({ 1: 31, 2: 27, 3: 23, 4: 19 });

/** Names by order 1 to 4 and era (0 before about 1975, 1 after). */
const names: readonly (readonly Weighted<string>[])[] = [
  [
    weighted({ Putu: 13, Wayan: 62, Gede: 14, Luh: 10, Kompiang: 1 }),
    weighted({ Putu: 45, Wayan: 25, Gede: 18, Luh: 10, Kompiang: 2 }),
  ],
  [weighted({ Kadek: 5, Made: 74, Nengah: 21 }), weighted({ Kadek: 50, Made: 38, Nengah: 12 })],
  [weighted({ Komang: 12, Nyoman: 88 }), weighted({ Komang: 65, Nyoman: 35 })],
  [weighted({ Ketut: 1 }), weighted({ Ketut: 1 })],
];

/** The order of somebody whose brothers and sisters are not in the register. */
export function anyOrder(era: number, random: Random): number {
  return Number((era === 0 ? ordersOld : ordersNew).pick(random));
}

/** The birth-order name of a child: the fifth starts again with the first. Luh is for women, Gede for men. */
export function orderName(order: number, sex: number, era: number, random: Random): string {
  const pool = (names[(order - 1) % 4] as readonly Weighted<string>[])[era] as Weighted<string>;
  const name = pool.pick(random);
  if (sex === 0 && name === 'Luh') return 'Wayan';
  if (sex === 1 && name === 'Gede') return era === 0 ? 'Wayan' : 'Putu';
  if (order > 4 && random.chance(0.15)) return `${name} ${random.of(['Balik', 'Alit', 'Tagel'])}`;
  return name;
}
