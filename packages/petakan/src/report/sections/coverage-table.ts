import { formatNumber } from '@jangkau/kernel';
import { type AreaFigures, areaOf } from '../area-figures.ts';
import { share } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { paragraph, section } from '../section.ts';

/** Coverage of every district and regency, with its interval, and the total. */
export function coverageTable({ summary, areas }: ReportData): Html {
  const { counts, expectedUncovered, expectedUncoveredInterval: range } = summary;
  const total = {
    residents: counts.residents,
    linked: counts.linked,
    uncovered: expectedUncovered,
    ...range,
  };
  const groups = areas.regencies.map((regency) => {
    const within = areas.districts.filter(
      ({ code }) => areaOf(code, 'regency') === regency.code && code !== regency.code,
    );
    return html`<tbody>
${row(regency, 'regency')}${within.map((district) => row(district, 'district'))}</tbody>
`;
  });
  return section(
    'cakupan',
    { id: 'Cakupan per kecamatan', en: 'Coverage by district' },
    paragraph(
      'Cakupan adalah bagian penduduk yang punya kartu JKN, aktif atau tidak. Ini bukan angka UHC resmi: pembilang UHC memuat juga peserta yang tidak cocok dengan penduduk mana pun.',
      'Coverage is the share of residents with a JKN card, active or not. It is not the official UHC figure, whose numerator also holds members who match no resident.',
    ),
    html`<div class="scroll"><table class="coverage">
<thead><tr><th scope="col">Wilayah</th><th scope="col" class="n">Penduduk</th><th scope="col" class="n wide">Terhubung</th><th scope="col" class="n">Cakupan</th><th scope="col" class="n">Rentang 95 %</th></tr></thead>
${groups}<tfoot>
${row({ name: 'Semua wilayah', ...total }, 'total')}</tfoot>
</table></div>
`,
  );
}

type Line = Pick<AreaFigures, 'name' | 'residents' | 'linked' | 'uncovered' | 'low' | 'high'>;

function row(area: Line, level: string): Html {
  const covered = (uncovered: number) => share(area.residents - uncovered, area.residents);
  const coveredRange = `${covered(area.high).replace(/\s?%/, '')}–${covered(area.low)}`;
  return html`<tr class="${level}"><th scope="row">${area.name}</th><td class="n">${formatNumber(area.residents)}</td><td class="n wide">${formatNumber(area.linked)}</td><td class="n"><b>${covered(area.uncovered)}</b></td><td class="n">${coveredRange}</td></tr>
`;
}
