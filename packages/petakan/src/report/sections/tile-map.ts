import { formatNumber } from '@jangkau/kernel';
import { type AreaFigures, areaOf } from '../area-figures.ts';
import { interval, people, percent, share } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { paragraph, section } from '../section.ts';

/** Above this many villages the tiles are districts, grouped by regency. */
const MOST_VILLAGES = 600;
const CLASSES = 5;

/** Villages as tiles, grouped by district, coloured by the share of residents without a card. */
export function tileMap({ areas }: ReportData): Html {
  const byVillage = areas.villages.length <= MOST_VILLAGES;
  const tiles = byVillage ? areas.villages : areas.districts;
  const level = byVillage ? 'district' : 'regency';
  const groups = byVillage ? areas.districts : areas.regencies;
  const ends = classEnds(tiles.map(shareOf));
  const card = (group: AreaFigures) => {
    const inside = tiles.filter(({ code }) => areaOf(code, level) === group.code);
    return html`<div class="district"><h4>${group.name} <span>${people(group.uncovered)} dari ${formatNumber(group.residents)}</span></h4>
<ul>${inside.map((area) => tile(area, ends))}</ul></div>
`;
  };
  const parts = areas.regencies.map((regency) => {
    const within = groups.filter(({ code }) => areaOf(code, 'regency') === regency.code);
    return html`${byVillage && html`<h3>${regency.name}</h3>`}
<div class="tiles">
${within.map(card)}</div>
`;
  });
  return section(
    'peta',
    {
      id: byVillage ? 'Desa dan kelurahan menurut kecamatan' : 'Kecamatan menurut kabupaten/kota',
      en: 'Tiles by area',
    },
    paragraph(
      'Angka pada petak adalah perkiraan orang yang belum terdaftar. Warnanya bagian dari penduduk: makin tua makin besar.',
      'The number on a tile is the expected number of people not registered; the darker, the larger their share of the residents.',
    ),
    legend(ends),
    parts,
  );
}

function tile(area: AreaFigures, ends: readonly number[]): Html {
  const title = `${area.name} (${area.code}): ${people(area.uncovered)} dari ${formatNumber(area.residents)} penduduk, ${share(area.uncovered, area.residents)}; rentang ${interval(area.low, area.high)}`;
  return html`<li class="c${classOf(shareOf(area), ends)}" title="${title}"><span>${area.name}</span><b>${people(area.uncovered)}</b></li>`;
}

function legend(ends: readonly number[]): Html {
  const items = ends.map((end, i) => {
    const text = end === 0 ? 'nol' : `sampai ${percent(end)}`;
    return html`<li><i class="c${i + CLASSES - ends.length}"></i>${text}</li>`;
  });
  return html`<ul class="legend" aria-label="Arti warna">${items}</ul>
`;
}

function shareOf({ uncovered, residents }: AreaFigures): number {
  return residents > 0 ? uncovered / residents : 0;
}

/** Upper ends of classes of about equally many areas; areas with (nearly) nobody are a class of their own. */
function classEnds(shares: readonly number[]): number[] {
  const sorted = shares.filter((value) => !nobody(value)).sort((a, b) => a - b);
  const ends = sorted.length < shares.length ? [0] : [];
  const classes = CLASSES - ends.length;
  for (let k = 1; k <= classes && sorted.length > 0; k++) {
    const end = sorted[Math.ceil((k * sorted.length) / classes) - 1] as number;
    if (end !== ends.at(-1)) ends.push(end);
  }
  return ends;
}

/** The colour class 0..4; the darkest is always the last. */
function classOf(value: number, ends: readonly number[]): number {
  const at = nobody(value) && ends[0] === 0 ? 0 : ends.findIndex((end) => value <= end);
  return (at < 0 ? ends.length - 1 : at) + CLASSES - ends.length;
}

function nobody(value: number): boolean {
  return value < 1e-5;
}
