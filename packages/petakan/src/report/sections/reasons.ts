import { formatNumber } from '@jangkau/kernel';
import { REASON_WORDS, wordsOf } from '../../explain/reason-words.ts';
import { share } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { section } from '../section.ts';
import { svgBar } from '../svg-bar.ts';

/** What an agent does about each reason. */
const ADVICE: Record<string, string> = {
  'no-candidate': 'Datangi; kemungkinan besar memang belum pernah didaftarkan.',
  'weak-candidate': 'Datangi dengan membawa nomor kartu yang mirip, lalu bandingkan orangnya.',
  'claimed-candidate': 'Datangi; periksa apakah kartu itu tertukar di dalam keluarga.',
  newborn: 'Bantu keluarga mendaftarkan bayinya; batasnya 28 hari sejak lahir.',
  'duplicate-resident': 'Betulkan register desa; tidak perlu dikunjungi.',
  decided: 'Datangi; peninjau sudah memeriksa pasangannya.',
};

/** Why the people on the list are on it. */
export function reasons({ summary: { counts } }: ReportData): Html {
  const entries = Object.entries(counts.uncoveredByReason).sort(
    (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  );
  return section(
    'alasan',
    { id: 'Mengapa mereka ada di daftar', en: 'Why they are on the list' },
    html`<div class="scroll"><table>
<thead><tr><th scope="col">Alasan</th><th scope="col" class="n">Orang</th><th scope="col" class="chart small wide"><span class="hidden">Gambar</span></th><th scope="col" class="n">Bagian</th><th scope="col" class="wide">Yang dilakukan</th></tr></thead>
<tbody>
${entries.map(([reason, count]) => {
  const words = wordsOf(REASON_WORDS, reason);
  return html`<tr><th scope="row">${words.id}<span class="en line" lang="en">${words.en}</span></th><td class="n">${formatNumber(count)}</td><td class="chart small wide">${svgBar({ parts: [{ share: count / Math.max(1, counts.uncovered), kind: 'uncovered' }] })}</td><td class="n">${share(count, counts.uncovered, 1)}</td><td class="wide">${ADVICE[reason]}</td></tr>
`;
})}</tbody>
<tfoot><tr><th scope="row">Semua nama pada daftar</th><td class="n">${formatNumber(counts.uncovered)}</td><td class="chart small wide"></td><td class="n"></td><td class="wide"></td></tr></tfoot>
</table></div>
`,
  );
}
