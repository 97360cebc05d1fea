import type { CaseFact, CaseState, FactOfKind } from '@jangkau/pesiar';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { addApplication } from './add-application.ts';
import { type CaseRow, caseRowOf, keepCaseRows } from './case-row.ts';
import type { TypedNumber } from './numbers-of-people.ts';

/** Measurements vaguer than this say nothing about where a family lives, metres. */
const vague = 100;
/** Rows in one statement. */
const atOnce = 1000;

interface Point {
  area: string;
  key: string;
  lat: number;
  lon: number;
  accuracy: number;
}

/** Facts that were taken in, collected and then written set by set: as many statements for fifty facts as for one. */
export class WrittenFacts {
  readonly #rows = new Map<string, CaseRow>();
  readonly #facts: object[] = [];
  readonly #numbers: object[] = [];
  readonly #points = new Map<string, Point>();
  readonly #forms: { state: CaseState; fact: FactOfKind<'registered'> }[] = [];

  /** A fact, what its case has come to with it, and everything known of the case. */
  add(state: CaseState, fact: CaseFact, numbers: readonly TypedNumber[], all: readonly CaseFact[]): void {
    const opened = all.find((one) => one.kind === 'opened');
    const { area, banjar } = state.subject;
    this.#rows.set(state.caseId, caseRowOf(state, opened?.body.probability ?? null));
    const { id, caseId, kind, at, by, device, base, body } = fact;
    const place = { area_code: area, banjar };
    this.#facts.push({
      id,
      case_id: caseId,
      version: state.version,
      kind,
      at,
      made_by: by,
      device,
      base,
      body,
      ...place,
    });
    for (const { path, value } of numbers)
      this.#numbers.push({ fact_id: id, path, case_id: caseId, value, ...place });
    if (fact.kind === 'visited') this.#measure(state, fact.body.point);
    if (fact.kind === 'registered') this.#forms.push({ state, fact });
  }

  /** Writes everything in the caller's transaction. */
  async keep(db: Db): Promise<void> {
    // Cases that are over first: then nobody is looked for twice at any moment.
    const rows = [...this.#rows.values()].sort(
      (a, b) => Number(a.bucket === null) - Number(b.bucket === null),
    );
    for (const part of parts(rows)) await keepCaseRows(part).execute(db);
    for (const part of parts(this.#facts))
      await sql`
        INSERT INTO case_fact (id, case_id, version, kind, at, made_by, device, base, body, area_code, banjar)
        SELECT r.id, r.case_id, r.version, r.kind, r.at, r.made_by, r.device, r.base, r.body, r.area_code, r.banjar
        FROM jsonb_array_elements(${JSON.stringify(part)}::jsonb) WITH ORDINALITY AS e (item, place),
          jsonb_populate_record(NULL::case_fact, e.item) r
        ORDER BY e.place`.execute(db);
    for (const part of parts(this.#numbers))
      await sql`
        INSERT INTO case_number (fact_id, path, case_id, value, area_code, banjar)
        SELECT fact_id, path, case_id, value, area_code, banjar
        FROM jsonb_populate_recordset(NULL::case_number, ${JSON.stringify(part)}::jsonb)`.execute(db);
    for (const part of parts([...this.#points.values()]))
      await sql`
        INSERT INTO household_point (area_code, household_key, lat, lon, accuracy)
        SELECT area, key, lat, lon, accuracy FROM jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
          AS p (area text, key text, lat double precision, lon double precision, accuracy real)
        ON CONFLICT (area_code, household_key) DO UPDATE
          SET lat = excluded.lat, lon = excluded.lon, accuracy = excluded.accuracy
          WHERE household_point.accuracy > excluded.accuracy`.execute(db);
    for (const { state, fact } of this.#forms) await addApplication(db, state, fact);
  }

  /** Remembers where the family lives, when this was measured more surely than before. */
  #measure({ subject }: CaseState, point: { lat: number; lon: number; accuracy: number } | null): void {
    if (!point || subject.householdKey === null || point.accuracy > vague) return;
    const known = this.#points.get(`${subject.area} ${subject.householdKey}`);
    if (known && known.accuracy <= point.accuracy) return;
    const { lat, lon, accuracy } = point;
    this.#points.set(`${subject.area} ${subject.householdKey}`, {
      area: subject.area,
      key: subject.householdKey,
      lat,
      lon,
      accuracy,
    });
  }
}

function parts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, i) =>
    rows.slice(i * atOnce, (i + 1) * atOnce),
  );
}
