import type { Claim, ClaimsFile } from '../claim.ts';
import { type Interval, middle, overlap } from '../interval.ts';
import { isShare, type PrintedNumber, readPrintedNumber } from '../printed-number.ts';
import { asWords, fillWords, numberWords, type Words } from '../words.ts';
import type { CheckedClaim, Verdict } from './checked-claim.ts';
import { readOperand, type Term } from './operand-values.ts';
import { type Quotient, quotientRange } from './quotient.ts';
import { acceptedValues, type Contradiction, hiddenCounts, rangeWords, readingsOf } from './readings.ts';
import { statedRules } from './rule-claims.ts';

type Answer = Pick<CheckedClaim, 'verdict' | 'arithmetic'> &
  Partial<Pick<CheckedClaim, 'computed' | 'difference' | 'readings' | 'missing'>>;

/** Checks one claim by the counts and claims of its file; never throws for what a publication may print. */
export function checkClaim(claim: Claim, file: ClaimsFile): CheckedClaim {
  const answer = claim.rule === undefined ? arithmeticAnswer(claim, file) : ruleAnswer(claim, claim.rule);
  return {
    id: claim.id,
    text: asWords(claim.text ?? claim.definition ?? claim.id),
    definition: claim.definition ?? null,
    printed: String(claim.value),
    unit: claim.unit ?? '',
    implied: claim.implied ?? false,
    computed: null,
    difference: 0,
    readings: [],
    missing: [],
    ...answer,
    source: claim.source === undefined ? null : asWords(claim.source),
    date: claim.date ?? null,
  };
}

/** What a unit says of the arithmetic. */
export function unitOf(claim: Claim): Contradiction['unit'] {
  const text = `${claim.unit ?? ''} ${typeof claim.value === 'string' ? claim.value : ''}`;
  if (!isShare(text)) return 'number';
  return /‰|per ?mil/i.test(text) ? 'per-mille' : 'percent';
}

/** What a claim's unit multiplies a quotient by. */
export function factorOf(unit: Contradiction['unit']): number {
  return { percent: 100, 'per-mille': 1000, number: 1 }[unit];
}

function arithmeticAnswer(claim: Claim, file: ClaimsFile): Answer {
  const printed = readPrintedNumber(claim.value, claim.unit);
  if (!printed) return unanswered(['value']);
  const unit = unitOf(claim);
  const above = claim.numerator == null ? undefined : readOperand(claim.numerator, file);
  const below = claim.denominator == null ? undefined : readOperand(claim.denominator, file);
  if (!above || 'missing' in above) return unanswered(above?.missing ?? ['numerator']);
  const lackingBelow = below && 'missing' in below ? below.missing : unit !== 'number' && !below;
  if (lackingBelow) return withHiddenDenominator(claim, printed, above.terms, lackingBelow);
  const denominator = below && 'terms' in below ? below.terms : null;
  const quotient = { factor: factorOf(unit), numerator: above.terms, denominator };
  const sumAlone = { factor: 1, numerator: above.terms, denominator: null };
  // A count with a denominator beside it may be the count itself; it is a rate when only the rate fits.
  const plainCount = unit === 'number' && denominator !== null && fits(claim, printed, sumAlone);
  return judged(claim, printed, plainCount ? sumAlone : quotient, file);
}

function fits(claim: Claim, printed: PrintedNumber, quotient: Quotient): boolean {
  const range = quotientRange(quotient);
  return range !== null && overlap(range, acceptedValues(printed, claim.bound));
}

function judged(claim: Claim, printed: PrintedNumber, quotient: Quotient, file: ClaimsFile): Answer {
  const computed = quotientRange(quotient);
  if (!computed) return unanswered(['denominator > 0']);
  const unit = unitOf(claim);
  const accepted = acceptedValues(printed, claim.bound);
  const verdict = verdictOf(computed, accepted, printed, claim.bound !== undefined);
  const difference = verdict === 'contradicts' ? distance(printed.value, computed) : 0;
  const arithmetic = arithmeticWords({ quotient, computed, unit, printed, verdict, difference });
  if (verdict !== 'contradicts') return { verdict, computed, arithmetic };
  const contradiction = { id: claim.id, quotient, computed, accepted, decimals: printed.decimals, unit };
  return { verdict, computed, difference, arithmetic, readings: readingsOf(contradiction, file) };
}

function verdictOf(
  computed: Interval,
  accepted: Interval,
  printed: PrintedNumber,
  bounded: boolean,
): Verdict {
  if (!overlap(computed, accepted)) return 'contradicts';
  const same = Math.abs(middle(computed) - printed.value) <= 1e-9 * Math.max(1, Math.abs(printed.value));
  return same || bounded ? 'follows' : 'rounds';
}

