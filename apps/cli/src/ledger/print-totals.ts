import { formatNumber } from '@jangkau/kernel';
import { memberTotals } from '@jangkau/store';
import { today } from '../terminal/today.ts';
import { withLedger } from './with-ledger.ts';

/** Prints members on a day by segment and state. Every share says of what it is one. */
export async function printTotals({ asOf, json }: { asOf?: string; json?: boolean }): Promise<void> {
  const totals = await withLedger((database, settings) =>
    memberTotals(database.owner, asOf ?? today(settings.timeZone)),
  );
  if (json) {
    process.stdout.write(`${JSON.stringify(totals, undefined, 2)}\n`);
    return;
  }
  const { segments, residents } = totals;
  const share = (part: number, whole: number, of: string) =>
    whole === 0 ? '' : `  ${((100 * part) / whole).toFixed(2).replace('.', ',')} % ${of}`;
  const lines: [string, number, string?][] = [
    ...(residents
      ? ([[`Penduduk / residents (${residents.source}, ${residents.asOf})`, residents.n]] as [
          string,
          number,
        ][])
      : []),
    [
      'Peserta / members',
      totals.members,
      residents ? share(totals.members, residents.n, 'penduduk / of residents') : '',
    ],
    ['  PBI APBN', segments.PBI_APBN ?? 0],
    ['  Pemda (PBI APBD)', segments.PBPU_PEMDA ?? 0],
    ['  PPU', segments.PPU_PN + segments.PPU_BU],
    ['  PBPU', segments.PBPU ?? 0],
    ['  BP', segments.BP ?? 0],
    ['Aktif / active', totals.active, share(totals.active, totals.members, 'peserta / of members')],
    ['Nonaktif / inactive', totals.inactive, share(totals.inactive, totals.members, 'peserta / of members')],
    [
      '  menunggak / arrears',
      totals.kinds.arrears,
      share(totals.kinds.arrears, totals.inactive, 'nonaktif / of inactive'),
    ],
    [
      '  mutasi / lapsed',
      totals.kinds.lapsed,
      share(totals.kinds.lapsed, totals.inactive, 'nonaktif / of inactive'),
    ],
  ];
  process.stdout.write(`${totals.asOf}\n`);
  for (const [label, value, note = ''] of lines)
    process.stdout.write(`${label.padEnd(64)}${formatNumber(value).padStart(12)}${note}\n`);
}
