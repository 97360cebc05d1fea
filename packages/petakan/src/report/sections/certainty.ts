import { formatNumber } from '@jangkau/kernel';
import type { MappingSummary } from '../../summary.ts';
import { people, percent } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { section } from '../section.ts';

type Band = MappingSummary['calibration']['bands'][number];

/** How sure the figures are: reach of the search, what the probabilities mean, what the threshold means. */
export function certainty({ summary }: ReportData): Html {
  const { recall, rules } = summary.blocking;
  const capped = rules.reduce((sum, rule) => sum + rule.cappedPairs, 0);
  return section(
    'keyakinan',
    { id: 'Seberapa yakin kita', en: 'How sure we are' },
    html`<h3>Apakah semua pasangan yang benar sempat dilihat? <span class="en" lang="en">Reach of the search</span></h3>
<p>Dari penduduk yang tidak terhubung langsung lewat NIK, ${percent(recall.estimate)} pasangan yang benar sempat dibandingkan (rentang ${percent(recall.low)} sampai ${percent(recall.high)}). Diperkirakan ${people(recall.missed)} orang punya kartu tetapi kartunya tidak terlihat oleh pencarian; mereka ikut terhitung belum terdaftar.${capped > 0 && ` Pencarian yang terlalu umum dilewati: ${formatNumber(capped)} pasangan tidak dibandingkan lewat kunci itu.`}</p>
<h3>Apa arti peluang? <span class="en" lang="en">What the probabilities mean</span></h3>
<p>Setiap orang diberi peluang belum terdaftar. Dari seratus orang berpeluang ${percent(0.7, 0)}, kira-kira tujuh puluh memang belum terdaftar. Yang meragukan, berpeluang ${percent(0.02, 0)} sampai ${percent(0.98, 0)}, ada <b>${formatNumber(summary.counts.doubtful)}</b> orang; meninjau mereka memperkecil rentang.</p>
<div class="scroll"><table>
<thead><tr><th scope="col">Peluang belum terdaftar</th><th scope="col" class="n">Orang</th><th scope="col" class="n">Diperkirakan belum terdaftar</th><th scope="col" class="wide">Artinya</th></tr></thead>
<tbody>
${summary.calibration.bands.map(bandRow)}</tbody>
</table></div>
<p class="note">Penduduk yang terhubung lewat NIK dengan orang yang cocok (${formatNumber(summary.counts.linkedNik)}) tidak ada di tabel ini: peluang mereka belum terdaftar dianggap nol.</p>
<h3>Siapa yang masuk daftar? <span class="en" lang="en">The threshold</span></h3>
<p>${thresholdWords(summary.threshold)} Ambang hanya menentukan isi daftar; perkiraan jumlah tidak berubah karenanya.</p>
`,
  );
}

function bandRow(band: Band): Html {
  return html`<tr><th scope="row">${formatNumber(band.from * 100)}–${percent(band.to, 0)}</th><td class="n">${formatNumber(band.residents)}</td><td class="n">${people(band.residents * band.meanP)}</td><td class="wide">${bandWords(band)}</td></tr>
`;
}

function bandWords({ from, to }: Band): string {
  if (to <= 0.1) return 'hampir pasti punya kartu';
  if (to <= 0.4) return 'agaknya punya kartu';
  if (to <= 0.6) return 'tidak dapat dikatakan';
  if (from < 0.9) return 'agaknya belum terdaftar';
  return 'hampir pasti belum terdaftar';
}

/** A threshold t treats passing over somebody as (1 - t) / t times as bad as a visit for nothing. */
function thresholdWords(threshold: number): string {
  const from = percent(threshold, Number.isInteger(Math.round(threshold * 1e6) / 1e4) ? 0 : 2);
  const ratio = (1 - threshold) / threshold;
  if (!Number.isFinite(ratio)) return 'Semua orang yang belum terhubung masuk daftar.';
  const times = formatNumber(ratio, ratio < 9.95 ? 1 : 0).replace(/,0$/, '');
  return `Seseorang masuk daftar mulai peluang ${from}. Dengan ambang ini, melewatkan satu orang yang belum terdaftar dianggap kira-kira ${times} kali semahal satu kunjungan yang sia-sia.`;
}
