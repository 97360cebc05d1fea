import fc from 'fast-check';
import type { Operation, Schema } from './api-operations.ts';
import { hostileText, hostileValues } from './hostile-text.ts';

/** A request as it goes out. `body` is text: it may be broken JSON. */
export interface FuzzRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** Values that exist, by the name of the parameter or property they fit. */
export type Known = Readonly<Record<string, readonly (string | number)[]>>;

const hostile = fc.constantFrom(...hostileText);

/** Requests of an operation, from nearly right to thoroughly wrong. */
export function requestArbitrary(operation: Operation, known: Known): fc.Arbitrary<FuzzRequest> {
  const inPath = operation.parameters.filter((one) => one.in === 'path');
  const inQuery = operation.parameters.filter((one) => one.in === 'query');
  const value = (name: string, schema: Schema) =>
    fc.oneof({ weight: 3, arbitrary: someOf(name, schema, known) }, { weight: 1, arbitrary: hostile });
  const path = fc
    .tuple(...inPath.map((one) => value(one.name, one.schema)))
    .map((values) =>
      inPath.reduce(
        (text, one, i) => text.replace(`{${one.name}}`, encode(String(values[i])) || '%20'),
        operation.path,
      ),
    );
  const query = fc
    .tuple(...inQuery.map((one) => fc.option(value(one.name, one.schema), { freq: one.required ? 9 : 1 })))
    .map((values) =>
      inQuery
        .flatMap((one, i) => (values[i] === null ? [] : [`${encode(one.name)}=${encode(String(values[i]))}`]))
        .join('&'),
    );
  return fc
    .record({ path, query, sent: bodyOf(operation, known), headers: headersOf(operation) })
    .map(({ path: place, query: search, sent, headers }) => ({
      method: operation.method,
      url: search === '' ? place : `${place}?${search}`,
      headers: { ...(sent !== undefined && { 'content-type': 'application/json' }), ...headers },
      body: sent,
    }));
}

function bodyOf(operation: Operation, known: Known): fc.Arbitrary<string | undefined> {
  if (operation.consumes.length === 0) return fc.constant(undefined);
  const json = someOf('body', operation.body ?? {}, known).map((one) => JSON.stringify(one));
  const mutated = someOf('body', operation.body ?? {}, known, 3).map((one) => JSON.stringify(one));
  const broken = fc.tuple(json, fc.nat(40)).map(([text, cut]) => (text ?? '{').slice(0, -1 - cut));
  return fc.oneof(
    { weight: 3, arbitrary: json },
    { weight: 5, arbitrary: mutated },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: fc.constantFrom(...hostileValues).map((one) => JSON.stringify(one)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '{"a":', '[', 'null', '"', '{"__proto__":{"x":1}}', '<a/>'),
    },
  );
}

function headersOf(operation: Operation): fc.Arbitrary<Record<string, string>> {
  const odd = fc.constantFrom<Record<string, string>>(
    { 'content-type': 'text/xml' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/json; charset=utf-7' },
    { 'content-type': 'multipart/form-data' },
    { 'content-type': ';;;' },
    { accept: 'application/xml', 'accept-language': "en'; DROP TABLE run;--" },
    { 'idempotency-key': 'k'.repeat(500) },
    { 'last-event-id': 'abc' },
    { 'x-forwarded-for': "' OR 1=1 --", 'user-agent': '<script>' },
    { cookie: 'jangkau=; session=%00' },
  );
  const raw = operation.consumes.some((type) => type !== 'application/json');
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant<Record<string, string>>(raw ? { 'content-type': 'text/csv' } : {}) },
    { weight: 1, arbitrary: odd },
  );
}

/** Values of a schema; with `twist`, about one in so many is not. */
function someOf(name: string, schema: Schema, known: Known, twist = 0): fc.Arbitrary<unknown> {
  const fitting = fits(name, schema, known, twist);
  if (twist === 0) return fitting;
  return fc.oneof(
    { weight: 2 * twist, arbitrary: fitting },
    { weight: 1, arbitrary: hostile },
    { weight: 1, arbitrary: fc.constantFrom(...hostileValues) },
  );
}

function fits(name: string, schema: Schema, known: Known, twist: number): fc.Arbitrary<unknown> {
  const there = known[name];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => someOf(name, one, known, twist)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' && schema.properties)
    return fc.record(
      Object.fromEntries(
        Object.entries(schema.properties).map(([key, one]) => [key, someOf(key, one, known, twist)]),
      ),
      { requiredKeys: schema.required ?? [] },
    );
  if (type === 'array')
    return fc.array(someOf(name, schema.items ?? {}, known, twist), {
      minLength: schema.minItems ?? 0,
      maxLength: 4,
    });
  if (there) return fc.constantFrom(...there);
  if (type === 'integer' || type === 'number') {
    const least = schema.minimum ?? -5;
    return fc.oneof(
      fc.integer({
        min: Math.ceil(least),
        max: Math.max(Math.ceil(least), Math.floor(Math.min(schema.maximum ?? 300, 300))),
      }),
      fc.constantFrom(2 ** 31, -(2 ** 31), 2 ** 53 - 1),
    );
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (schema.format === 'date-time')
    return fc.constantFrom('2026-11-20T08:00:00Z', '2026-11-21T23:59:59+08:00');
  if (schema.pattern?.includes('\\d{2}(')) return fc.constantFrom('51', '51.71', '51.71.01', '51.71.01.1001');
  if (schema.pattern?.includes('\\d{4}-')) return fc.constantFrom('2026-11-21', '2024-02-29', '2026-02-30');
  return fc.oneof(fc.constantFrom('contoh teks', 'uncovered', 'true'), hostile);
}

/** As encodeURIComponent, for text with halves of characters too. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
