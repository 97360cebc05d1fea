import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '@jangkau/linkage';
import type { MappingSummary } from '../summary.ts';
import { addUpAreas, readVillageFigures } from './area-figures.ts';
import { type AreaNames, readAreaNames } from './area-names.ts';
import { reportPage } from './report-page.ts';

/**
 * Writes report.html into `out`: one self-contained page for a head of branch, from the table
 * `village_result` and the summary. `names` replaces the published names of areas.
 */
export async function writeReport(
  engine: Engine,
  summary: MappingSummary,
  out: string,
  names?: AreaNames,
): Promise<void> {
  const villages = await readVillageFigures(engine);
  const known = names ?? (await readAreaNames(villages.map(({ code }) => code)));
  const page = reportPage({ summary, areas: addUpAreas(villages, known), names: known });
  await writeFile(join(out, 'report.html'), page);
}
