import { formatNumber } from '@jangkau/kernel';
import { type InputFacts, inputFacts } from '../../input-facts.ts';
import { share } from '../figures-text.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { paragraph, section } from '../section.ts';

/** What the files held: rows read and set aside, columns they lack, and what the import warns of. */
export function dataQuality({ summary }: ReportData): Html {
  const both: [string, InputFacts][] = [
    ['Register penduduk', inputFacts(summary.inputs.residents)],
    ['Register peserta', inputFacts(summary.inputs.members)],
  ];
  const { counts } = summary;
  return section(
    'mutu',
    { id: 'Mutu data', en: 'Data quality' },
    html`<div class="scroll"><table>
<thead><tr><th scope="col">Berkas</th><th scope="col" class="n">Baris masuk</th><th scope="col" class="n">Dipakai</th><th scope="col" class="n">Disisihkan</th></tr></thead>
<tbody>
${both.map(
  ([
    name,
    facts,
  ]) => html`<tr><th scope="row">${name}<span class="sub">${facts.files.join(', ')}</span></th><td class="n">${formatNumber(facts.rowsIn)}</td><td class="n">${formatNumber(facts.rowsUsed)}</td><td class="n">${formatNumber(facts.rowsQuarantined)}</td></tr>
`,
)}</tbody>
</table></div>
`,
    paragraph(
      'Baris yang disisihkan tidak memuat orang yang dapat dipetakan; setiap baris dan alasannya ada di quarantine.csv.',
      'Rows set aside name nobody who could be mapped; each is in quarantine.csv with its reason.',
    ),
    both.map(([name, facts]) => remarks(name, facts)),
    html`<h3>Kartu di berkas peserta <span class="en" lang="en">Cards of the member file</span></h3>
<div class="scroll"><table>
<thead><tr><th scope="col">Kartu</th><th scope="col" class="n">Jumlah</th><th scope="col" class="n">Bagian</th></tr></thead>
<tbody>
${cards('Milik penduduk yang dipetakan', counts.linkedMembers, counts.members)}${cards('Tampaknya kartu ganda dari orang yang sudah terhubung', counts.duplicateMembers, counts.members)}${cards('Tidak cocok dengan penduduk mana pun: meninggal, pindah, atau berdomisili lain', counts.unmatchedMembers, counts.members)}${counts.membersElsewhere > 0 && cards('Di luar desa yang dipetakan; tidak diperiksa', counts.membersElsewhere, counts.members)}</tbody>
<tfoot><tr><th scope="row">Semua kartu</th><td class="n">${formatNumber(counts.members)}</td><td class="n"></td></tr></tfoot>
</table></div>
`,
  );
}

function cards(words: string, count: number, all: number): Html {
  return html`<tr><th scope="row">${words}</th><td class="n">${formatNumber(count)}</td><td class="n">${share(count, all)}</td></tr>
`;
}

function remarks(name: string, facts: InputFacts): Html | null {
  const lines = [
    facts.missingColumns.length > 0 &&
      html`<li>Kolom yang tidak ada: ${facts.missingColumns.join(', ')}.</li>`,
    ...facts.warnings.map(
      ({ count, message, messageEn }) =>
        html`<li>${formatNumber(count)}: ${message} <span class="en" lang="en">${messageEn}</span></li>`,
    ),
  ].filter((line) => line !== false);
  return lines.length === 0
    ? null
    : html`<h3>${name}: yang perlu diketahui</h3>
<ul class="remarks">${lines}</ul>
`;
}
