import { type ContributionSettings, monthlyContribution } from '@jangkau/contributions';
import { parseMonth } from '@jangkau/membership';
import { answer, type CloseStep } from './close-step.ts';
import { takenBack } from './taken-back.ts';

/**
 * Where a month in arrears costs class III the full contribution (setting `arrears_rate_class3`), it is billed in full
 * and the aid of state and region stands beside it as relief for as long as the month can still be paid in time.
 * Undefined where the aid does not hang on being covered, or there is none in that month.
 */
export function classThreeAid(
  next: string,
  settings: ContributionSettings,
): { amount: number; step: CloseStep } | undefined {
  const household = { segment: 'PBPU', roomClass: 3, people: 1 } as const;
  const month = parseMonth(next.slice(0, 7));
  const now = monthlyContribution(household, month, { settings });
  const late = monthlyContribution(household, month, { settings, inArrears: true });
  const amount = late.amount - now.amount;
  if (amount === 0) return undefined;
  return {
    amount,
    step: {
      id: 'class3-aid',
      labelId: 'Bantuan iuran kelas III selama bulan masih dapat dibayar',
      labelEn: 'Aid in class III while the month can still be paid',
      sql: `
  WITH line AS MATERIALIZED (
    SELECT l.member_id, l.household_id, l.amount AS due FROM bill_line l
    WHERE l.month = :next AND l.class = 3 AND l.amount = ${late.amount}
      AND NOT EXISTS (SELECT FROM allocation a WHERE a.month = :next AND a.member_id = l.member_id)
  ), aid AS (
    INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by)
    SELECT household_id, 'class3-aid', 'Perpres 64/2020 Pasal 34; PMK 78/PMK.02/2020', count(*) * ${amount}, :next, :by
    FROM line GROUP BY household_id ORDER BY household_id
    RETURNING id, household_id, amount
  ), given AS (
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
    SELECT :next, l.member_id, 1, l.household_id, l.due, 0, ${amount}, ${amount}, a.id
    FROM line l JOIN aid a ON a.household_id = l.household_id
  )
  ${answer('aid', 'sum(amount)::bigint', 'household_id')}`,
    },
  };
}

/**
 * Aid of the closed month goes no further for families that have not paid it: it stands under the day on which it was
 * given, so that balances by date are as if it had never been.
 */
export const aidEnded: CloseStep = {
  id: 'class3-aid-ended',
  labelId: 'Bantuan kelas III berakhir bagi keluarga yang belum membayar',
  labelEn: 'Aid in class III ends for families that have not paid',
  sql: `
  WITH last AS MATERIALIZED (
    SELECT DISTINCT ON (a.member_id) a.member_id, a.household_id, a.due, a.paid_after, a.step
    FROM allocation a WHERE a.month = :month ORDER BY a.member_id, a.step DESC
  ), late AS MATERIALIZED (
    SELECT DISTINCT household_id FROM last WHERE paid_after < due
  ), taken AS (
    INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by, undoes)
    SELECT j.household_id, 'class3-aid-ended', j.legal_basis, -j.amount, j.on_date, :by, j.id
    FROM adjustment j JOIN late f ON f.household_id = j.household_id
    WHERE j.kind = 'class3-aid' AND j.on_date = :month AND NOT EXISTS (SELECT FROM adjustment u WHERE u.undoes = j.id)
    ORDER BY j.household_id
    RETURNING id, household_id, amount, undoes
  ), given AS (
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
    SELECT a.month, a.member_id, l.step + 1, a.household_id, a.due, l.paid_after, -a.amount, l.paid_after - a.amount, t.id
    FROM taken t JOIN allocation a ON a.adjustment_id = t.undoes JOIN last l ON l.member_id = a.member_id
  )
  ${answer('taken', '-sum(amount)::bigint', 'household_id')}`,
};

/** The same for families that have not paid since, when the close is taken back. */
export const aidAgain = (isOfClose: string, paidSince: string): CloseStep => ({
  id: 'undo-class3-aid-ended',
  labelId: 'Bantuan kelas III yang berakhir, berlaku lagi',
  labelEn: 'Aid in class III that had ended holds again',
  sql: `
  WITH given_back AS (
    INSERT INTO adjustment (household_id, kind, legal_basis, amount, on_date, recorded_by, undoes)
    SELECT household_id, 'class3-aid', legal_basis, -amount, on_date, :by, id FROM adjustment
    WHERE kind = 'class3-aid-ended' AND on_date = :month AND ${isOfClose} AND NOT ${paidSince}
    ORDER BY id
    RETURNING id, household_id, amount, undoes
  ), given AS (${takenBack('given_back')})
  ${answer('given_back', 'sum(amount)::bigint', 'household_id')}`,
});

/** $1 first day of a month: whether aid was given for it that can end. */
export const hasAid = `SELECT EXISTS (
  SELECT FROM adjustment WHERE kind = 'class3-aid' AND on_date = $1::date) AS "hasAid"`;
