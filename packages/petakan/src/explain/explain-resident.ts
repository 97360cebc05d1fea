import { formatDate } from '@jangkau/kernel';
import { Engine } from '@jangkau/linkage';
import { evidenceOf } from '../results-table.ts';
import type { MappingSummary } from '../summary.ts';
import { readBothRows } from './both-rows.ts';
import { cardLines, otherCandidates } from './candidate-lines.ts';
import { personComparison } from './person-comparison.ts';
import { readRunCase, readSummary } from './run-case.ts';
import { nikRuleLines, verdict } from './verdict.ts';

/** Memory is left to other work on the machine; one person needs little. */
const THREADS = 2;

/**
 * Says in words and weights, Indonesian first, why a resident of a finished run counts as covered or not.
 * NIK, family card and phone numbers are masked.
 * @throws Problem 'run-not-found', 'resident-not-found', 'file-not-found'
 */
export async function explainResident(options: { run: string; resident: string }): Promise<string> {
  const summary = await readSummary(options.run);
  const engine = await Engine.open({ threads: THREADS });
  try {
    const found = await readRunCase(engine, options.run, options.resident);
    const card = found.link?.card ?? found.uncovered?.bestCard ?? found.candidates[0]?.card;
    const rows = await readBothRows(engine, summary, found.resident, card);
    const candidate = found.candidates.find((c) => c.card === card);
    const bars = candidate && evidenceOf(modelOf(summary), candidate.pattern);
    const parts = [
      [
        `Penduduk ${found.resident}`,
        `Pemetaan ${summary.runId}, keadaan per ${formatDate(summary.asOf)} / run as of ${summary.asOf}`,
      ],
      verdict(found, summary),
      [...personComparison(rows.resident, rows.card), ...rows.gone],
      found.link?.tier === 'nik' ? await nikRuleLines(engine, summary, found.link.card, rows) : [],
      card && found.link?.tier !== 'nik' ? cardLines({ found, card, candidate, bars, summary }) : [],
      found.listedAs === undefined ? otherCandidates(found, card) : [],
    ];
    return `${parts
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n')}\n`;
  } finally {
    await engine.close();
  }
}

function modelOf({ model }: MappingSummary): Parameters<typeof evidenceOf>[0] {
  return {
    layout: model.layout,
    pairModel: model.trained as Parameters<typeof evidenceOf>[0]['pairModel'],
    priorWeight: model.priorWeight,
  };
}