/** Printed less the nearest value that could have been computed. */
function distance(value: number, { low, high }: Interval): number {
  const difference = value > high ? value - high : value - low;
  return Number(difference.toPrecision(12));
}

/** Parts of a claim in Indonesian. */
const partNames: Readonly<Record<string, string>> = {
  value: 'nilai',
  numerator: 'pembilang',
  denominator: 'pembagi',
  'denominator > 0': 'pembagi di atas nol',
};

function unanswered(missing: readonly string[]): Answer {
  const list = {
    id: missing.map((name) => partNames[name] ?? name).join(', '),
    en: missing.join(', '),
  };
  return {
    verdict: 'cannot-be-checked',
    missing,
    arithmetic: fillWords({ id: 'Tidak disebutkan: {list}.', en: 'Not stated: {list}.' }, { list }),
  };
}

/** A share whose whole is not stated: what the whole would have to be. */
function withHiddenDenominator(
  claim: Claim,
  printed: PrintedNumber,
  numerator: readonly Term[],
  missing: readonly string[] | true,
): Answer {
  const unit = unitOf(claim);
  const names = missing === true ? ['denominator'] : missing;
  const hidden: Term = {
    name: names.join(' + '),
    means: missing === true ? { id: 'pembaginya', en: 'the denominator' } : undefined,
    sign: 1,
    values: { low: 0, high: 0 },
    words: { id: '?', en: '?' },
  };
  const readings = hiddenCounts({
    id: claim.id,
    quotient: { factor: factorOf(unit), numerator, denominator: [hidden] },
    computed: { low: 0, high: 0 },
    accepted: acceptedValues(printed, claim.bound),
    decimals: printed.decimals,
    unit,
  }).filter(({ count }) => count === hidden.name);
  return { ...unanswered(names), readings };
}

function ruleAnswer(claim: Claim, name: string): Answer {
  const rule = Object.hasOwn(statedRules, name) ? statedRules[name] : undefined;
  if (!rule) return unanswered([name]);
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const right = rule.accepted.some((accepted) => plain(accepted) === plain(String(claim.value)));
  const sentence = {
    id: '{rule} ({basis}); tercetak {value}.',
    en: '{rule} ({basis}); printed {value}.',
  };
  const values = { rule: rule.words, basis: rule.legalBasis, value: String(claim.value) };
  return { verdict: right ? 'follows' : 'contradicts', arithmetic: fillWords(sentence, values) };
}

function arithmeticWords(given: {
  quotient: Quotient;
  computed: Interval;
  unit: Contradiction['unit'];
  printed: PrintedNumber;
  verdict: Verdict;
  difference: number;
}): Words {
  const { quotient, computed, unit, printed, verdict, difference } = given;
  const mark = { percent: ' %', 'per-mille': ' ‰', number: '' }[unit];
  const shown = numberWords(printed.value, printed.scale === 1 ? printed.decimals : 0);
  const points = unit === 'percent' ? { id: ' poin', en: ' points' } : { id: '', en: '' };
  const gap = numberWords(Math.abs(difference), Number.isInteger(difference) ? 0 : 4);
  const sign = difference < 0 ? '−' : '+';
  const ends: Record<Verdict, Words> = {
    follows: { id: 'tepat', en: 'exact' },
    rounds: { id: 'cocok setelah dibulatkan', en: 'right when rounded' },
    contradicts: fillWords(
      { id: 'tidak cocok, selisih {sign}{gap}{points}', en: 'does not agree, off by {sign}{gap}{points}' },
      { sign, gap, points },
    ),
    'cannot-be-checked': { id: '', en: '' },
  };
  const sentence = {
    id: '{sum} = {result}; tercetak {shown}{mark}: {end}.',
    en: '{sum} = {result}; printed {shown}{mark}: {end}.',
  };
  const sum = quotientWords(quotient);
  return fillWords(sentence, { sum, result: rangeWords(computed, unit), shown, mark, end: ends[verdict] });
}

function quotientWords({ numerator, denominator }: Quotient): Words {
  const sum = (terms: readonly Term[], language: 'id' | 'en') => {
    const text = terms
      .map(({ sign, words }, at) => `${sign < 0 ? '− ' : at > 0 ? '+ ' : ''}${words[language]}`)
      .join(' ');
    return terms.length > 1 && denominator ? `(${text})` : text;
  };
  const write = (language: 'id' | 'en') =>
    sum(numerator, language) + (denominator ? ` / ${sum(denominator, language)}` : '');
  return { id: write('id'), en: write('en') };
}
