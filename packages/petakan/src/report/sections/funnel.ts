import { formatNumber } from '@jangkau/kernel';
import { TIER_WORDS, wordsOf } from '../../explain/reason-words.ts';
import { share } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { paragraph, section } from '../section.ts';
import { svgBar } from '../svg-bar.ts';

/** Tiers in the order the mapping settles them. */
const ORDER = ['nik', 'nik-review', 'probable', 'household', 'decided'];

/** From all residents to those without a card: what every step found and what it left. */
export function funnel({ summary: { counts } }: ReportData): Html {
  const tiers = Object.keys(counts.linksByTier).sort((a, b) => place(a) - place(b));
  let left = counts.residents;
  const rows = tiers.map((tier) => {
    const begin = left;
    const found = counts.linksByTier[tier] ?? 0;
    left -= found;
    const words = wordsOf(TIER_WORDS, tier);
    return html`<tr><th scope="row">${words.id}<span class="en line" lang="en">${words.en}</span></th><td class="n">${formatNumber(begin)}</td><td class="n">${formatNumber(found)}</td><td class="n">${formatNumber(left)}</td><td class="chart wide">${svgBar({ parts: parts(found, left, begin) })}</td></tr>
`;
  });
  const twice =
    counts.duplicateResidents > 0 &&
    html`<tr><th scope="row">Tercatat dua kali, baris lainnya terhubung <span class="en" lang="en">Listed twice</span></th><td class="n">${formatNumber(left)}</td><td class="n">${formatNumber(counts.duplicateResidents)}</td><td class="n">${formatNumber(left - counts.duplicateResidents)}</td><td class="chart wide"></td></tr>
`;
  return section(
    'corong',
    { id: 'Dari penduduk sampai yang belum terdaftar', en: 'From residents to those not registered' },
    paragraph(
      'Setiap langkah mencari sisa dari langkah di atasnya. Gambar setiap baris memperbesar sisa itu.',
      'Every step searches what the step above left; each bar enlarges that remainder.',
    ),
    html`<div class="scroll"><table>
<thead><tr><th scope="col">Langkah</th><th scope="col" class="n">Dicari</th><th scope="col" class="n">Ketemu</th><th scope="col" class="n">Sisa</th><th scope="col" class="chart wide"><span class="hidden">Gambar</span></th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot>${twice}<tr><th scope="row">Masuk daftar kunjungan <span class="en" lang="en">On the visiting list</span></th><td class="n"></td><td class="n"></td><td class="n"><b>${formatNumber(counts.uncovered)}</b></td><td class="chart wide">${share(counts.uncovered, counts.residents)} dari penduduk</td></tr></tfoot>
</table></div>
`,
  );
}

function place(tier: string): number {
  const at = ORDER.indexOf(tier);
  return at < 0 ? ORDER.length : at;
}

function parts(found: number, left: number, begin: number) {
  if (begin === 0) return [];
  return [
    { share: found / begin, kind: 'found' as const },
    { share: left / begin, kind: 'left' as const },
  ];
}
