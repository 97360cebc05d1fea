import { type Route, type RouteName, routes } from '@jangkau/contracts';
import { queryOptions } from '@tanstack/react-query';
import { type CallInput, call } from './call.ts';

type Input = Pick<CallInput<Route>, 'params' | 'query'>;

/** A cached read of one route. The key is the route's name with its parameters and query. */
export function apiQuery<N extends RouteName>(name: N, input: Input = {}) {
  const route = routes[name];
  return queryOptions({
    queryKey: [name, input.params ?? {}, input.query ?? {}] as const,
    queryFn: ({ signal }) => call<(typeof routes)[N]>(route, { ...input, signal }),
  });
}
