import type { Letter } from '@jangkau/privacy';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inArea } from '../scope.ts';
import { instant, isUuid } from './subject-requests.ts';

/** What a letter of PESIAR is for. */
export type LetterTopic = 'employer' | 'dinas-sosial' | 'invitation' | 'visit-list';

/** What a letter belongs to: a request about personal data, a breach, or the work of PESIAR in an area. */
export type LetterOwner = { requestId: string } | { breachId: string } | { topic: LetterTopic; area: string };

export interface LetterRow {
  id: string;
  number: string;
  at: string;
  title: string;
  kind: string;
}

/** A letter of PESIAR. */
export interface PesiarLetterRow extends LetterRow {
  topic: LetterTopic;
  area: string;
  by: string;
}

/** Which letters of PESIAR. */
export interface PesiarLetterFilter {
  id?: string | undefined;
  topic?: LetterTopic | undefined;
  area?: string | undefined;
  /** Issued on this day or after it, YYYY-MM-DD. */
  from?: string | undefined;
  /** Part of the number or title. */
  words?: string | undefined;
}

/** Letters as they were issued. */
export const Letters = {
  /** The next number within a year, kept for this transaction. */
  async nextSeq(db: Db, year: number): Promise<number> {
    const { rows } = await sql<{ seq: number }>`SELECT next_letter_seq(${year}) AS seq`.execute(db);
    return rows[0]?.seq as number;
  },

  async add(
    db: Db,
    letter: {
      id: string;
      number: string;
      year: number;
      seq: number;
      username: string;
      kind: string;
      content: Letter;
      pdf: Buffer;
      owner: LetterOwner;
    },
  ): Promise<void> {
    const { owner } = letter;
    await sql`
      INSERT INTO letter (id, number, year, seq, username, kind, title, request_id, breach_id, topic, area_code,
        content, pdf)
      VALUES (${letter.id}, ${letter.number}, ${letter.year}, ${letter.seq}, ${letter.username}, ${letter.kind},
        ${letter.content.subject}, ${'requestId' in owner ? owner.requestId : null},
        ${'breachId' in owner ? owner.breachId : null}, ${'topic' in owner ? owner.topic : null},
        ${'topic' in owner ? owner.area : null}, ${JSON.stringify(letter.content)}, ${letter.pdf})`.execute(
      db,
    );
  },

  async list(db: Db, owner: LetterOwner): Promise<LetterRow[]> {
    const { rows } = await sql<LetterRow>`
      SELECT id, number, ${instant('at')} AS at, title, kind FROM letter
      WHERE ${ownedBy(owner)} ORDER BY year, seq`.execute(db);
    return rows;
  },

  /** Letters of PESIAR within reach, newest first, after a letter when paging. */
  async ofPesiar(
    db: Db,
    filter: PesiarLetterFilter,
    page: { after?: string | undefined; limit: number },
  ): Promise<PesiarLetterRow[]> {
    const parts = [sql`topic IS NOT NULL`];
    if (filter.id) parts.push(sql`id = ${filter.id}::uuid`);
    if (filter.topic) parts.push(sql`topic = ${filter.topic}`);
    if (filter.area) parts.push(inArea(sql.ref('area_code'), filter.area));
    if (filter.from) parts.push(sql`at >= ${filter.from}::date`);
    if (filter.words) {
      const part = `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`;
      parts.push(sql`(number ILIKE ${part} OR title ILIKE ${part})`);
    }
    if (page.after)
      parts.push(sql`(year, seq) < (SELECT year, seq FROM letter WHERE id = ${page.after}::uuid)`);
    const { rows } = await sql<PesiarLetterRow>`
      SELECT id, number, ${instant('at')} AS at, title, kind, topic, area_code AS area, username AS by FROM letter
      WHERE ${sql.join(parts, sql` AND `)} ORDER BY year DESC, seq DESC LIMIT ${page.limit}`.execute(db);
    return rows;
  },

  /** What stands in a letter of PESIAR within reach. */
  async pesiarContent(db: Db, id: string): Promise<Letter | undefined> {
    const { rows } = await sql<{ content: Letter }>`
      SELECT content FROM letter WHERE id = ${id}::uuid AND topic IS NOT NULL`.execute(db);
    return rows[0]?.content;
  },

  /** The bytes of a letter of PESIAR within reach. */
  async pesiarPdf(db: Db, id: string): Promise<{ number: string; pdf: Buffer } | undefined> {
    if (!isUuid(id)) return undefined;
    const { rows } = await sql<{ number: string; pdf: Buffer }>`
      SELECT number, pdf FROM letter WHERE id = ${id} AND topic IS NOT NULL`.execute(db);
    return rows[0];
  },

  /** The bytes of a letter of this owner. */
  async pdf(db: Db, owner: LetterOwner, id: string): Promise<{ number: string; pdf: Buffer } | undefined> {
    if (!isUuid(id)) return undefined;
    const { rows } = await sql<{ number: string; pdf: Buffer }>`
      SELECT number, pdf FROM letter WHERE id = ${id} AND ${ownedBy(owner)}`.execute(db);
    return rows[0];
  },
};

function ownedBy(owner: LetterOwner) {
  if ('topic' in owner) return sql`topic = ${owner.topic} AND area_code = ${owner.area}`;
  return 'requestId' in owner ? sql`request_id = ${owner.requestId}` : sql`breach_id = ${owner.breachId}`;
}
