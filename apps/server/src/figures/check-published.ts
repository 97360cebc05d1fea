import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CheckedPublication } from '@jangkau/contracts';
import { type Claim, checkClaims, countsNamed, monthFigures, readClaims } from '@jangkau/figures';
import { type Db, figureArea, findSnapshot, usesBetween } from '@jangkau/store';

/** A publication that comes with Jangkau. */
export async function articleClaims(name: string): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve(`@jangkau/figures/articles/${name}.json`)), 'utf8');
}

/**
 * Checks a file of claims and puts our own figures of the same definition and month beside them.
 * @throws Problem 'invalid-request', 'field-missing', 'field-invalid' for a file that cannot be read
 */
export async function checkPublished(db: Db, json: string, area: string): Promise<CheckedPublication> {
  const file = readClaims(json.replace(/^\uFEFF/, ''));
  const checked = checkClaims(file);
  const own = new Map<string, OwnFigures>();
  const claims: CheckedPublication['claims'] = [];
  for (const [at, claim] of checked.claims.entries()) {
    const stated = file.claims[at] as Claim;
    const month = monthOf(stated, file);
    if (month !== undefined && !own.has(month)) own.set(month, await ownFigures(db, month, area));
    claims.push({
      ...claim,
      readings: claim.readings.map(({ words }) => words),
      missing: [...claim.missing],
      ownUses: await ownUses(db, area, spansOf(stated, file)),
      own: (month !== undefined && own.get(month)?.of(claim.definition)) || null,
    });
  }
  return { ...checked, claims, findings: checked.findings.map(({ words }) => words) };
}

type Own = CheckedPublication['claims'][number]['own'];
interface OwnFigures {
  of(definition: string | null): Own;
}

/** Our figures of a month by definition; none where the month was not counted. */
async function ownFigures(db: Db, month: string, area: string): Promise<OwnFigures> {
  const snapshot = await findSnapshot(db, month, undefined);
  const counts = snapshot && (await figureArea(db, snapshot.id, area));
  if (!snapshot || !counts) return { of: () => null };
  const shares = new Map<string, ReturnType<typeof monthFigures>[number]>(
    monthFigures(counts).map((figure) => [figure.id, figure]),
  );
  const at = { month, version: snapshot.version };
  return {
    of(definition) {
      if (definition === 'members')
        return { ...at, ratio: null, numerator: { id: 'members', value: counts.members }, denominator: null };
      const share = definition === null ? undefined : shares.get(definition);
      if (!share || share.ratio === null) return null;
      const { ratio, numerator, denominator } = share;
      return { ...at, ratio, numerator, denominator };
    },
  };
}

type ClaimsFile = ReturnType<typeof readClaims>;
type Span = { from: string; to: string };

/** Our own uses of care of these days, each with the calendar days its rate is divided by. */
async function ownUses(
  db: Db,
  area: string,
  spans: readonly Span[],
): Promise<CheckedPublication['claims'][number]['ownUses']> {
  const found: CheckedPublication['claims'][number]['ownUses'] = [];
  for (const { from, to } of spans) {
    const uses = await usesBetween(db, area, from, to);
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    if (uses !== null) found.push({ from, to, days, uses, perDay: uses / days });
  }
  return found;
}

/** The spans of days whose uses of care a claim is computed from, each once, the earliest first. */
function spansOf(claim: Claim, file: ClaimsFile): Span[] {
  const spans = namesIn(claim, file).flatMap((name) => {
    const count = file.counts[name];
    return typeof count === 'object' &&
      count.from !== undefined &&
      count.to !== undefined &&
      count.from <= count.to
      ? [{ from: count.from, to: count.to }]
      : [];
  });
  const each = new Map(spans.map((span) => [`${span.from} ${span.to}`, span]));
  return [...each.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, span]) => span);
}

/** Counts a claim names. */
function namesIn({ numerator, denominator }: Claim, file: ClaimsFile): string[] {
  return [numerator, denominator].flatMap((operand) => (operand == null ? [] : countsNamed(operand, file)));
}

/** The month a claim speaks of: its own date, or that of the counts it was computed from. */
function monthOf(claim: Claim, file: ClaimsFile): string | undefined {
  const dated = [claim.date];
  for (const name of namesIn(claim, file)) {
    const count = file.counts[name];
    if (typeof count === 'object') dated.push(count.asOf);
  }
  return dated.find((date) => date !== undefined && /^\d{4}-\d{2}/.test(date))?.slice(0, 7);
}
