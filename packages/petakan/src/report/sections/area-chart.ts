import { type AreaFigures, areaOf } from '../area-figures.ts';
import { people, range } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { paragraph, section } from '../section.ts';
import { svgBar } from '../svg-bar.ts';

/** Above this many districts the chart stops at regencies. */
const MOST_DISTRICTS = 150;

/** Expected uncovered people of every regency and district, with intervals, on one scale each. */
export function areaChart({ areas }: ReportData): Html {
  const districts = areas.districts.length <= MOST_DISTRICTS ? areas.districts : [];
  const widest = (list: readonly AreaFigures[]) => Math.max(1, ...list.map(({ high }) => high));
  const [regencyScale, districtScale] = [widest(areas.regencies), widest(districts)];
  const regencies = [...areas.regencies].sort((a, b) => b.uncovered - a.uncovered || order(a, b));
  const rows = regencies.map((regency) => {
    const within = districts
      .filter(({ code }) => areaOf(code, 'regency') === regency.code && code !== regency.code)
      .sort((a, b) => b.uncovered - a.uncovered || order(a, b));
    return html`<tbody>
${row(regency, regencyScale, 'regency')}${within.map((district) => row(district, districtScale, 'district'))}</tbody>
`;
  });
  return section(
    'wilayah',
    { id: 'Belum terdaftar per kabupaten/kota dan kecamatan', en: 'Not registered, by regency and district' },
    paragraph(
      'Batang adalah perkiraan, garis melintang rentang 95 %. Kabupaten/kota dan kecamatan memakai skala masing-masing.',
      'Bars are estimates, whiskers the 95% interval. Regencies and districts have a scale of their own.',
    ),
    html`<div class="scroll"><table class="bars">
<thead><tr><th scope="col">Wilayah</th><th scope="col" class="chart"><span class="hidden">Gambar</span></th><th scope="col" class="n">Perkiraan</th><th scope="col" class="n wide">Rentang 95 %</th></tr></thead>
${rows}</table></div>
`,
  );
}

function row(area: AreaFigures, scale: number, level: string): Html {
  const bar = svgBar({
    parts: [{ share: area.uncovered / scale, kind: 'uncovered' }],
    interval: { low: area.low / scale, high: area.high / scale },
  });
  return html`<tr class="${level}"><th scope="row">${area.name}</th><td class="chart">${bar}</td><td class="n">${people(area.uncovered)}</td><td class="n wide">${range(area.low, area.high)}</td></tr>
`;
}

function order(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : 1;
}
