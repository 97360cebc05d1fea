import type { Action } from '@jangkau/access';
import type { z } from 'zod';

/** What the API needs to know of a route, and what a client needs to call it. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api/v1, with :name parameters. */
  path: string;
  summary: string;
  tag: string;
  /** False for the few that need no session. */
  session?: boolean;
  /** What the matrix is asked for; every route with a session has one. */
  action?: Action;
  /** What a member does with their own data, for routes that take the session of a member instead. */
  own?: `own.${string}`;
  /** True when the answer or the body holds a secret: nothing of it is kept to answer a repetition. */
  secret?: boolean;
  /** True when the handler writes the audit entry itself, in a transaction of its own. */
  recordsItself?: boolean;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Body of a success; absent when it is not JSON (see `produces`) or empty. */
  response?: z.ZodType;
  status?: number;
  /** Media type of a success when it is not application/json. */
  produces?: string;
  /** Media type of a request body that is read as a stream. */
  consumes?: string;
}

export const apiPrefix = '/api/v1';

/** Address of a route: fills in :params and adds the query, leaving out undefined and null. */
export function routeUrl(
  route: Pick<Route, 'path'>,
  params: Record<string, string | number> = {},
  query: Record<string, string | number | boolean | null | undefined> = {},
): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`route ${route.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return `${apiPrefix}${path}${text ? `?${text}` : ''}`;
}
