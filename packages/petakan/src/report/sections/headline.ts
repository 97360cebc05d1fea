import { formatDate, formatNumber } from '@jangkau/kernel';
import { interval, intervalEn, share } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';

/** Title, date of the figures, the answer in one sentence, and the big figures. */
export function headline({ summary, areas, names }: ReportData): Html {
  const { counts, expectedUncovered, expectedUncoveredInterval: range } = summary;
  const inactive = counts.inactive.arrears + counts.inactive.lapsed + counts.inactive.unknown;
  const date = formatDate(summary.asOf);
  const expected = formatNumber(expectedUncovered);
  const village = summary.settings.village;
  const place = village ? `Desa ${names.get(village) ?? village}` : placesOf(areas.regencies);
  return html`<header>
<p class="kicker">Jangkau, Petakan: laporan pemetaan JKN</p>
<h1>${place}</h1>
<p class="asof">Keadaan per <b>${date}</b> <span class="en" lang="en">Figures as of ${summary.asOf}</span></p>
<p class="answer">Dari ${formatNumber(counts.residents)} penduduk yang tercatat di desa, kira-kira <b>${expected}</b> belum punya kartu JKN. Rentang perkiraannya ${interval(range.low, range.high)}. Daftar kunjungan memuat <b>${formatNumber(counts.uncovered)}</b> nama.
<span class="en line" lang="en">Of ${formatNumber(counts.residents)} residents listed by the villages about ${expected} have no JKN card, ${intervalEn(range.low, range.high)}. ${formatNumber(counts.uncovered)} names are on the visiting list.</span></p>
</header>
<section aria-label="Angka pokok" class="figures">
<dl>
${figure('Penduduk', 'Residents', formatNumber(counts.residents), [`${formatNumber(areas.villages.length)} desa dan kelurahan`])}
${figure('Terhubung ke kartu JKN', 'Linked to a card', formatNumber(counts.linked), [
  `${share(counts.linked, counts.residents)} dari penduduk`,
  `${formatNumber(counts.linked - inactive)} di antaranya aktif: ${share(counts.linked - inactive, counts.linked)} dari yang terhubung, ${share(counts.linked - inactive, counts.residents)} dari penduduk`,
])}
${figure('Belum terdaftar', 'Not registered', expected, [`perkiraan, rentang ${interval(range.low, range.high)}`, `${formatNumber(counts.uncovered)} nama pada daftar kunjungan`], 'uncovered')}
${figure(
  'Tidak aktif',
  'Inactive',
  formatNumber(inactive),
  [
    `menunggak ${formatNumber(counts.inactive.arrears)}`,
    `mutasi ${formatNumber(counts.inactive.lapsed)}`,
    counts.inactive.unknown > 0 && `belum diketahui ${formatNumber(counts.inactive.unknown)}`,
    `${share(inactive, counts.linked)} dari yang terhubung`,
  ],
  'inactive',
)}
</dl>
<p class="note"><b>Menunggak</b>: iurannya berhenti dibayar; jalan keluarnya membayar atau ikut REHAB. <b>Mutasi</b>: keluar dari segmen lama dan belum ada pembayar baru; biasanya tidak berutang, jadi carikan segmen yang tepat, jangan kirim tagihan. Jenisnya dibaca dari segmen dan status pada berkas peserta.
<span class="en line" lang="en">In arrears: contributions stopped; pay or join REHAB. Lapsed: left a segment with no new payer; usually owes nothing, so find the right segment.</span></p>
</section>
`;
}

function figure(id: string, en: string, value: string, lines: (string | false)[], kind = ''): Html {
  return html`<div class="${`figure ${kind}`.trim()}"><dt>${id} <span class="en" lang="en">${en}</span></dt><dd><b>${value}</b>${lines.map((line) => line && html`<span>${line}</span>`)}</dd></div>`;
}

/** Up to four regencies by name; otherwise how many. */
function placesOf(regencies: readonly { name: string; residents: number }[]): string {
  const known = regencies.filter(({ residents }) => residents > 0).map(({ name }) => name);
  if (known.length === 0) return 'Tanpa penduduk';
  if (known.length > 4) return `${known.length} kabupaten dan kota`;
  return known.length < 3 ? known.join(' dan ') : `${known.slice(0, -1).join(', ')}, dan ${known.at(-1)}`;
}
