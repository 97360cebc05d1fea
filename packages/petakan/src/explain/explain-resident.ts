import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jangkau/kernel';
import { Engine, sqlString } from '@jangkau/linkage';
import { evidenceOf } from '../results-table.ts';
import type { MappingSummary } from '../summary.ts';

/** Says in words and weights why a resident of a finished run counts as covered or not. */
export async function explainResident(options: { run: string; resident: string }): Promise<string> {
  const summary = JSON.parse(await readFile(join(options.run, 'summary.json'), 'utf8')) as MappingSummary;
  const engine = await Engine.open({ threads: 2 });
  try {
    const pairs = await engine.rows<{ no_kartu: string; weight: number; posterior: number; pattern: number }>(
      `SELECT no_kartu, weight, posterior, pattern FROM ${sqlString(join(options.run, 'evidence.parquet'))} WHERE no_penduduk = ${sqlString(options.resident)} ORDER BY posterior DESC`,
    );
    if (pairs.length === 0) throw new Problem('resident-not-found', { resident: options.resident });
    const model = {
      layout: summary.model.layout,
      pairModel: summary.model.trained as never,
      priorWeight: summary.model.priorWeight,
    };
    return pairs
      .map(
        (p) =>
          `${p.no_kartu} ${p.posterior.toFixed(4)}\n${evidenceOf(model, p.pattern)
            .map((b) => `  ${b.field}: ${b.label} ${b.weight}`)
            .join('\n')}`,
      )
      .join('\n');
  } finally {
    await engine.close();
  }
}
