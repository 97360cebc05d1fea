import { formatNumber } from '@jangkau/kernel';
import { type AreaFigures, areaOf } from '../area-figures.ts';
import { people, range, share } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { paragraph, section } from '../section.ts';

/** Villages shown. */
const SHOWN = 20;

/** The villages where most people are not registered. */
export function villageTable({ areas }: ReportData): Html {
  const districts = new Map(areas.districts.map(({ code, name }) => [code, name]));
  const top = [...areas.villages]
    .sort((a, b) => b.uncovered - a.uncovered || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN);
  const together = top.reduce((sum, { uncovered }) => sum + uncovered, 0);
  const all = areas.villages.reduce((sum, { uncovered }) => sum + uncovered, 0);
  const named = `${formatNumber(top.length)} dari ${formatNumber(areas.villages.length)} desa dan kelurahan`;
  return section(
    'desa',
    { id: 'Desa dengan yang belum terdaftar terbanyak', en: 'Villages with the most people not registered' },
    paragraph(
      `${named}; bersama-sama ${share(together, all, 0)} dari semua yang diperkirakan belum terdaftar. Semua desa ada di villages.csv.`,
      'All villages are in villages.csv.',
    ),
    html`<div class="scroll"><table>
<thead><tr><th scope="col" class="n wide">No.</th><th scope="col">Desa/kelurahan</th><th scope="col" class="n wide">Penduduk</th><th scope="col" class="n">Belum terdaftar</th><th scope="col" class="n">Rentang 95 %</th><th scope="col" class="n">Cakupan</th><th scope="col" class="n wide">Tidak aktif</th></tr></thead>
<tbody>
${top.map((village, i) => row(village, i + 1, districts))}</tbody>
</table></div>
`,
  );
}

function row(village: AreaFigures, place: number, districts: ReadonlyMap<string, string>): Html {
  const district = districts.get(areaOf(village.code, 'district'));
  return html`<tr><td class="n wide">${place}</td><th scope="row">${village.name}${district !== village.name && html`<span class="sub">${district}</span>`}</th><td class="n wide">${formatNumber(village.residents)}</td><td class="n"><b>${people(village.uncovered)}</b></td><td class="n">${range(village.low, village.high)}</td><td class="n">${share(village.residents - village.uncovered, village.residents)}</td><td class="n wide">${formatNumber(village.inactive)}</td></tr>
`;
}
