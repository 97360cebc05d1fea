import { Problem, type Route, routeUrl } from '@jangkau/contracts';
import type { z } from 'zod';
import { storedLanguage } from '../text/language.ts';
import { ApiProblem, Unreachable, UnreadableAnswer } from './failures.ts';

type ResponseOf<R> = R extends { response: infer S extends z.ZodType } ? z.output<S> : undefined;
type BodyOf<R> = R extends { body: infer S extends z.ZodType } ? z.input<S> : undefined;
type Values = Record<string, string | number | boolean | null | undefined>;

export interface CallInput<R> {
  params?: Record<string, string | number>;
  query?: Values;
  body?: BodyOf<R>;
  signal?: AbortSignal;
  /** Repeats of one write carry the same key, so that the server does it once. */
  idempotencyKey?: string;
}

/**
 * Calls one route of the API and checks the answer against its schema.
 * @throws ApiProblem when the server refuses, Unreachable when there is no answer, UnreadableAnswer when the
 * answer is not what the contract says
 */
export async function call<R extends Route>(route: R, input: CallInput<R> = {}): Promise<ResponseOf<R>> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': storedLanguage() };
  const body = input.body === undefined ? null : JSON.stringify(input.body);
  if (body !== null) headers['content-type'] = 'application/json';
  if (route.method !== 'GET') headers['idempotency-key'] = input.idempotencyKey ?? newKey();

  let response: Response;
  try {
    response = await fetch(routeUrl(route, input.params, input.query), {
      method: route.method,
      headers,
      body,
      signal: input.signal ?? null,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (input.signal?.aborted) throw error;
    throw new Unreachable({ cause: error });
  }
  if (!response.ok) throw await problemOf(response);
  if (!route.response) return undefined as ResponseOf<R>;
  return checked(route, await jsonOf(response)) as ResponseOf<R>;
}

/** The problem document of a refused request, or one made from its status when there is none. */
export async function problemOf(response: Pick<Response, 'status' | 'text'>): Promise<ApiProblem> {
  const text = await response.text().catch(() => '');
  try {
    const parsed = Problem.safeParse(JSON.parse(text));
    if (parsed.success) return new ApiProblem(response.status, parsed.data);
  } catch {
    // A proxy's HTML page, or nothing at all: the status is all there is to tell.
  }
  return new ApiProblem(response.status, null);
}

/** Checks an answer against the schema of its route. */
function checked<R extends Route>(route: R, answer: unknown): unknown {
  const parsed = route.response?.safeParse(answer);
  if (!parsed) return undefined;
  if (!parsed.success) throw new UnreadableAnswer(route.path, { cause: parsed.error });
  return parsed.data;
}

/** A key for one write: 128 random bits. Works on plain http too, where randomUUID is missing. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new Unreachable({ cause: error });
  }
}
