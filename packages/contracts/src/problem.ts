import { z } from 'zod';

/** Every way a request can fail, by stable code. The words for each are in the server's catalogue. */
export const ProblemCode = z.enum([
  'invalid-request',
  'not-signed-in',
  'wrong-credentials',
  'too-many-attempts',
  'too-many-requests',
  'other-site',
  'unsupported-media-type',
  'body-too-large',
  'out-of-scope',
  'not-found',
  'upload-not-found',
  'run-not-found',
  'person-not-found',
  'member-not-found',
  'file-not-found',
  'area-not-found',
  'boundaries-not-loaded',
  'boundaries-unusable',
  'upload-empty',
  'upload-too-large',
  'upload-unreadable',
  'upload-in-use',
  'mapping-incomplete',
  'nik-in-address',
  'bad-cursor',
  'idempotency-key-reused',
  'idempotency-in-progress',
  'confirmation-required',
  'reason-required',
  'run-not-finished',
  'run-not-cancellable',
  'run-not-resumable',
  'run-busy',
  'run-failed',
  'decision-not-found',
  'letters-unavailable',
  'letter-not-found',
  'request-not-found',
  'request-step-refused',
  'breach-not-found',
  'breach-step-refused',
  'export-not-found',
  'hold-not-found',
  'area-too-large',
  'demo-disabled',
  'database-unavailable',
  'service-starting',
  'service-stopping',
  'query-too-slow',
  'internal',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** One field of the request that was refused: `path` such as 'body.username'. */
export const FieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** An RFC 9457 problem document (application/problem+json). `message` is in the user's language. */
export const Problem = z
  .object({
    type: z.string().describe('URI of the kind of problem: urn:jangkau:problem:<code>'),
    title: z.string().describe('Short English summary, the same for every occurrence'),
    status: z.int(),
    detail: z.string().optional().describe('What went wrong this time, in English'),
    code: z.string().describe('A ProblemCode, or a code of the mapping such as column-missing'),
    message: z.string().describe('What to tell the user, in the language asked for (id, en)'),
    requestId: z.string().optional(),
    retryAfter: z.int().optional().describe('Seconds after which trying again may help; also Retry-After'),
    errors: z.array(FieldError).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
