import type { Random } from '../chance/random.ts';
import type { MessyCell } from './cell-habits.ts';
import type { VillageFileStyle } from './village-file-styles.ts';
import type { ResidentFields } from './village-residents.ts';

/** A line of a village file and what it is. */
export interface SheetRow {
  readonly part: 'title' | 'header' | 'resident' | 'malformed' | 'total';
  readonly cells: readonly MessyCell[];
  /** no_penduduk of the resident on the line. */
  readonly resident?: string;
}

/** One broken row in about this many. */
const malformedEvery = 350;

/** All lines of a village file: titles, header, residents with a few broken rows among them, total. */
export function sheetRows(
  style: VillageFileStyle,
  village: string,
  people: readonly ResidentFields[],
  random: Random,
): SheetRow[] {
  const fill = (text: string) => text.replace('{desa}', village).replace('{n}', String(people.length));
  const header: SheetRow = { part: 'header', cells: style.columns.map(([name]) => name) };
  const rows: SheetRow[] = style.titles.map((title) => ({
    part: 'title',
    cells: title === '' ? [] : [fill(title)],
  }));
  rows.push(header);
  const broken = brokenRows(style, header, random);
  people.forEach((person, i) => {
    const cells = style.columns.map(([, habit]) => {
      const cell = habit(person, random, i + 1);
      return typeof cell === 'string' ? fill(cell) : cell;
    });
    rows.push({ part: 'resident', cells, resident: person.no_penduduk });
    // every kind of breakage occurs at least once, near the beginning of the file
    const soon = broken.length > 0 && i % 7 === 5;
    if (soon) rows.push(broken.shift() as SheetRow);
    else if (random.chance(1 / malformedEvery)) rows.push({ part: 'malformed', cells: cells.slice(0, 2) });
  });
  rows.push({ part: 'total', cells: fill(style.total).split(style.delimiter) });
  return rows;
}

function brokenRows(style: VillageFileStyle, header: SheetRow, random: Random): SheetRow[] {
  const width = style.columns.length;
  const malformed = (cells: readonly MessyCell[]): SheetRow => ({ part: 'malformed', cells });
  return [
    malformed([]),
    malformed(header.cells),
    malformed(Array.from({ length: width }, () => '')),
    malformed(['-', '(pindah)', '']),
    malformed(Array.from({ length: width + 2 }, (_, i) => (i % 3 === 0 ? '?' : String(random.below(1000))))),
  ];
}
