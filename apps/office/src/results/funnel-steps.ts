import type { Run, RunSummary } from '@jangkau/contracts';
import { z } from 'zod';

/** Who was settled in one step of the mapping, and who was left. settled + left = the people it began with. */
export interface FunnelStep {
  key: 'nik' | 'scored' | 'household' | 'decided' | 'linked' | 'twice';
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
 * numbers that do not reconcile. Residents who are neither linked nor on the list stand in the register twice.
 */
export function funnelSteps(heads: HeadCounts, counts: Counts | undefined): FunnelStep[] {
  const { residents, linked, uncovered } = heads;
  const tiers = tierCounts(counts);
  const amounts = SETTLED_BY.map(
    ([key, names]) => [key, names.reduce((sum, name) => sum + (tiers[name] ?? 0), 0)] as const,
  ).filter(([, amount]) => amount > 0);
  const total = amounts.reduce((sum, [, amount]) => sum + amount, 0);
  const parts: ReadonlyArray<readonly [FunnelStep['key'], number]> =
    total === linked && amounts.length > 0 ? amounts : [['linked', linked]];
  const twice = residents - linked - uncovered;
  const all = twice > 0 ? [...parts, ['twice', twice] as const] : parts;
  let begin = residents;
  return all.map(([key, settled]) => {
    const step = { key, begin, settled, left: begin - settled };
    begin = step.left;
    return step;
  });
}

/** Where the residents of a run went. */
export interface HeadCounts {
  residents: number;
  linked: number;
  uncovered: number;
}

/** Head counts of a run: what was loaded counts before what the summary says. */
export function headCounts(run: Run, summary: RunSummary | undefined): HeadCounts {
  if (run.counts) return run.counts;
  const residents = summary?.counts?.residents ?? 0;
  const uncovered = summary?.counts?.uncovered ?? 0;
  return { residents, linked: residents - uncovered, uncovered };
}

/** Links by tier; from the two totals when a summary does not split them. */
function tierCounts(counts: Counts | undefined): Record<string, number> {
  const split = z.record(z.string(), z.number()).safeParse(counts?.linksByTier);
  if (split.success) return split.data;
  return { nik: counts?.linkedNik ?? 0, probable: counts?.linkedProbable ?? 0 };
}
