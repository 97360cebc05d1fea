import { type Decision, routes, type Verdict } from '@jangkau/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';

export interface PairDecision {
  residentKey: number;
  memberKey: number;
  verdict: Verdict;
  note?: string | undefined;
}

/** Records a decision on a pair and refreshes what shows decisions. */
export function useDecide(runId: string, onDone?: (decision: Decision) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: PairDecision) => call(routes.decide, { params: { id: runId }, body: decision }),
    onSuccess: (decision) => {
      void client.invalidateQueries({ queryKey: ['getPerson', { id: runId }] });
      void client.invalidateQueries({ queryKey: ['listPeople', runId], refetchType: 'none' });
      void client.invalidateQueries({ queryKey: ['listDecisions'] });
      onDone?.(decision);
    },
  });
}
