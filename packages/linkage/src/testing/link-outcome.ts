import type { Engine } from '../engine/engine.ts';

/** What a linkage says of one left record, by the registers' own identifiers. */
export interface Outcome {
  left: string;
  /** Linked by the exact tier, or by its posterior. */
  exact: string | null;
  scored: string | null;
  best: string | null;
  /** P(no match); null for records of the exact tier. */
  unmatched: number | null;
}

/** The outcome for every left record of the tables `left` and `right`, in the order of identifiers. */
export async function linkOutcome(engine: Engine, exactTier = true): Promise<Outcome[]> {
  return engine.rows<Outcome & Record<string, unknown>>(`
    SELECT l.id AS left, ${exactTier ? 're.id' : 'NULL'} AS exact, rs.id AS scored, rb.id AS best, x.p_unmatched AS unmatched
    FROM "left" l
    LEFT JOIN residue_result x ON x.k_left = l.rowid
    LEFT JOIN "right" rs ON rs.rowid = x.linked_right
    LEFT JOIN "right" rb ON rb.rowid = x.best_right
    ${exactTier ? 'LEFT JOIN exact_links e ON e.k_left = l.rowid LEFT JOIN "right" re ON re.rowid = e.k_right' : ''}
    ORDER BY l.id`);
}

/** The links alone: left identifier to right identifier. */
export function linksOf(outcome: readonly Outcome[]): Map<string, string> {
  return new Map(
    outcome.flatMap(({ left, exact, scored }) => {
      const right = exact ?? scored;
      return right === null ? [] : [[left, right] as [string, string]];
    }),
  );
}
