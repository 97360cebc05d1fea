import type { Letter } from '@jangkau/privacy';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { instant, isUuid } from './subject-requests.ts';

/** What a letter belongs to. */
export type LetterOwner = { requestId: string } | { breachId: string };

export interface LetterRow {
  id: string;
  number: string;
  at: string;
  title: string;
  kind: string;
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
      INSERT INTO letter (id, number, year, seq, username, kind, title, request_id, breach_id, content, pdf)
      VALUES (${letter.id}, ${letter.number}, ${letter.year}, ${letter.seq}, ${letter.username}, ${letter.kind},
        ${letter.content.subject}, ${'requestId' in owner ? owner.requestId : null},
        ${'breachId' in owner ? owner.breachId : null}, ${JSON.stringify(letter.content)}, ${letter.pdf})`.execute(
      db,
    );
  },

  async list(db: Db, owner: LetterOwner): Promise<LetterRow[]> {
    const { rows } = await sql<LetterRow>`
      SELECT id, number, ${instant('at')} AS at, title, kind FROM letter
      WHERE ${ownedBy(owner)} ORDER BY year, seq`.execute(db);
    return rows;
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
  return 'requestId' in owner ? sql`request_id = ${owner.requestId}` : sql`breach_id = ${owner.breachId}`;
}
