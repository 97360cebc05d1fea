import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, sqlString } from '@jangkau/linkage';
import { type ErrorBreakdown, type ErrorExample, errorBreakdown, errorExamples } from './judge-errors.ts';

export interface JudgeOptions {
  /** truth.csv of the generator. */
  truth: string;
  /** The run's output directory: links.csv, uncovered.csv, summary.json. */
  run: string;
  /** faults.csv of the generator; found beside truth.csv when absent. */
  faults?: string;
  residents?: string;
  members?: string;
  /** How many errors of each kind to show; needs residents and members. */
  examples?: number;
  /** From which p_uncovered a resident counts as called uncovered; the run's own threshold when absent. */
  threshold?: number;
}

export interface Decision {
  threshold: number;
  called: number;
  right: number;
  falseUncovered: number;
  missed: number;
  recall: number | null;
  precision: number | null;
}

export interface CalibrationBand {
  from: number;
  to: number;
  count: number;
  meanP: number;
  observed: number;
  difference: number;
  /** Within 5 points; null for bands of fewer than 50 residents. */
  ok: boolean | null;
}

export interface Verdict {
  residents: number;
  trulyUncovered: number;
  uncovered: Decision;
  /** The same at one half, whatever the run's threshold. */
  uncoveredAtHalf: Decision;
  links: {
    written: number;
    right: number;
    wrong: number;
    precision: number | null;
    coveredResidents: number;
    coveredLinkedRight: number;
    recall: number | null;
    byTier: { tier: string; written: number; wrong: number }[];
    wrongKinds: Record<string, number>;
    residentsLinkedTwice: number;
    cardsLinkedTwice: number;
  };
  expectedUncovered: { expected: number | null; truth: number; relativeError: number | null };
  calibration: { lowestP: number | null; bands: CalibrationBand[]; allOk: boolean };
  /** Residents of the truth the run neither linked nor listed as uncovered, listed in both, and unknown ids. */
  accounting: { inNeither: number; inBoth: number; unknownResidents: number; unknownCards: number };
  errors: ErrorBreakdown;
  examples?: Record<string, ErrorExample[]>;
}

/** Judges one mapping run against the truth. Throws when a file or a column is missing. */
export async function judgeRun(options: JudgeOptions): Promise<Verdict> {
  const summary = readSummary(options.run);
  const engine = await Engine.open({ threads: 2 });
  try {
    await load(engine, options);
    const threshold = options.threshold ?? summary.threshold ?? 0;
    await engine.run(`CREATE TABLE listed AS SELECT * FROM uncovered WHERE p >= ${threshold}`);
    const [sizes] = await engine.rows<{ residents: number; lacking: number }>(
      `SELECT count(*) residents, count(*) FILTER (no_kartu IS NULL) lacking FROM person`,
    );
    const lacking = sizes?.lacking ?? 0;
    const verdict: Verdict = {
      residents: sizes?.residents ?? 0,
      trulyUncovered: lacking,
      uncovered: await decision(engine, threshold, lacking),
      uncoveredAtHalf: await decision(engine, 0.5, lacking),
      links: await judgeLinks(engine),
      expectedUncovered: {
        expected: summary.expectedUncovered ?? null,
        truth: lacking,
        relativeError:
          summary.expectedUncovered === undefined ? null : round(summary.expectedUncovered / lacking - 1),
      },
      calibration: await calibration(engine),
      accounting: await accounting(engine),
      errors: await errorBreakdown(engine),
    };
    if (options.examples && options.residents && options.members) {
      verdict.examples = await errorExamples(engine, options.residents, options.members, options.examples);
    }
    return verdict;
  } finally {
    await engine.close();
  }
}

function readSummary(run: string): { threshold?: number; expectedUncovered?: number } {
  const summary = JSON.parse(readFileSync(join(run, 'summary.json'), 'utf8'));
  return {
    threshold: summary.threshold,
    expectedUncovered: summary.expectedUncovered ?? summary.counts?.expectedUncovered,
  };
}

function csv(path: string): string {
  return `read_csv(${sqlString(path)}, header = true, all_varchar = true, quote = '"', delim = ',')`;
}

async function load(engine: Engine, options: JudgeOptions): Promise<void> {
  const faults = options.faults ?? join(options.truth, '..', 'faults.csv');
  await engine.run(`
    CREATE TABLE truth AS SELECT no_penduduk, no_kartu, kind FROM ${csv(options.truth)};
    CREATE TABLE person AS SELECT no_penduduk, no_kartu FROM truth WHERE kind = 'link';
    CREATE TABLE owner AS SELECT no_kartu, no_penduduk FROM truth WHERE no_kartu IS NOT NULL;
    CREATE TABLE link AS SELECT no_penduduk, no_kartu, probability::DOUBLE probability, tier
      FROM ${csv(join(options.run, 'links.csv'))};
    CREATE TABLE uncovered AS SELECT no_penduduk, p_uncovered::DOUBLE p, best_no_kartu, reason
      FROM ${csv(join(options.run, 'uncovered.csv'))};
    CREATE TABLE judged AS SELECT l.*, o.no_penduduk IS NOT DISTINCT FROM l.no_penduduk AND o.no_penduduk IS NOT NULL AS ok,
        o.no_penduduk AS owner, p.no_kartu AS true_card, p.no_penduduk IS NOT NULL AS known
      FROM link l LEFT JOIN owner o USING (no_kartu) LEFT JOIN person p ON p.no_penduduk = l.no_penduduk;
    CREATE TABLE fault (no_penduduk VARCHAR, no_kartu VARCHAR, faults VARCHAR);
  `);
  if (existsSync(faults))
    await engine.run(`INSERT INTO fault SELECT no_penduduk, no_kartu, faults FROM ${csv(faults)}`);
}

