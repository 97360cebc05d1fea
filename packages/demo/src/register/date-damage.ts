import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';

/** A birth date written wrongly: day and month swapped, 1 January, a year or a digit off. */
export function damageDate(born: number, calendar: Calendar, random: Random): number {
  const year = calendar.year[born] as number;
  const month = calendar.month[born] as number;
  const day = calendar.day[born] as number;
  const roll = random.float();
  if (roll < 0.24 && day < 13 && day !== month) return calendar.at(year, day, month);
  if (roll < 0.42) return calendar.at(year, 1, 1);
  if (roll < 0.62) return calendar.at(year + random.of([-1, 1, -1, 1, -2, 2, -10, 10, 5]), month, day);
  if (roll < 0.7) return calendar.at(year, random.between(1, 12), day);
  if (roll < 0.75) return calendar.at(year, 12, 31);
  const digit = random.below(3);
  if (digit === 0) return calendar.at(year, month, Math.max(1, (day % 10) + 10 * random.below(3)));
  if (digit === 1) return calendar.at(year, month, Math.max(1, day - (day % 10) + random.below(10)));
  return calendar.at(year - (year % 10) + random.below(10), month, day);
}
