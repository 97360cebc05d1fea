import { Readable } from 'node:stream';
import { type CampaignFamilyRow, campaignFamilies, type Db } from '@jangkau/store';
import { csvLine } from '../exports/safe-cell.ts';

const pageSize = 5000;

const columns: readonly [string, (row: CampaignFamilyRow) => string | number | null][] = [
  ['keluarga', (row) => row.householdId],
  ['peserta', (row) => row.memberId],
  ['nama', (row) => row.name],
  ['no_kartu', (row) => row.card],
  ['desa', (row) => row.village],
  ['kelompok', (row) => row.arm],
  ['hasil', (row) => row.outcome],
  ['waktu', (row) => row.at?.toISOString() ?? null],
  ['pesan', (row) => row.message],
  ['kode_galat', (row) => row.errorCode],
];

/** Families of a campaign as CSV, a page of them in memory at a time. */
export function exportCampaign(system: Db, id: number): Readable {
  return Readable.from(lines(system, id));
}

async function* lines(system: Db, id: number): AsyncGenerator<string> {
  // Excel takes UTF-8 for something else without the mark.
  yield `\uFEFF${csvLine(columns.map(([header]) => header))}`;
  for (let after = 0; ; ) {
    const rows = await campaignFamilies(system, id, { after, limit: pageSize });
    yield rows.map((row) => csvLine(columns.map(([, value]) => value(row)))).join('');
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.householdId ?? after;
  }
}
