import { type BirthDate, dateKey, isoDate, isRealDate, monthLength } from './birth-date.ts';
import type { Random } from './random.ts';
import { Weighted } from './random.ts';

type Slip =
  | 'birth-swapped'
  | 'birth-1-january'
  | 'birth-year'
  | 'birth-digit'
  | 'birth-missing'
  | 'birth-1-january-year'
  | 'birth-near'
  | 'birth-decade';

const SLIPS = new Weighted<Slip>([
  ['birth-swapped', 16],
  ['birth-1-january', 22],
  ['birth-year', 18],
  ['birth-digit', 17],
  ['birth-missing', 11],
  ['birth-1-january-year', 6],
  ['birth-near', 6],
  ['birth-decade', 4],
]);

/** Writes a birth date the wrong way: the text of the field ('' when missing) and the name of the fault. */
export function slipBirthDate(
  born: BirthDate,
  latest: BirthDate,
  random: Random,
): { text: string; fault: string } {
  for (;;) {
    const fault = SLIPS.draw(random);
    if (fault === 'birth-missing') return { text: '', fault };
    const wrong = slipped(born, fault, random);
    if (wrong && isRealDate(wrong) && dateKey(wrong) !== dateKey(born) && dateKey(wrong) <= dateKey(latest)) {
      return { text: isoDate(wrong), fault };
    }
  }
}

function slipped(born: BirthDate, slip: Slip, random: Random): BirthDate | undefined {
  const { year, month, day } = born;
  switch (slip) {
    case 'birth-swapped':
      return day <= 12 ? { year, month: day, day: month } : undefined;
    case 'birth-1-january':
      return { year, month: 1, day: 1 };
    case 'birth-1-january-year':
      return { year: year + random.pick([-3, -2, -1, 1, 2, 3]), month: 1, day: 1 };
    case 'birth-year':
      return {
        year: year + random.pick([-1, 1, -1, 1, -2, 2]),
        month,
        day: Math.min(day, monthLength(year + 1, month)),
      };
    case 'birth-decade':
      return { year: year + random.pick([-10, 10]), month, day };
    case 'birth-near':
      return { year, month, day: day + random.pick([-1, 1, -2, 2]) };
    case 'birth-digit': {
      const digits = isoDate(born).split('');
      const at = random.pick([3, 5, 6, 8, 9, 9, 9]);
      digits[at] = String(random.int(10));
      const [y, m, d] = digits.join('').split('-').map(Number);
      return { year: y as number, month: m as number, day: d as number };
    }
    default:
      return undefined;
  }
}
