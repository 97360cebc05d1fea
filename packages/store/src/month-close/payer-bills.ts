import { type ContributionSettings, monthlyContribution } from '@jangkau/contributions';
import { parseMonth } from '@jangkau/membership';
import { answer, type CloseStep } from './close-step.ts';

const standing = `
  SELECT payer_id, segment, sum(people)::int AS people, sum(amount) AS amount, sum(from_region) AS from_region, max(issue) AS issue
  FROM payer_bill WHERE month = :next GROUP BY payer_id, segment`;

/** What the state, regional governments and employers owe for the next month, at its tariff. */
export function payerBills(next: string, settings: ContributionSettings): CloseStep {
  const month = parseMonth(next.slice(0, 7));
  const { fromTaxes, fromRegion, legalBasis } = monthlyContribution(
    { segment: 'PBPU_PEMDA', roomClass: 3, people: 1 },
    month,
    { settings },
  );
  const basis = `CASE WHEN d.segment IN ('PPU_PN', 'PPU_BU') THEN 'Perpres 64/2020 Pasal 30' ELSE '${legalBasis}' END`;
  return {
    id: 'payer-bills',
    labelId: 'Iuran yang ditanggung negara, Pemda, dan pemberi kerja untuk bulan berikutnya',
    labelEn: 'Contributions of the state, regional governments and employers for the next month',
    sql: `
    WITH due AS MATERIALIZED (
      SELECT payer_id, segment, count(*)::int AS people FROM member_status
      WHERE active AND payer_id IS NOT NULL AND reason <> 'LAYOFF_GUARANTEE'
        AND segment IN ('PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU')
      GROUP BY payer_id, segment
    ), d AS MATERIALIZED (
      SELECT payer_id, segment, coalesce(d.people, 0) - coalesce(s.people, 0) AS people, coalesce(s.issue, 0) + 1 AS issue
      FROM due d FULL JOIN (${standing}) s USING (payer_id, segment)
    ), billed AS (
      INSERT INTO payer_bill (month, payer_id, segment, issue, people, amount, from_region, legal_basis, issued_on)
      SELECT :next, d.payer_id, d.segment, d.issue, d.people,
        CASE WHEN d.segment IN ('PBI_APBN', 'PBPU_PEMDA') THEN d.people::bigint * ${fromTaxes} END,
        CASE d.segment WHEN 'PBPU_PEMDA' THEN d.people::bigint * ${fromRegion} WHEN 'PBI_APBN' THEN 0 END,
        ${basis}, :next
      FROM d WHERE d.people <> 0 ORDER BY d.payer_id, d.segment
      RETURNING payer_id, amount
    )
    ${answer('billed', 'sum(amount)::bigint', 'payer_id')}`,
  };
}

/** Takes back what was asked of others for the next month. */
export const undoPayerBills: CloseStep = {
  id: 'undo-payer-bills',
  labelId: 'Iuran negara, Pemda, dan pemberi kerja untuk bulan berikutnya dibatalkan',
  labelEn: 'Contributions of the state, regional governments and employers for the next month are taken back',
  sql: `
  WITH taken AS (
    INSERT INTO payer_bill (month, payer_id, segment, issue, people, amount, from_region, legal_basis, issued_on)
    SELECT :next, payer_id, segment, issue + 1, -people, -amount, -from_region, 'Tutup bulan dibatalkan', :next
    FROM (${standing}) s WHERE people <> 0 ORDER BY payer_id, segment
    RETURNING payer_id, amount
  )
  ${answer('taken', '-sum(amount)::bigint', 'payer_id')}`,
};
