import type { LinkModel } from '../model/link-model.ts';

/** Words of a name that are kept for comparison: the rarest ones. */
const WORDS_KEPT = 4;
/** Information is counted in eighths of a bit, as an integer, so that sums do not depend on their order. */
export const BIT_FRACTION = 8;

/** 1..WORDS_KEPT */
export const WORD_POSITIONS = Array.from({ length: WORDS_KEPT }, (_, i) => i + 1);

export type DatePart = 'year' | 'month' | 'day';
export const DATE_PARTS: readonly DatePart[] = ['year', 'month', 'day'];

/** Names of the columns that a standardised record carries for a field (field names are plain identifiers). */
export const column = {
  value: (field: string) => field,
  part: (field: string, part: DatePart) => `${field}_${part}`,
  raw: (field: string) => `${field}_raw`,
  sound: (field: string, i: number) => `${field}_sound${i}`,
  bits: (field: string, i: number) => `${field}_bits${i}`,
  total: (field: string) => `${field}_total`,
  joined: (field: string) => `${field}_joined`,
  minor: (field: string) => `${field}_minor`,
  rank: (field: string) => `${field}_rank`,
  flag: (field: string) => `${field}_flag`,
  /** The name as it is written, of a placeholder alone. */
  called: (field: string) => `${field}_called`,
  /** A column of the register, carried along as it is. */
  own: (name: string) => `own_${name}`,
  /** The record's group has a link of the exact tier. */
  groupLinked: 'group_linked',
};

/** The date fields of which year, month and day are asked for by themselves: those compared, or used so in a rule. */
export function datesByPart(model: LinkModel): Set<string> {
  const compared = model.comparisons.map((c) => c.field);
  const keys = model.blocking.flatMap((rule) =>
    [...rule.keys, ...(rule.crowded ?? [])].flatMap((key) =>
      key.use !== 'linked-group' && key.use !== 'value' ? [key.field] : [],
    ),
  );
  return new Set([...compared, ...keys].filter((name) => model.fields[name]?.kind === 'date'));
}
