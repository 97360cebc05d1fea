import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { BlockingRecall, Engine, LinkModel, LinkResult } from '@jangkau/linkage';
import type { BlockingError } from './blocking-error.ts';
import type { MappingOptions } from './mapping-options.ts';
import { MILLION } from './results-table.ts';
import type { BothImports } from './run-mapping.ts';
import { MODEL_ERROR } from './village-result.ts';

/** Counts of people; every one of them is in exactly one bucket of each equation in `reconciliation`. */
export interface MappingCounts {
  residents: number;
  linkedNik: number;
  linkedProbable: number;
  linked: number;
  uncovered: number;
  /** Rows of people who are in the register twice; the other row holds the card. */
  duplicateResidents: number;
  expectedUncovered: number;
  members: number;
  linkedMembers: number;
  duplicateMembers: number;
  unmatchedMembers: number;
  /** Members elsewhere, when a few villages are mapped against the whole register: not looked at. */
  membersElsewhere: number;
  inactive: { arrears: number; lapsed: number; unknown: number };
  uncoveredByReason: Record<string, number>;
  linksByTier: Record<string, number>;
  doubtful: number;
}

/** summary.json: everything about a run but its times. */
export interface MappingSummary {
  runId: string;
  asOf: string;
  threshold: number;
  settings: { village: string | null; decisions: number };
  inputs: Record<'residents' | 'members', unknown>;
  stages: { stage: string; rowsIn: number; rowsOut: number; detail: Record<string, unknown> }[];
  counts: MappingCounts;
  /** Sum over all residents of the probability of being uncovered. */
  expectedUncovered: number;
  expectedUncoveredInterval: { low: number; high: number };
  blocking: { rules: LinkResult['rules']; recall: BlockingRecall };
  model: { definition: LinkModel; layout: LinkResult['layout']; trained: unknown; priorWeight: number };
  calibration: { bands: { from: number; to: number; residents: number; meanP: number }[] };
  reconciliation: { equation: string; left: number; right: number; ok: boolean }[];
}

