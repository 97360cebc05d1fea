import type { RequestFact, RequestKind } from '@jangkau/privacy';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** A request as it was recorded. */
export interface RequestRecord {
  id: string;
  number: number;
  recordedBy: string;
  receivedAt: string;
  dueAt: string;
  clockHours: number;
  legalBasis: string;
  kind: RequestKind;
  channel: string;
  askedByName: string;
  askedByRelation: 'self' | 'parent' | 'guardian' | 'proxy';
  askedByAddress: string;
  wish: string;
  runId: string | null;
  residentKey: number | null;
  memberId: number | null;
  noPenduduk: string | null;
  nik: string | null;
  registerName: string | null;
  born: string | null;
  subjectName: string;
  areaCode: string;
  village: string | null;
}

export type NewRequest = Omit<RequestRecord, 'number' | 'village'>;

/** Who a request is about, as a mapping or the member register has them. */
export interface SubjectFound {
  noPenduduk: string | null;
  nik: string | null;
  name: string;
  born: string | null;
  areaCode: string;
}

const columns = sql`
  q.id, q.number, q.recorded_by AS "recordedBy", ${instant('q.received_at')} AS "receivedAt",
  ${instant('q.due_at')} AS "dueAt", q.clock_hours AS "clockHours", q.legal_basis AS "legalBasis", q.kind, q.channel,
  q.asked_by_name AS "askedByName", q.asked_by_relation AS "askedByRelation",
  q.asked_by_address AS "askedByAddress", q.wish, q.run_id AS "runId", q.resident_key AS "residentKey", q.member_id AS "memberId",
  q.no_penduduk AS "noPenduduk", q.nik::text AS nik, q.register_name AS "registerName", q.born,
  q.subject_name AS "subjectName", q.area_code AS "areaCode",
  (SELECT name FROM area WHERE area.code = q.area_code) AS village`;

// Answered: the letter went out after the wish was done or refused. The reducer says the same.
const closed = sql`(
  EXISTS (SELECT FROM subject_request_fact f WHERE f.request_id = q.id AND f.type = 'taken-back')
  OR EXISTS (
    SELECT FROM subject_request_fact f JOIN subject_request_fact l ON l.request_id = q.id AND l.id > f.id
    WHERE f.request_id = q.id AND l.type = 'letter-issued'
      AND (f.type = 'carried-out' OR (f.type = 'decided' AND f.payload->>'decision' = 'refused'))))`;

/** Requests of people about their data. Whoever is outside the scope does not exist. */
export const SubjectRequests = {
  async add(db: Db, request: NewRequest): Promise<void> {
    await sql`
      INSERT INTO subject_request (id, recorded_by, received_at, due_at, clock_hours, legal_basis, kind, channel,
        asked_by_name, asked_by_relation, asked_by_address, wish, run_id, resident_key, member_id, no_penduduk, nik,
        register_name, born, subject_name, area_code)
      VALUES (${request.id}, ${request.recordedBy}, ${request.receivedAt}, ${request.dueAt}, ${request.clockHours},
        ${request.legalBasis}, ${request.kind}, ${request.channel}, ${request.askedByName},
        ${request.askedByRelation}, ${request.askedByAddress}, ${request.wish}, ${request.runId},
        ${request.residentKey}, ${request.memberId}, ${request.noPenduduk}, ${request.nik}::bigint, ${request.registerName},
        ${request.born}, ${request.subjectName},
        ${request.areaCode})`.execute(db);
  },

  async find(db: Db, id: string): Promise<RequestRecord | undefined> {
    if (!isUuid(id)) return undefined;
    const { rows } = await sql<RequestRecord>`
      SELECT ${columns} FROM subject_request q WHERE q.id = ${id}`.execute(db);
    return rows[0];
  },

  /** Open ones by the end of their clock, closed ones newest first. `after` is the number of the last row. */
  async page(
    db: Db,
    which: 'open' | 'closed',
    after: number | undefined,
    limit: number,
  ): Promise<RequestRecord[]> {
    const last =
      after === undefined
        ? undefined
        : sql`(SELECT (due_at, number) FROM subject_request WHERE number = ${after})`;
    const { rows } = await sql<RequestRecord>`
      SELECT ${columns} FROM subject_request q
      WHERE ${which === 'open' ? sql`NOT ${closed}` : closed}
        AND ${last === undefined ? sql`true` : which === 'open' ? sql`(q.due_at, q.number) > ${last}` : sql`q.number < ${after}`}
      ORDER BY ${which === 'open' ? sql`q.due_at, q.number` : sql`q.number DESC`} LIMIT ${limit}`.execute(db);
    return rows;
  },

  /** What happened to these requests, in order. */
  async facts(db: Db, ids: readonly string[]): Promise<Map<string, RequestFact[]>> {
    const { rows } = await sql<{ requestId: string; at: string; by: string; type: string; payload: object }>`
      SELECT request_id AS "requestId", ${instant('at')} AS at, username AS by, type, payload
      FROM subject_request_fact WHERE request_id = ANY (${[...ids]}::uuid[]) ORDER BY id`.execute(db);
    const byRequest = new Map<string, RequestFact[]>(ids.map((id) => [id, []]));
    for (const { requestId, at, by, type, payload } of rows)
      byRequest.get(requestId)?.push({ ...payload, type, at, by } as RequestFact);
    return byRequest;
  },

  async addFact(
    db: Db,
    id: string,
    username: string,
    type: RequestFact['type'],
    payload: object,
  ): Promise<void> {
    await sql`
      INSERT INTO subject_request_fact (request_id, username, type, payload)
      VALUES (${id}, ${username}, ${type}, ${JSON.stringify(payload)})`.execute(db);
  },

  /** Holds the request until the transaction ends, so that steps follow one another. */
  async lock(db: Db, id: string): Promise<void> {
    await sql`SELECT pg_advisory_xact_lock(hashtext('subject_request'), hashtext(${id}))`.execute(db);
  },

  /** The resident of a mapping a request is about. */
  async findSubject(db: Db, run: number, residentKey: number): Promise<SubjectFound | undefined> {
    const { rows } = await sql<SubjectFound>`
      SELECT no_penduduk AS "noPenduduk", nik::text AS nik, name, born, area_code AS "areaCode"
      FROM resident_result WHERE run_number = ${run} AND resident_key = ${residentKey}`.execute(db);
    return rows[0];
  },

  /** The member a request is about. */
  async findMember(db: Db, memberId: number): Promise<SubjectFound | undefined> {
    const { rows } = await sql<SubjectFound>`
      SELECT NULL AS "noPenduduk", nik::text AS nik, name, born, area_code AS "areaCode"
      FROM member WHERE id = ${memberId}`.execute(db);
    return rows[0];
  },

  /** Stops the processing of a person's data, or takes it up again. */
  async restrict(
    db: Db,
    username: string,
    request: Pick<
      RequestRecord,
      'id' | 'memberId' | 'noPenduduk' | 'nik' | 'registerName' | 'born' | 'areaCode'
    >,
    restricted: boolean,
  ): Promise<void> {
    await sql`
      INSERT INTO restriction_fact (username, request_id, member_id, no_penduduk, nik, name, born, area_code, restricted)
      VALUES (${username}, ${request.id}, ${request.memberId}, ${request.noPenduduk}, ${request.nik}::bigint,
        ${request.registerName}, ${request.born}, ${request.areaCode}, ${restricted})`.execute(db);
  },
};

/** SQL: a timestamp as ISO 8601 in UTC. */
export function instant(column: string) {
  return sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** True for what can be the id of a row. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
