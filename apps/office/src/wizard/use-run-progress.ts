import { RunEvent, routes, routeUrl } from '@jangkau/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { applyRunEvent, isUnderWay } from './apply-run-event.ts';

/**
 * A run that follows its server-sent events while it is under way. The browser reconnects by itself; a slow
 * poll stands in where events do not come through.
 */
export function useRunProgress(runId: string) {
  const client = useQueryClient();
  const run = useQuery({
    ...apiQuery('getRun', { params: { id: runId } }),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? 8000 : false),
  });
  const underWay = run.data ? isUnderWay(run.data) : false;

  useEffect(() => {
    if (!underWay) return;
    const { queryKey } = apiQuery('getRun', { params: { id: runId } });
    const lastEventId = client.getQueryData(queryKey)?.lastEventId ?? 0;
    const source = new EventSource(routeUrl(routes.events, {}, { run: runId, lastEventId }));
    source.addEventListener('run', (message) => {
      const event = RunEvent.safeParse(parseJson(message.data));
      if (!event.success) return;
      client.setQueryData(queryKey, (known) => (known ? applyRunEvent(known, event.data) : known));
      if (!isUnderWay(event.data)) {
        source.close();
        void client.invalidateQueries({ queryKey });
        void client.invalidateQueries({ queryKey: ['listRuns'] });
      }
    });
    return () => source.close();
  }, [client, runId, underWay]);

  return run;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
