import { formatNumber } from '@jangkau/kernel';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { section } from '../section.ts';

/** The equations that every figure of the report must satisfy. */
export function checks({ summary: { reconciliation } }: ReportData): Html {
  const failed = reconciliation.filter(({ ok }) => !ok).length;
  return section(
    'cocok',
    { id: 'Pencocokan jumlah', en: 'Counts that must agree' },
    failed === 0
      ? html`<p class="good">Semua jumlah cocok. <span class="en" lang="en">All counts agree.</span></p>
`
      : html`<p class="alarm" role="alert"><b>${failed} jumlah tidak cocok.</b> Jangan pakai laporan ini sebelum diperiksa pengelola. <span class="en" lang="en">${failed} counts do not agree; do not use this report.</span></p>
`,
    html`<div class="scroll"><table>
<thead><tr><th scope="col">Persamaan</th><th scope="col" class="n">Kiri</th><th scope="col" class="n">Kanan</th><th scope="col">Hasil</th></tr></thead>
<tbody>
${reconciliation.map(
  ({
    equation,
    left,
    right,
    ok,
  }) => html`<tr><th scope="row">${equation}</th><td class="n">${formatNumber(left)}</td><td class="n">${formatNumber(right)}</td><td class="${ok ? 'good' : 'alarm'}">${ok ? '✓ cocok' : '✗ tidak cocok'}</td></tr>
`,
)}</tbody>
</table></div>
`,
  );
}