/** Counts everything and checks that the counts add up. */
export async function summarise(
  engine: Engine,
  input: {
    options: MappingOptions;
    threshold: number;
    model: LinkModel;
    imports: BothImports;
    linked: LinkResult;
    missed: BlockingError;
  },
): Promise<MappingSummary> {
  const { options, linked, imports } = input;
  const n = await numbers(engine, {
    linkedProbable: 'SELECT count(*) FROM residue_resident WHERE card_k IS NOT NULL',
    linkedNik: 'SELECT count(*) FROM exact_links',
    millionths: 'SELECT coalesce(sum(p), 0) FROM residue_resident',
    variance: `SELECT coalesce(sum(CAST(round(p / ${MILLION} * (${MILLION} - p)) AS BIGINT)), 0) FROM residue_resident`,
    residents: 'SELECT count(*) FROM residents',
    uncovered: 'SELECT count(*) FROM uncovered_resident',
    duplicateResidents: 'SELECT count(*) FROM duplicate_resident',
    members: 'SELECT count(*) FROM members',
    duplicateMembers: 'SELECT count(*) FROM duplicate_member',
    unmatchedMembers: 'SELECT count(*) FROM unmatched_member',
    doubtful: `SELECT count(*) FROM residue_resident WHERE p BETWEEN ${0.02 * MILLION} AND ${0.98 * MILLION}`,
  });
  const { linkedProbable, linkedNik } = n;
  const by = async (sql: string) =>
    Object.fromEntries((await engine.rows<{ key: string; n: number }>(sql)).map((r) => [r.key, r.n]));

  const inactive = await by('SELECT kind AS key, count(*) AS n FROM inactive_link GROUP BY 1 ORDER BY 1');
  const expectedUncovered = n.millionths / MILLION;
  const share = Math.hypot(MODEL_ERROR, input.missed.share);
  const spread = 1.96 * Math.sqrt(n.variance / MILLION + (share * expectedUncovered) ** 2);
  const counts: MappingCounts = {
    residents: n.residents,
    linkedNik,
    linkedProbable,
    linked: linkedNik + linkedProbable,
    uncovered: n.uncovered,
    duplicateResidents: n.duplicateResidents,
    expectedUncovered,
    members: n.members,
    linkedMembers: linkedNik + linkedProbable,
    duplicateMembers: n.duplicateMembers,
    unmatchedMembers: n.unmatchedMembers,
    membersElsewhere: 0,
    inactive: {
      arrears: inactive.arrears ?? 0,
      lapsed: inactive.lapsed ?? 0,
      unknown: inactive.unknown ?? 0,
    },
    uncoveredByReason: await by(
      'SELECT reason AS key, count(*) AS n FROM uncovered_resident GROUP BY 1 ORDER BY 1',
    ),
    linksByTier: await by(`SELECT key, n FROM (
      SELECT 'nik' AS key, count(*) AS n FROM exact_links
      UNION ALL SELECT tier, count(*) FROM residue_resident WHERE card_k IS NOT NULL GROUP BY 1) WHERE n > 0 ORDER BY 1`),
    doubtful: n.doubtful,
  };
  if (linked.narrowed) {
    // Each of the others once, however many lists it stands in: what stands in two does not reconcile.
    const { lookedAt } = await numbers(engine, {
      lookedAt: `SELECT count(*) FROM (
        SELECT card_k AS k FROM all_links UNION SELECT k FROM duplicate_member UNION SELECT k FROM unmatched_member)`,
    });
    counts.membersElsewhere = counts.members - lookedAt;
  }
  const bands = await engine.rows<{ band: number; n: number; p: number }>(
    `SELECT least(9, p // ${MILLION / 10}) AS band, count(*) AS n, sum(p) AS p FROM residue_resident GROUP BY 1 ORDER BY 1`,
  );
  const equation = (text: string, left: number, right: number) => ({
    equation: text,
    left,
    right,
    ok: left === right,
  });
  const inputs = {
    residents: describeInput(options.residents, imports.residents),
    members: describeInput(options.members, imports.members),
  };
  const summary: Omit<MappingSummary, 'runId'> = {
    asOf: options.asOf,
    threshold: input.threshold,
    settings: { village: options.village ?? null, decisions: options.decisions?.length ?? 0 },
    inputs,
    stages: [
      stage('import-residents', imports.residents.rowsIn, imports.residents.rowsUsed),
      stage('import-members', imports.members.rowsIn, imports.members.rowsUsed),
      ...linked.stages.map(({ stage: name, rowsIn, rowsOut, detail }) => ({
        stage: name as string,
        rowsIn,
        rowsOut,
        detail,
      })),
    ],
    counts,
    expectedUncovered,
    expectedUncoveredInterval: {
      low: Math.max(0, expectedUncovered - spread),
      high: expectedUncovered + spread,
    },
    blocking: { rules: linked.rules, recall: input.missed.recall },
    model: {
      definition: input.model,
      layout: linked.layout,
      trained: plainNumbers(linked.pairModel),
      priorWeight: linked.priorWeight,
    },
    calibration: {
      bands: bands.map((b) => ({
        from: b.band / 10,
        to: (b.band + 1) / 10,
        residents: b.n,
        meanP: b.p / b.n / MILLION,
      })),
    },
    reconciliation: [
      equation(
        'baris penduduk = dipakai + karantina',
        imports.residents.rowsIn,
        imports.residents.rowsUsed + imports.residents.rowsQuarantined,
      ),
      equation(
        'baris peserta = dipakai + karantina',
        imports.members.rowsIn,
        imports.members.rowsUsed + imports.members.rowsQuarantined,
      ),
      equation(
        'penduduk = terhubung + belum terdaftar + tercatat dua kali',
        counts.residents,
        counts.linked + counts.uncovered + counts.duplicateResidents,
      ),
      equation(
        'peserta = terhubung + ganda + tanpa penduduk + di luar wilayah',
        counts.members,
        counts.linkedMembers + counts.duplicateMembers + counts.unmatchedMembers + counts.membersElsewhere,
      ),
    ],
  };
  const runId = createHash('sha256').update(JSON.stringify(summary)).digest('hex').slice(0, 16);
  return { runId, ...summary };
}

/** Asks for several single numbers at once. */
async function numbers<K extends string>(
  engine: Engine,
  asked: Record<K, string>,
): Promise<Record<K, number>> {
  const names = Object.keys(asked) as K[];
  const [row] = await engine.rows(`SELECT ${names.map((k) => `(${asked[k]}) AS "${k}"`).join(', ')}`);
  return Object.fromEntries(names.map((k) => [k, Number(row?.[k] ?? 0)])) as Record<K, number>;
}

function stage(name: string, rowsIn: number, rowsOut: number) {
  return { stage: name, rowsIn, rowsOut, detail: {} };
}

function describeInput(files: string[], result: BothImports['residents']) {
  const { rowsIn, rowsUsed, rowsQuarantined, columns, warnings } = result;
  return {
    files: files.map((f) => basename(f)),
    paths: files.map((f) => resolve(f)),
    rowsIn,
    rowsUsed,
    rowsQuarantined,
    columns,
    warnings,
  };
}

/** Typed arrays as plain arrays with six significant digits, so that the JSON reads well and does not change. */
function plainNumbers(value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value, (x) => Number(x.toPrecision(6)));
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plainNumbers(v)]));
  return value;
}
