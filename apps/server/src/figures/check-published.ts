import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CheckedPublication } from '@jangkau/contracts';
import { type Claim, checkClaims, monthFigures, readClaims } from '@jangkau/figures';
import { type Db, figureArea, findSnapshot } from '@jangkau/store';

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
    const month = monthOf(stated, file.counts);
    if (month !== undefined && !own.has(month)) own.set(month, await ownFigures(db, month, area));
    claims.push({
      ...claim,
      readings: claim.readings.map(({ words }) => words),
      missing: [...claim.missing],
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

/** The month a claim speaks of: its own date, or that of the counts it was computed from. */
function monthOf(claim: Claim, counts: ReturnType<typeof readClaims>['counts']): string | undefined {
  const dated = [claim.date];
  for (const operand of [claim.numerator, claim.denominator].flat())
    if (typeof operand === 'string') {
      const count = counts[operand];
      if (typeof count === 'object') dated.push(count.asOf);
    }
  return dated.find((date) => date !== undefined && /^\d{4}-\d{2}/.test(date))?.slice(0, 7);
}
