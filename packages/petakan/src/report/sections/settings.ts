import { formatDate, formatNumber } from '@jangkau/kernel';
import { inputFacts } from '../../input-facts.ts';
import { percent } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { section } from '../section.ts';

/** What this run was asked to do, and the number it can be recognised by. */
export function settings({ summary, names }: ReportData): Html {
  const village = summary.settings.village;
  const facts: [string, string][] = [
    ['Nomor pemetaan', summary.runId],
    ['Keadaan per', formatDate(summary.asOf)],
    ['Ambang daftar', percent(summary.threshold)],
    ['Wilayah', village ? `${names.get(village) ?? 'desa'} (${village})` : 'semua desa di berkas'],
    ['Keputusan peninjau', formatNumber(summary.settings.decisions)],
    ['Model', summary.model.definition.name],
    ['Berkas penduduk', inputFacts(summary.inputs.residents).files.join(', ')],
    ['Berkas peserta', inputFacts(summary.inputs.members).files.join(', ')],
  ];
  return section(
    'pengaturan',
    { id: 'Pemetaan ini', en: 'This run' },
    html`<dl class="settings">
${facts.map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
<p class="note">Laporan ini tidak memuat nama, NIK, atau nomor kartu siapa pun. Nama wilayah: Kemendagri melalui idn-area-data (ODbL).
<span class="en line" lang="en">This report holds no names, NIKs or card numbers. Area names: Kemendagri through idn-area-data (ODbL).</span></p>
`,
  );
}
