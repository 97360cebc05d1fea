import { foldSpelling } from './fold-spelling.ts';
import { splitPlaceholder } from './split-placeholder.ts';
import { splitRawName } from './split-raw-name.ts';
import type { StandardToken } from './standard-token.ts';
import { standardiseWords } from './standardise-words.ts';

/** A whole name taken apart, with every ambiguous word decided by its neighbours. */
export interface StandardName {
  /** All canonical words in the order written. */
  readonly tokens: readonly StandardToken[];
  /** Given names, folded, in the order written. */
  readonly given: readonly string[];
  /** Places in the birth order, each once, ascending. */
  readonly orders: readonly number[];
  /** Birth-order words, each once, as canonical words in the order written. */
  readonly orderWords: readonly string[];
  /** I or NI. */
  readonly markers: readonly string[];
  /** Words of rank, and initials that stay ambiguous (IGAA). */
  readonly titles: readonly string[];
  /** True when the name stands for a child without a name yet: BAYI NY ... */
  readonly isPlaceholder: boolean;
  /** The mother's name as written, when a placeholder tells it. */
  readonly motherName?: string;
  /** True when the name as written is as long as old files allow (20, 25, 30): its end may be missing. */
  readonly mayBeTruncated: boolean;
  /** Given names without spaces, folded across the joints: equal for joined and split spellings. Empty when there are none. */
  readonly key: string;
  /** Given names sorted, joined by a space: equal when only their order differs. */
  readonly sorted: string;
}

/** Lengths at which old register files cut names. */
const CUT_LENGTHS = new Set([20, 25, 30]);

/**
 * Takes a name as written in a register apart. Never throws; text without letters gives an empty name.
 * For a placeholder (BAYI NY WAYAN SARI) all parts are empty and `motherName` holds the rest.
 */
export function standardiseName(raw: string): StandardName {
  const words = splitRawName(raw);
  const placeholder = splitPlaceholder(words);
  const tokens = placeholder === null ? standardiseWords(words) : placeholder.tokens;
  const given: string[] = [];
  const orderWords: string[] = [];
  const orders: number[] = [];
  const markers: string[] = [];
  const titles: string[] = [];
  for (const { token, role, order } of tokens) {
    if (role === 'given') given.push(token);
    else if (role === 'marker') markers.push(token);
    else if (role === 'title') titles.push(token);
    else if (role === 'order') {
      if (!orderWords.includes(token)) orderWords.push(token);
      if (order !== undefined && !orders.includes(order)) orders.push(order);
    }
  }
  orders.sort((a, b) => a - b);
  const name: StandardName = {
    tokens,
    given,
    orders,
    orderWords,
    markers,
    titles,
    isPlaceholder: placeholder !== null,
    mayBeTruncated: CUT_LENGTHS.has(raw.trim().length),
    key: foldSpelling(given.join('')),
    sorted: given.length < 2 ? (given[0] ?? '') : [...given].sort().join(' '),
  };
  return placeholder?.motherName ? { ...name, motherName: placeholder.motherName } : name;
}