async function decision(engine: Engine, threshold: number, lacking: number): Promise<Decision> {
  const [row] = await engine.rows<{ called: number; right: number }>(`
    SELECT count(*) AS "called", count(*) FILTER (p.no_kartu IS NULL) "right"
    FROM (SELECT DISTINCT no_penduduk FROM uncovered WHERE p >= ${threshold}) u JOIN person p USING (no_penduduk)`);
  const called = row?.called ?? 0;
  const right = row?.right ?? 0;
  return {
    threshold,
    called,
    right,
    falseUncovered: called - right,
    missed: lacking - right,
    recall: share(right, lacking),
    precision: share(right, called),
  };
}

async function judgeLinks(engine: Engine): Promise<Verdict['links']> {
  const [all] = await engine.rows<{
    written: number;
    right: number;
    covered: number;
    found: number;
    twice: number;
    cards: number;
  }>(`
    SELECT (SELECT count(*) FROM judged) written, (SELECT count(*) FROM judged WHERE ok) "right",
      (SELECT count(*) FROM person WHERE no_kartu IS NOT NULL) covered,
      (SELECT count(DISTINCT no_penduduk) FROM judged WHERE ok) found,
      (SELECT count(*) - count(DISTINCT no_penduduk) FROM link) twice,
      (SELECT count(*) - count(DISTINCT no_kartu) FROM link) cards`);
  const byTier = await engine.rows<{ tier: string; written: number; wrong: number }>(
    `SELECT coalesce(tier, '') tier, count(*) written, count(*) FILTER (NOT ok) wrong FROM judged GROUP BY 1 ORDER BY 1`,
  );
  const kinds = await engine.rows<{ kind: string; n: number }>(`
    SELECT CASE WHEN true_card IS NULL THEN 'uncovered resident' ELSE 'covered resident' END || ', ' ||
      CASE WHEN owner IS NULL THEN 'card without resident' ELSE 'card of another resident' END kind, count(*) n
    FROM judged WHERE NOT ok GROUP BY 1 ORDER BY 1`);
  const { written = 0, right = 0, covered = 0, found = 0, twice = 0, cards = 0 } = all ?? {};
  return {
    written,
    right,
    wrong: written - right,
    precision: share(right, written),
    coveredResidents: covered,
    coveredLinkedRight: found,
    recall: share(found, covered),
    byTier,
    wrongKinds: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
    residentsLinkedTwice: twice,
    cardsLinkedTwice: cards,
  };
}

async function calibration(engine: Engine): Promise<Verdict['calibration']> {
  const rows = await engine.rows<{ band: number; count: number; mean: number; observed: number }>(`
    SELECT least(floor(u.p * 10 + 1e-9), 9)::INTEGER band, count(*) "count", avg(u.p) mean, avg((p.no_kartu IS NULL)::INTEGER) observed
    FROM uncovered u JOIN person p USING (no_penduduk) GROUP BY 1 ORDER BY 1`);
  const [low] = await engine.rows<{ p: number | null }>('SELECT min(p) p FROM uncovered');
  const bands = rows.map(({ band, count, mean, observed }): CalibrationBand => {
    const difference = round(mean - observed);
    return {
      from: band / 10,
      to: (band + 1) / 10,
      count,
      meanP: round(mean),
      observed: round(observed),
      difference,
      ok: count < 50 ? null : Math.abs(mean - observed) <= 0.05,
    };
  });
  return { lowestP: low?.p ?? null, bands, allOk: bands.every(({ ok }) => ok !== false) };
}

async function accounting(engine: Engine): Promise<Verdict['accounting']> {
  const [row] = await engine.rows<Verdict['accounting']>(`
    SELECT
      (SELECT count(*) FROM person WHERE no_penduduk NOT IN (SELECT no_penduduk FROM link)
        AND no_penduduk NOT IN (SELECT no_penduduk FROM uncovered)) "inNeither",
      (SELECT count(*) FROM link WHERE no_penduduk IN (SELECT no_penduduk FROM listed)) "inBoth",
      (SELECT count(*) FROM link WHERE no_penduduk NOT IN (SELECT no_penduduk FROM person))
        + (SELECT count(*) FROM uncovered WHERE no_penduduk NOT IN (SELECT no_penduduk FROM person)) "unknownResidents",
      (SELECT count(*) FROM link WHERE no_kartu IS NULL) "unknownCards"`);
  return row as Verdict['accounting'];
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1e6) / 1e6;
}

function round(x: number): number {
  return Math.round(x * 1e5) / 1e5;
}
