import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ClientGate } from '../clients/client-gate.ts';
import { isFresh, signatureWindowSeconds } from '../clients/signature.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { depthOf } from '../http/json-body.ts';
import { problemDocument } from '../http/problem-document.ts';
import { sealedResponse } from './sealed-response.ts';
import { type EnvelopeStyle, envelope, VclaimRefusal } from './vclaim-answer.ts';

/** What an answer holds before it is sealed. */
interface VclaimAnswer {
  response: unknown;
  message?: string;
}

/** Handles a request that was let in. */
type VclaimHandler = (request: FastifyRequest) => Promise<VclaimAnswer>;

export interface VclaimDoorParts {
  clientGate: ClientGate;
  now: () => Date;
}

/**
 * A part of the server that speaks as BPJS's web services do: signed requests, sealed answers, refusals in
 * `metaData`, and JSON bodies whatever their type says. Returns how to add a route to it.
 */
export function vclaimDoor(
  app: FastifyInstance,
  parts: VclaimDoorParts,
  style: EnvelopeStyle,
): (method: 'GET' | 'POST' | 'PUT' | 'DELETE', urls: readonly string[], handler: VclaimHandler) => void {
  app.removeAllContentTypeParsers();
  // Documented with a form's content type, sent as JSON.
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    const text = String(body).trim();
    if (text === '') return done(null, undefined);
    if (depthOf(text) > 32) return done(new VclaimRefusal('Isi permintaan terlalu dalam'));
    try {
      done(null, JSON.parse(text));
    } catch {
      done(new VclaimRefusal('Isi permintaan bukan JSON yang benar'));
    }
  });
  app.setErrorHandler((error, request, reply) => refuse(error, request, reply, style));
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send(envelope(style, 404, 'Alamat layanan tidak dikenal', null)),
  );
  const read = parts.clientGate.requireClient('eligibility.read');
  // The timestamp is of a second: two SEPs of one second have one signature, and one that comes again is known.
  const write = parts.clientGate.requireClient('utilisation.add', { repeatable: true });
  return (method, urls, handler) => {
    for (const url of urls)
      app.route({
        method,
        url,
        schema: { hide: true },
        preHandler: async function (request, reply) {
          requireHeaders(request, parts.now());
          // biome-ignore lint/complexity/noBannedTypes: the gate's hook is called as Fastify would
          await ((method === 'GET' ? read : write) as Function).call(this, request, reply);
          const { client } = request;
          if (client?.userKey && !isSame(client.userKey, String(request.headers.user_key)))
            throw new VclaimRefusal('Unauthorized; user_key tidak dikenal', 401, 401);
        },
        handler: async (request, reply) => {
          const { response, message } = await handler(request);
          const sealed = sealedResponse(response, {
            consId: request.client?.id ?? '',
            secret: request.clientSecret ?? '',
            timestamp: String(request.headers['x-timestamp']),
          });
          return reply
            .header('content-type', 'application/json; charset=utf-8')
            .header('cache-control', 'no-store')
            .send(JSON.stringify(envelope(style, 200, message ?? 'OK', sealed)));
        },
      });
  };
}

/** Compares in the same time whatever is the same. */
function isSame(expected: string, given: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(expected), hash(given.trim()));
}

/** Says which of the headers is missing or stale; whether the signature is right is the gate's to say. */
function requireHeaders(request: FastifyRequest, now: Date): void {
  for (const name of ['X-cons-id', 'X-timestamp', 'X-signature', 'user_key']) {
    const value = request.headers[name.toLowerCase()];
    if (typeof value !== 'string' || value.trim() === '')
      throw new VclaimRefusal(`Unauthorized; header ${name} tidak ada`, 401, 401);
  }
  if (!isFresh(String(request.headers['x-timestamp']), now))
    throw new VclaimRefusal(
      `Unauthorized; X-timestamp kedaluwarsa atau jam berbeda lebih dari ${signatureWindowSeconds / 60} menit`,
      401,
      401,
    );
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, style: EnvelopeStyle) {
  const { code, message, status } = refusalOf(error, request);
  if (status >= 500)
    request.log.error(
      { type: (error as Error).name, code: (error as { code?: unknown }).code },
      'request failed',
    );
  if (error instanceof ApiProblem && error.retryAfter !== undefined)
    reply.header('retry-after', error.retryAfter);
  return reply
    .status(status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(envelope(style, code, message, null)));
}

function refusalOf(
  error: unknown,
  request: FastifyRequest,
): Pick<VclaimRefusal, 'code' | 'message' | 'status'> {
  if (error instanceof VclaimRefusal) return error;
  const problem = problemDocument(error, 'id', request.id);
  if (problem.code === 'client-not-known')
    return { code: 401, status: 401, message: 'Unauthorized; X-cons-id atau X-signature tidak sesuai' };
  if (problem.code === 'eligibility-day') return { code: 201, status: 200, message: problem.message };
  return { code: problem.status, status: problem.status, message: problem.message };
}
