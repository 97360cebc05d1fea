/** Something a month close does: one statement, set-based, that changes rows and says what it changed. */
export interface CloseStep {
  readonly id: string;
  readonly labelId: string;
  readonly labelEn: string;
  /** :month, :next the first day of the month after it, :today, :by who closes, :cause noted beside changes. */
  readonly sql: string;
}

/** How every statement ends: one row of how many, how much money, and a few examples by key. */
export const answer = (from: string, amount = 'NULL::bigint', key = 'member_id') => `
  SELECT count(*)::int AS count, ${amount} AS amount,
    (SELECT coalesce(jsonb_agg(x.key), '[]') FROM (SELECT ${key} AS key FROM ${from} ORDER BY 1 LIMIT 5) x) AS samples
  FROM ${from}`;
