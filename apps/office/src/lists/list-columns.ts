import type { PeopleList, PeopleSort } from '@jangkau/contracts';

export type ListColumn =
  | 'name'
  | 'age'
  | 'place'
  | 'address'
  | 'probability'
  | 'reason'
  | 'segment'
  | 'kind'
  | 'status'
  | 'card'
  | 'link'
  | 'state';

/** What each list shows, in the order of importance. */
export const columnsOfList: Record<PeopleList, readonly ListColumn[]> = {
  uncovered: ['name', 'age', 'place', 'address', 'probability', 'reason'],
  inactive: ['name', 'age', 'place', 'kind', 'segment', 'address'],
  doubtful: ['name', 'age', 'place', 'state', 'probability', 'reason'],
  duplicates: ['name', 'age', 'card', 'place', 'segment', 'status'],
  unmatched: ['name', 'age', 'card', 'place', 'segment', 'status'],
  linked: ['name', 'age', 'place', 'link', 'segment', 'status'],
  all: ['name', 'age', 'place', 'state', 'segment', 'status'],
};

/** Filters that mean something on a list. */
export const filtersOfList: Record<
  PeopleList,
  ReadonlyArray<'banjar' | 'probability' | 'reason' | 'kind' | 'segment' | 'status'>
> = {
  uncovered: ['banjar', 'probability', 'reason'],
  inactive: ['banjar', 'kind', 'segment'],
  doubtful: ['banjar'],
  duplicates: ['segment', 'status'],
  unmatched: ['segment', 'status'],
  linked: ['banjar', 'segment', 'status'],
  all: ['banjar', 'segment', 'status'],
};

/** Sorts a list can have, its own first. */
export const sortsOfList: Record<PeopleList, readonly PeopleSort[]> = {
  uncovered: ['village', 'name', 'p'],
  inactive: ['village', 'name'],
  doubtful: ['doubt', 'village', 'name', 'p'],
  duplicates: ['village', 'name'],
  unmatched: ['village', 'name'],
  linked: ['village', 'name'],
  all: ['village', 'name'],
};

/** Columns whose heading sorts, and by what. */
export const sortOfColumn: Partial<Record<ListColumn, PeopleSort>> = {
  name: 'name',
  place: 'village',
  probability: 'p',
};

/** True for lists of member cards; the others are lists of residents. */
export function listsCards(list: PeopleList): boolean {
  return list === 'duplicates' || list === 'unmatched';
}
