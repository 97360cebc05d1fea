import type { Membership } from '@jangkau/contracts';

type Spell = Membership['spells'][number];

/** A spell with where it begins and ends on a line from 0 to 1. */
export interface SpellBar {
  spell: Spell;
  from: number;
  to: number;
}

/** Places spells and the firsts of years on a line from the first spell to today, or to the last change ahead. */
export function spellBars(
  spells: readonly Spell[],
  today: string,
): { bars: SpellBar[]; years: { year: number; at: number }[] } {
  const first = spells[0];
  if (!first) return { bars: [], years: [] };
  const lastChange = spells.at(-1)?.from ?? today;
  const begin = dayNumber(first.from);
  const end = Math.max(dayNumber(today), dayNumber(lastChange) + 30, begin + 1);
  const place = (day: string) => Math.min(1, Math.max(0, (dayNumber(day) - begin) / (end - begin)));
  const bars = spells.map((spell) => ({
    spell,
    from: place(spell.from),
    to: spell.to ? place(spell.to) : 1,
  }));
  const years: { year: number; at: number }[] = [];
  const firstYear = Number(first.from.slice(0, 4)) + 1;
  const lastYear = new Date(end * 86_400_000).getUTCFullYear();
  const step = Math.max(1, Math.ceil((lastYear - firstYear + 1) / 8));
  for (let year = firstYear; year <= lastYear; year += step) years.push({ year, at: place(`${year}-01-01`) });
  return { bars, years };
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
