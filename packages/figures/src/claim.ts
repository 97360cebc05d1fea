import { Problem } from '@jangkau/kernel';
import { z } from 'zod';

const number = z.union([z.number(), z.string().min(1)]);
const words = z.union([z.string(), z.object({ id: z.string(), en: z.string() })]);
/**
 * What a claim is computed from: a number, the name of a count of the file (a leading minus takes it away), `claim:` and
 * the id of another claim (its printed value), a sum written with + and -, a list to add up, a range of values, or a
 * span of days.
 */
const single = z.union([
  number,
  z.object({ value: number, unit: z.string().optional(), id: z.string().optional() }),
  z.object({ low: z.number(), high: z.number(), id: z.string().optional() }),
  z.object({ from: z.iso.date(), to: z.iso.date() }),
]);
const operand = z.union([single, z.array(single).min(1)]);

const claim = z.object({
  id: z.string().optional(),
  text: words.optional(),
  value: number,
  unit: z.string().optional(),
  definition: z.string().optional(),
  numerator: operand.nullish(),
  denominator: operand.nullish(),
  /** Printed with "more than", "at most" or "about". */
  bound: z.enum(['at-least', 'at-most']).optional(),
  /** Name of a rule of JKN the claim states, e.g. 'rehab.most-stages'. */
  rule: z.string().optional(),
  /** True for a figure the text implies without printing it. */
  implied: z.boolean().optional(),
  date: z.string().optional(),
  source: words.optional(),
});

const count = z.union([
  number,
  z.object({
    value: number.optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    unit: z.string().optional(),
    means: words.optional(),
    asOf: z.string().optional(),
    /** Uses of care: first and last day they are counted of. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    source: words.optional(),
  }),
]);

const file = z.object({
  title: words.optional(),
  source: words.optional(),
  url: z.string().optional(),
  published: z.string().optional(),
  note: words.optional(),
  counts: z.record(z.string(), count).default({}),
  claims: z.array(claim).min(1),
});

/** A part of what a claim is computed from. */
export type Operand = z.infer<typeof operand>;
/** One part of an operand. */
export type SingleOperand = z.infer<typeof single>;
/** A count of a file of claims, by its name. */
export type StatedCount = z.infer<typeof count>;
/** A published figure: what was printed, of what, and where. */
export type Claim = z.infer<typeof claim> & { readonly id: string };
/** A publication's figures. */
export interface ClaimsFile extends Omit<z.infer<typeof file>, 'claims'> {
  readonly claims: readonly Claim[];
}

/**
 * Reads a file of claims: an object with `counts` and `claims`, a bare list of claims, or one claim.
 * @throws Problem 'invalid-request' (not JSON), 'field-missing', 'field-invalid' (the field by its path, claims from 1)
 */
export function readClaims(json: string): ClaimsFile {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (cause) {
    throw new Problem('invalid-request', { reason: 'JSON' }, { cause });
  }
  const whole = Array.isArray(document)
    ? { claims: document }
    : isRecord(document) && !('claims' in document) && 'value' in document
      ? { claims: [document] }
      : document;
  const read = file.safeParse(whole);
  if (!read.success) throw problemOf(read.error, whole);
  const claims = read.data.claims.map((one, at) => ({ ...one, id: one.id ?? String(at + 1) }));
  const twice = claims.find(({ id }, at) => claims.findIndex((other) => other.id === id) !== at);
  if (twice)
    throw new Problem('field-invalid', { field: `claims: id ${twice.id}`, accepted: 'satu kali / once' });
  return { ...read.data, claims };
}

function problemOf(error: z.ZodError, document: unknown): Problem {
  const issue = error.issues[0] as z.core.$ZodIssue;
  const path = issue.path.map((part) => (typeof part === 'number' ? part + 1 : String(part)));
  const field = path.join('.') || 'berkas / file';
  const found = issue.path.reduce<unknown>(
    (value, part) => (isRecord(value) || Array.isArray(value) ? value[part as never] : undefined),
    document,
  );
  if (found === undefined && issue.path.length > 0) return new Problem('field-missing', { field });
  return new Problem('field-invalid', { field, accepted: issue.message });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
