import type { MonthFigures } from '@jangkau/contracts';
import { figureDefinitions } from '@jangkau/figures';
import { formatDate, formatNumber, formatPercent, indonesianMonths } from '@jangkau/kernel';
import { caseCountNames } from '@jangkau/pesiar';
import type { Letterhead } from '@jangkau/privacy';
import type { FigureAreaRow, RestatementRow } from '@jangkau/store';
import { typeset } from '../letters/typeset.ts';
import {
  bucketNames,
  causeNames,
  countNames,
  measureNames,
  segmentNames,
  uhcNames,
  useNames,
} from './figure-words.ts';
import { foldOutside } from './fold-outside.ts';

const template = new URL('./month-report.typ', import.meta.url);

/** What a report is made of. */
export interface ReportParts {
  head: Letterhead;
  view: MonthFigures;
  parts: readonly FigureAreaRow[];
  series: readonly (FigureAreaRow & { month: string })[];
  restatements: readonly RestatementRow[];
  printedOn: string;
}

/** The monthly report of an area as a PDF, print-ready and in Indonesian. */
export function typesetReport(parts: ReportParts): Promise<Buffer> {
  return typeset(template, { report: JSON.stringify(reportOf(parts)) });
}

/** Everything the report says, in words and formatted numbers; the template only sets it. */
function reportOf({ head, view, parts, series, restatements, printedOn }: ReportParts) {
  const { snapshot, area, figures, use, cases, uhc } = view;
  const last = series.filter(({ month }) => month <= snapshot.month).slice(-13);
  const ratio = (part: number, whole: number | null) => (whole ? formatPercent(part / whole) : '–');
  return {
    head: { organisation: head.organisation, office: head.office, address: head.address, place: head.place },
    area: area.level === 'branch' ? 'Seluruh cabang' : area.name,
    month: monthInWords(snapshot.month),
    asOf: formatDate(snapshot.asOf),
    printedOn: formatDate(printedOn),
    version:
      snapshot.version === 1
        ? 'Versi 1 (angka pertama bulan ini)'
        : `Versi ${snapshot.version} (disajikan kembali; lihat bagian akhir)`,
    population: snapshot.population
      ? `${snapshot.population.source}, per ${formatDate(snapshot.population.asOf)}`
      : 'tidak diketahui',
    key: [
      ['Penduduk', number(area.population)],
      ['Peserta', number(area.members)],
      ['Peserta aktif', number(area.active)],
      ['Tidak aktif', number(area.arrears + area.lapsed)],
    ],
    figures: figures.map(({ id, ratio: share, numerator, denominator }) => [
      figureDefinitions[id as keyof typeof figureDefinitions].name.id,
      share === null
        ? '–'
        : id === 'contact-rate'
          ? `${formatNumber(share * 1000, 1)} ‰`
          : formatPercent(share),
      `${number(numerator.value)} ${countNames[numerator.id] ?? numerator.id}`,
      denominator.value === 0
        ? 'tidak diketahui'
        : `${number(denominator.value)} ${countNames[denominator.id] ?? denominator.id}`,
    ]),
    buckets: (view.buckets ?? []).map(({ id, people }) => [
      bucketNames[id],
      number(people),
      ratio(people, area.population),
    ]),
    segments: view.segments.map(({ segment, members, active, arrears, lapsed }) => [
      segmentNames[segment] ?? segment,
      number(members),
      ratio(members, area.members),
      number(active),
      number(arrears),
      number(lapsed),
    ]),
    uhc: (uhc ?? []).map(({ activeOf, category, needs }) => ({
      reading: activeOf === 'members' ? 'aktif dihitung dari peserta' : 'aktif dihitung dari penduduk',
      category: category ? uhcNames[category] : 'belum masuk kategori',
      needs: needs.map((need) => [
        uhcNames[need.category],
        need.registered + need.active + need.pemdaRegistered === 0
          ? 'tercapai menurut hitungan'
          : [
              [need.registered, 'peserta baru'],
              [need.active, 'peserta aktif'],
              [need.pemdaRegistered, 'yang didaftarkan Pemda'],
            ]
              .filter(([n]) => (n as number) > 0)
              .map(([n, what]) => `${number(n as number)} ${what}`)
              .join(', '),
      ]),
    })),
    use: use && {
      rows: use.parts.map(({ id, uses }) => [useNames[id], number(uses), ratio(uses, use.total)]),
      total: number(use.total),
      perDay: `${formatNumber(use.perDay, 0)} per hari (${use.days} hari kalender)`,
    },
    cases: cases.map(({ id, cases: n }) => [caseCountNames[id]?.id ?? id, number(n)]),
    areas: foldOutside(parts).map((row) => {
      const name = row.code === '' ? 'Luar cabang atau tanpa desa' : row.name;
      return [
        name,
        number(row.population),
        number(row.members),
        ratio(row.members, row.population),
        number(row.active),
        ratio(row.active, row.members),
        ratio(row.active, row.population),
        number(row.residual),
      ];
    }),
    months: last.map(({ month, population, members, active }) => ({
      name: `${(indonesianMonths[Number(month.slice(5)) - 1] ?? '').slice(0, 3)} ${month.slice(2, 4)}`,
      coverage: population ? members / population : null,
      active: members > 0 ? active / members : null,
      coverageText: population ? formatNumber((members / population) * 100, 1) : '',
      activeText: members > 0 ? formatNumber((active / members) * 100, 1) : '',
    })),
    restatements: restatements
      .filter(({ month }) => month === snapshot.month)
      .slice(0, 12)
      .map((one) => [
        `versi ${one.version}`,
        measureName(one.measure),
        number(one.before),
        number(one.after),
        one.causes.map(({ cause, facts }) => `${number(facts)} ${causeNames[cause] ?? cause}`).join(', '),
      ]),
    definitions: figures.map(({ id }) => {
      const definition = figureDefinitions[id as keyof typeof figureDefinitions];
      return [definition.name.id, definition.meaning.id];
    }),
  };
}

/** 'Oktober 2026'. */
function monthInWords(month: string): string {
  return `${indonesianMonths[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

function number(value: number | null): string {
  return value === null ? '–' : formatNumber(value).replace('-', '−');
}

/** 'visits:RJTL' -> 'Rumah sakit, rawat jalan (RJTL)'. */
function measureName(measure: string): string {
  const [kind = '', part = ''] = measure.split(':');
  const names: Record<string, Readonly<Record<string, string>>> = {
    segment: segmentNames,
    visits: useNames,
  };
  if (kind === 'cases') return caseCountNames[part]?.id ?? measure;
  return names[kind]?.[part] ?? measureNames[kind] ?? measure;
}
