import { type Route, routeUrl } from '@jangkau/contracts';
import type { z } from 'zod';
import { storedLanguage } from '../text/language.ts';
import { newKey, problemOf } from './call.ts';
import { Unreachable, UnreadableAnswer } from './failures.ts';

/**
 * Sends a small file as the raw body of a route that takes one.
 * @throws ApiProblem when the server refuses, Unreachable when there is no answer, UnreadableAnswer when the
 * answer is not what the contract says
 */
export async function sendFile<R extends Route & { response: z.ZodType }>(
  route: R,
  query: Record<string, string | number | boolean | undefined>,
  file: File,
): Promise<z.output<R['response']>> {
  let response: Response;
  try {
    response = await fetch(routeUrl(route, {}, query), {
      method: route.method,
      headers: {
        'content-type': 'application/octet-stream',
        'accept-language': storedLanguage(),
        'idempotency-key': newKey(),
      },
      body: file,
      credentials: 'same-origin',
    });
  } catch (error) {
    throw new Unreachable({ cause: error });
  }
  if (!response.ok) throw await problemOf(response);
  const parsed = route.response.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new UnreadableAnswer(route.path, { cause: parsed.error });
  return parsed.data as z.output<R['response']>;
}
