import type { Run } from '@jangkau/contracts';
import { skipToken, useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';

export interface UncoveredEstimate {
  expected: number;
  low: number | undefined;
  high: number | undefined;
}

/**
 * The expected number of residents without a card with its interval, both from the total of the areas: the
 * same rows that stand on the areas page.
 */
export function useUncoveredEstimate(run: Run | undefined): UncoveredEstimate | undefined {
  const query = apiQuery('listAreaFigures', { params: { id: run?.id ?? '' }, query: { level: 'regency' } });
  const areas = useQuery(run?.state === 'done' ? query : { ...query, queryFn: skipToken });
  if (!run?.counts) return undefined;
  const total = areas.data?.total;
  return {
    expected: run.counts.expectedUncovered ?? run.counts.uncovered,
    low: total?.low,
    high: total?.high,
  };
}
