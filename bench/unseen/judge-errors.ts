import { type Engine, type Row, sqlString } from '@jangkau/linkage';

export interface FaultShare {
  fault: string;
  errors: number;
  /** Records of the same kind with this fault, right or wrong. */
  records: number;
  rate: number;
}

export interface ErrorBreakdown {
  falseUncovered: { byReason: Record<string, number>; byFault: FaultShare[]; withoutFault: number };
  missedUncovered: { byKind: FaultShare[]; byLinkedCard: Record<string, number> };
  wrongLink: { byFault: FaultShare[]; byLinkedCard: Record<string, number> };
}

export interface ErrorExample {
  faults: string;
  resident: Row | null;
  /** The resident's own card, when there is one. */
  card: Row | null;
  /** The card the run chose or thought best. */
  chosen: Row | null;
  chosenFaults: string;
  p: number | null;
  why: string;
}

/** The three kinds of error, as queries over the tables the judge has loaded. */
const ERRORS: Record<'falseUncovered' | 'missedUncovered' | 'wrongLink', string> = {
  falseUncovered: `SELECT c.no_penduduk, p.no_kartu AS true_card, c.best_no_kartu AS chosen, c.p, c.reason AS why
    FROM listed c JOIN person p USING (no_penduduk) WHERE p.no_kartu IS NOT NULL`,
  missedUncovered: `SELECT p.no_penduduk, NULL::VARCHAR AS true_card, coalesce(l.no_kartu, u.best_no_kartu) AS chosen,
      u.p, coalesce(l.tier, u.reason) AS why
    FROM person p LEFT JOIN link l USING (no_penduduk) LEFT JOIN uncovered u USING (no_penduduk)
    WHERE p.no_kartu IS NULL AND p.no_penduduk NOT IN (SELECT no_penduduk FROM listed)`,
  wrongLink: `SELECT no_penduduk, true_card, no_kartu AS chosen, probability AS p, tier AS why FROM judged WHERE NOT ok`,
};

/** Counts the errors by the faults their records had. */
export async function errorBreakdown(engine: Engine): Promise<ErrorBreakdown> {
  for (const [name, query] of Object.entries(ERRORS)) await engine.run(`CREATE TABLE "${name}" AS ${query}`);
  await engine.run(`
    CREATE TABLE person_fault AS SELECT p.no_penduduk, p.no_kartu, unnest(string_split(f.faults, ' ')) fault
      FROM person p JOIN fault f ON f.no_penduduk = p.no_penduduk AND f.no_kartu IS NOT DISTINCT FROM p.no_kartu;
    CREATE TABLE card_fault AS SELECT no_kartu, no_penduduk, faults FROM fault WHERE no_kartu IS NOT NULL`);
  return {
    falseUncovered: {
      byReason: await tally(engine, `SELECT coalesce(why, '') k FROM "falseUncovered"`),
      byFault: await shares(engine, 'falseUncovered', 'f.no_kartu IS NOT NULL'),
      withoutFault: await count(
        engine,
        `SELECT count(*) n FROM "falseUncovered" WHERE no_penduduk NOT IN (SELECT no_penduduk FROM person_fault)`,
      ),
    },
    missedUncovered: {
      byKind: await shares(engine, 'missedUncovered', 'f.no_kartu IS NULL'),
      byLinkedCard: await tally(engine, cardKind('missedUncovered')),
    },
    wrongLink: {
      byFault: await shares(engine, 'wrongLink', 'true'),
      byLinkedCard: await tally(engine, cardKind('wrongLink')),
    },
  };
}

/** Whose card was chosen: that of a housemate or a stranger in the register, or a card without resident. */
function cardKind(errors: string): string {
  return `SELECT CASE WHEN e.chosen IS NULL THEN 'none' WHEN o.no_penduduk IS NOT NULL THEN 'another resident'
      ELSE coalesce(string_split(c.faults, ' ')[1], 'unknown card') END k
    FROM "${errors}" e LEFT JOIN owner o ON o.no_kartu = e.chosen LEFT JOIN card_fault c ON c.no_kartu = e.chosen`;
}

async function tally(engine: Engine, query: string): Promise<Record<string, number>> {
  const rows = await engine.rows<{ k: string; n: number }>(
    `SELECT k, count(*) n FROM (${query}) GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  return Object.fromEntries(rows.map(({ k, n }) => [k, n]));
}

async function count(engine: Engine, query: string): Promise<number> {
  return (await engine.rows<{ n: number }>(query))[0]?.n ?? 0;
}

async function shares(engine: Engine, errors: string, among: string): Promise<FaultShare[]> {
  return engine.rows<FaultShare & Row>(`
    SELECT fault, count(DISTINCT f.no_penduduk) FILTER (e.no_penduduk IS NOT NULL) errors, count(DISTINCT f.no_penduduk) records,
      round(errors / records, 5) rate
    FROM person_fault f LEFT JOIN (SELECT DISTINCT no_penduduk FROM "${errors}") e USING (no_penduduk)
    WHERE ${among} GROUP BY 1 HAVING errors > 0 ORDER BY 2 DESC, 1`);
}

/** Up to `limit` errors of each kind with the records side by side. */
export async function errorExamples(
  engine: Engine,
  residents: string,
  members: string,
  limit: number,
): Promise<Record<string, ErrorExample[]>> {
  const examples: Record<string, ErrorExample[]> = {};
  const shown = Math.max(0, Math.floor(limit));
  for (const kind of Object.keys(ERRORS)) {
    await engine.run(`CREATE OR REPLACE TABLE picked AS
      SELECT * FROM "${kind}" ORDER BY md5(no_penduduk), chosen LIMIT ${shown}`);
    const read = (path: string, id: string, wanted: string): Promise<Row[]> =>
      engine.rows(
        `SELECT * FROM read_csv(${sqlString(path)}, header = true, all_varchar = true) WHERE ${id} IN (${wanted})`,
      );
    const people = byId(
      await read(residents, 'no_penduduk', 'SELECT no_penduduk FROM picked'),
      'no_penduduk',
    );
    const cards = byId(
      await read(members, 'no_kartu', 'SELECT true_card FROM picked UNION SELECT chosen FROM picked'),
      'no_kartu',
    );
    const rows = await engine.rows<{
      no_penduduk: string;
      true_card: string | null;
      chosen: string | null;
      p: number | null;
      why: string | null;
      faults: string | null;
      chosen_faults: string | null;
    }>(`
      SELECT k.*, f.faults, c.faults chosen_faults FROM picked k
      LEFT JOIN fault f ON f.no_penduduk = k.no_penduduk AND f.no_kartu IS NOT DISTINCT FROM k.true_card
      LEFT JOIN card_fault c ON c.no_kartu = k.chosen`);
    examples[kind] = rows.map((row) => ({
      faults: row.faults ?? '',
      resident: people.get(row.no_penduduk) ?? null,
      card: cards.get(row.true_card ?? '') ?? null,
      chosen: row.chosen === row.true_card ? null : (cards.get(row.chosen ?? '') ?? null),
      chosenFaults: row.chosen === row.true_card ? '' : (row.chosen_faults ?? ''),
      p: row.p,
      why: row.why ?? '',
    }));
  }
  return examples;
}

function byId(rows: Row[], id: string): Map<string, Row> {
  return new Map(rows.map((row) => [String(row[id]), row]));
}
