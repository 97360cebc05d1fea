import type { Run, RunSummary } from '@jangkau/contracts';
import { z } from 'zod';

/** Who was settled in one step of the mapping, and who was left. settled + left = the people it began with. */
export interface FunnelStep {
  key: 'nik' | 'scored' | 'household' | 'decided' | 'linked';
  begin: number;
  settled: number;
  left: number;
}

type Counts = NonNullable<RunSummary['counts']>;

/** Tiers of links by the step that made them, in the order of the steps. */
const SETTLED_BY: ReadonlyArray<[FunnelStep['key'], readonly string[]]> = [
  ['nik', ['nik']],
  ['scored', ['nik-review', 'probable']],
  ['household', ['household']],
  ['decided', ['decided']],
];

/**
 * The way from all residents to those without a card. Steps that settled nobody are left out. When the named
 * ways of linking do not add up to everyone linked, one step stands for all of them: the drawing never shows
 * numbers that do not reconcile.
 */
export function funnelSteps(residents: number, linked: number, counts: Counts | undefined): FunnelStep[] {
  const tiers = tierCounts(counts);
  const amounts = SETTLED_BY.map(
    ([key, names]) => [key, names.reduce((sum, name) => sum + (tiers[name] ?? 0), 0)] as const,
  ).filter(([, amount]) => amount > 0);
  const total = amounts.reduce((sum, [, amount]) => sum + amount, 0);
  const parts: ReadonlyArray<readonly [FunnelStep['key'], number]> =
    total === linked && amounts.length > 0 ? amounts : [['linked', linked]];
  let begin = residents;
  return parts.map(([key, settled]) => {
    const step = { key, begin, settled, left: begin - settled };
    begin = step.left;
    return step;
  });
}

/** Residents and linked residents of a run: what was loaded counts before what the summary says. */
export function headCounts(run: Run, summary: RunSummary | undefined): { residents: number; linked: number } {
  if (run.counts) return { residents: run.counts.residents, linked: run.counts.linked };
  const residents = summary?.counts?.residents ?? 0;
  return { residents, linked: residents - (summary?.counts?.uncovered ?? 0) };
}

/** Links by tier; from the two totals when a summary does not split them. */
function tierCounts(counts: Counts | undefined): Record<string, number> {
  const split = z.record(z.string(), z.number()).safeParse(counts?.linksByTier);
  if (split.success) return split.data;
  return { nik: counts?.linkedNik ?? 0, probable: counts?.linkedProbable ?? 0 };
}
