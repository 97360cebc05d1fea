import type { Run } from '@jangkau/contracts';
import { skipToken, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { apiQuery } from '../api/query-options.ts';

export interface UncoveredEstimate {
  expected: number;
  low: number | undefined;
  high: number | undefined;
}

const Interval = z.object({ low: z.number(), high: z.number() });

/** The expected number of residents without a card with its interval, as the run's summary states them. */
export function useUncoveredEstimate(run: Run | undefined): UncoveredEstimate | undefined {
  const query = apiQuery('getSummary', { params: { id: run?.id ?? '' } });
  const summary = useQuery(
    run?.state === 'done'
      ? { ...query, staleTime: Number.POSITIVE_INFINITY }
      : { ...query, queryFn: skipToken },
  );
  if (!run?.counts) return undefined;
  const interval = Interval.safeParse(summary.data?.expectedUncoveredInterval);
  return {
    expected: run.counts.expectedUncovered ?? run.counts.uncovered,
    low: interval.data?.low,
    high: interval.data?.high,
  };
}
