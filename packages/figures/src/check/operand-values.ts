import { parseDate } from '@jangkau/membership';
import type { ClaimsFile, Operand, SingleOperand, StatedCount } from '../claim.ts';
import { exactly, type Interval } from '../interval.ts';
import { readPrintedNumber, valuesOf } from '../printed-number.ts';
import { asWords, numberWords, type Words } from '../words.ts';

/** One part of a sum a claim is computed from. */
export interface Term {
  /** Name of the count, or null for a bare number. */
  readonly name: string | null;
  /** What the count means, as the file says. */
  readonly means?: Words | undefined;
  readonly sign: 1 | -1;
  readonly values: Interval;
  /** How the number is written in the arithmetic. */
  readonly words: Words;
  /** The days of a span, which publications count in more than one way. */
  readonly span?: { readonly from: string; readonly to: string };
}

/** The terms of an operand, or the names nobody stated. */
export type ReadOperand = { readonly terms: readonly Term[] } | { readonly missing: readonly string[] };

/** Looks the parts of an operand up in the file: counts by name, claims by `claim:` and id. */
export function readOperand(operand: Operand, file: ClaimsFile): ReadOperand {
  const parts = (Array.isArray(operand) ? operand : [operand]).flatMap((part) => splitSum(part, file));
  const terms: Term[] = [];
  const missing: string[] = [];
  for (const part of parts) {
    const term = readTerm(part, file);
    if (typeof term === 'string') missing.push(term);
    else terms.push(term);
  }
  return missing.length > 0 ? { missing } : { terms };
}

/** Names of the counts an operand is computed from, each as often as it stands there. */
export function countsNamed(operand: Operand, file: ClaimsFile): string[] {
  return (Array.isArray(operand) ? operand : [operand])
    .flatMap((part) => splitSum(part, file))
    .flatMap((part) => (typeof part === 'string' ? [signAndName(part).name] : []))
    .filter((name) => Object.hasOwn(file.counts, name));
}

/** The count of that name as a term. */
export function termOfCount(name: string, stated: StatedCount): Term | undefined {
  if (typeof stated !== 'object') return termOfNumber(stated, '', name);
  const { value, unit, low, high, means } = stated;
  const range = low === undefined || high === undefined ? undefined : termOfRange(low, high, name);
  const term = value === undefined ? range : termOfNumber(value, unit, name);
  return term && { ...term, means: means === undefined ? undefined : asWords(means) };
}

/** How a count is called: what it means, else its name, else the number itself. */
export function callTerm({ means, name, words }: Term): Words {
  return means ?? (name === null ? words : { id: name, en: name });
}

function readTerm(part: SingleOperand, file: ClaimsFile): Term | string {
  if (typeof part === 'object') {
    if ('from' in part) return termOfSpan(part);
    if ('low' in part) return termOfRange(part.low, part.high, part.id ?? null);
    return termOfNumber(part.value, part.unit, part.id ?? null) ?? String(part.value);
  }
  if (typeof part === 'number') return termOfNumber(part) as Term;
  const { minus, name } = signAndName(part);
  const stated = Object.hasOwn(file.counts, name) ? file.counts[name] : undefined;
  const term = stated === undefined ? otherTerm(name, file) : termOfCount(name, stated);
  return term ? { ...term, sign: minus ? -1 : 1 } : name;
}

function signAndName(part: string): { minus: string; name: string } {
  const [, minus, name] = /^([-−]?)\s*(.*)$/s.exec(part.trim()) as unknown as [string, string, string];
  return { minus, name };
}

function otherTerm(name: string, file: ClaimsFile): Term | undefined {
  const id = /^claim:(.*)$/.exec(name)?.[1]?.trim();
  if (id === undefined) return termOfNumber(name);
  const claim = file.claims.find((one) => one.id === id);
  return claim && termOfNumber(claim.value, claim.unit, name);
}

function termOfNumber(value: number | string, unit = '', name: string | null = null): Term | undefined {
  const printed = readPrintedNumber(value, unit);
  if (!printed) return undefined;
  const decimals = printed.scale === 1 ? printed.decimals : 0;
  return { name, sign: 1, values: valuesOf(printed), words: numberWords(printed.value, decimals) };
}

function termOfRange(low: number, high: number, name: string | null): Term {
  const [from, to] = [numberWords(low), numberWords(high)];
  return {
    name,
    sign: 1,
    values: { low: Math.min(low, high), high: Math.max(low, high) },
    words: { id: `${from.id}–${to.id}`, en: `${from.en}–${to.en}` },
  };
}

function termOfSpan({ from, to }: { from: string; to: string }): Term {
  const days = daysBetween(from, to);
  return { name: null, sign: 1, values: exactly(days), words: numberWords(days), span: { from, to } };
}

/** Calendar days from one date to another, both included. */
export function daysBetween(from: string, to: string): number {
  return parseDate(from).until(parseDate(to), { largestUnit: 'day' }).days + 1;
}

/** 'a + b - c' as its parts; a name with a hyphen in it is left whole. */
function splitSum(part: SingleOperand, file: ClaimsFile): SingleOperand[] {
  if (typeof part !== 'string' || Object.hasOwn(file.counts, part.trim())) return [part];
  const parts = part.trim().split(/\s+(?=[-+−]\s)/);
  return parts.length === 1 ? [part] : parts.map((one) => one.replace(/^\+\s*/, ''));
}
