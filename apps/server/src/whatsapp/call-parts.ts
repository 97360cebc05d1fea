/** A part of a call of WhatsApp: nothing in it is trusted to be there or to have its type. */
export type Json = Readonly<Record<string, unknown>>;

/** The object something is, or an empty one. */
export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The list something is, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text without what PostgreSQL cannot keep; a number as its digits, anything else as nothing. */
export function text(value: unknown): string {
  const said = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return said.replaceAll('\u0000', '').toWellFormed();
}

/** A whole number the database can keep, or null. */
export function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : null;
}

/** Digits of a phone, or nothing. */
export function digits(value: string): string {
  return /^\+?\d{6,20}$/.test(value) ? value.replace('+', '') : '';
}

/** Unix seconds as an ISO instant; a moment nobody can mean becomes the beginning of time. */
export function instant(value: unknown): string {
  const seconds = Number(typeof value === 'string' || typeof value === 'number' ? value : Number.NaN);
  return new Date(seconds > 0 && seconds < 32_503_680_000 ? seconds * 1000 : 0).toISOString();
}
