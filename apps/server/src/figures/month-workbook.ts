import type { MonthFigures } from '@jangkau/contracts';
import { figureDefinitions } from '@jangkau/figures';
import type { FigureAreaRow } from '@jangkau/store';
import { writeXlsx } from 'hucre/xlsx';
import { safeCell } from '../exports/safe-cell.ts';
import { countNames, segmentNames } from './figure-words.ts';
import { areaView } from './month-view.ts';

type Cell = string | number | null;

/** An area in a month as a workbook: shares with their parts, every area below, months, segments, definitions. */
export async function monthWorkbook(
  view: MonthFigures,
  areas: readonly FigureAreaRow[],
  series: readonly (FigureAreaRow & { month: string; version: number })[],
): Promise<Buffer> {
  const { snapshot, area } = view;
  const sheets: [name: string, head: string[], rows: Cell[][]][] = [
    [
      'Ringkasan',
      ['angka', 'bagian', 'pembilang', 'arti_pembilang', 'penyebut', 'arti_penyebut', 'definisi'],
      view.figures.map(({ id, ratio, numerator, denominator }) => [
        figureDefinitions[id as keyof typeof figureDefinitions].name.id,
        ratio,
        numerator.value,
        countNames[numerator.id] ?? numerator.id,
        denominator.value,
        countNames[denominator.id] ?? denominator.id,
        id,
      ]),
    ],
    [
      'Wilayah',
      ['tingkat', 'kode', 'wilayah', ...countHeads],
      areas.map((row) => [row.level, row.code, areaView(row, 'id').name, ...countCells(row)]),
    ],
    [
      'Segmen',
      ['segmen', 'peserta', 'aktif', 'menunggak', 'mutasi'],
      view.segments.map(({ segment, members, active, arrears, lapsed }) => [
        segmentNames[segment] ?? segment,
        members,
        active,
        arrears,
        lapsed,
      ]),
    ],
    [
      'Bulan',
      ['bulan', 'versi', ...countHeads],
      series.map((row) => [row.month, row.version, ...countCells(row)]),
    ],
    [
      'Definisi',
      ['definisi', 'nama', 'arti', 'cara_menghitung', 'dasar'],
      Object.entries(figureDefinitions).map(([id, { name, meaning, counted, basis }]) => [
        id,
        name.id,
        meaning.id,
        counted.id,
        basis,
      ]),
    ],
    [
      'Sumber',
      ['hal', 'isi'],
      [
        ['wilayah', area.name],
        ['bulan', snapshot.month],
        ['versi', snapshot.version],
        ['keadaan per', snapshot.asOf],
        ['dihitung', snapshot.computedAt],
        ['perubahan status terakhir yang diketahui', snapshot.knownTo],
        ['sumber penduduk', snapshot.population?.source ?? null],
        ['penduduk per', snapshot.population?.asOf ?? null],
        ['pemetaan', snapshot.run?.number ?? null],
      ],
    ],
  ];
  const book = await writeXlsx({
    sheets: sheets.map(([name, head, rows]) => ({
      name,
      rows: [
        head,
        ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell))),
      ],
    })),
  });
  return Buffer.from(book);
}

const countHeads = [
  'penduduk',
  'peserta',
  'aktif',
  'menunggak',
  'mutasi',
  'selisih_daftar',
  'belum_terdaftar',
  'berakhir',
  'orang_kontak',
  'pemanfaatan',
];

function countCells(row: FigureAreaRow): Cell[] {
  const { uses } = areaView(row, 'id');
  return [
    row.population,
    row.members,
    row.active,
    row.arrears,
    row.lapsed,
    row.residual,
    row.uncovered,
    row.ended,
    row.contacts,
    uses,
  ];
}
