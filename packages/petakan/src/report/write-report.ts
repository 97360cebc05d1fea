import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '@jangkau/linkage';
import type { MappingSummary } from '../summary.ts';

/** Writes report.html: one self-contained page for a head of branch. */
export async function writeReport(_engine: Engine, summary: MappingSummary, out: string): Promise<void> {
  await writeFile(
    join(out, 'report.html'),
    `<!doctype html><meta charset="utf-8"><title>Jangkau</title><p>${summary.counts.uncovered}</p>`,
  );
}
