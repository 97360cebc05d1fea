import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

/** What a notice of WhatsApp is about. */
export type NoticeAbout =
  | 'template-state'
  | 'template-quality'
  | 'template-category'
  | 'limit'
  | 'number'
  | 'account';

/** Something WhatsApp says by itself of our messages, number or account. */
export interface WhatsappNotice {
  about: NoticeAbout;
  /** Name of the message; empty for number and account. */
  subject: string;
  /** Its word; of a limit, people in 24 hours. */
  said: string;
  detail: string | null;
  /** ISO instant. */
  saidAt: string;
}

/** A notice as it is kept. */
export interface NoticeRow extends Omit<WhatsappNotice, 'saidAt'> {
  saidAt: Date;
}

/** Keeps a notice, once. True when it is new and nothing later was said of the same thing before: it counts. */
export async function keepNotice(db: Db, notice: WhatsappNotice): Promise<boolean> {
  const { about, subject, said, detail, saidAt } = notice;
  const { rows } = await sql<{ counts: boolean }>`
    INSERT INTO whatsapp_notice (about, subject, said, detail, said_at)
    VALUES (${about}, ${subject}, ${said}, ${detail}, ${saidAt}::timestamptz) ON CONFLICT DO NOTHING
    RETURNING NOT EXISTS (SELECT FROM whatsapp_notice n WHERE n.about = ${about} AND n.subject = ${subject}
      AND n.said_at > ${saidAt}::timestamptz) AS counts`.execute(db);
  return rows[0]?.counts ?? false;
}

/** People that may be written to first in 24 hours, as WhatsApp last said; undefined when it never did. */
export async function saidLimit(db: Db): Promise<{ people: number; saidAt: Date } | undefined> {
  const { rows } = await sql<{ people: number; saidAt: Date }>`
    SELECT said::int AS people, said_at AS "saidAt" FROM whatsapp_notice WHERE about = 'limit' AND subject = ''
    ORDER BY said_at DESC, id DESC LIMIT 1`.execute(db);
  return rows[0];
}

/** The latest notices, newest first. */
export async function latestNotices(db: Db, most: number): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    SELECT about, subject, said, detail, said_at AS "saidAt" FROM whatsapp_notice
    ORDER BY said_at DESC, id DESC LIMIT ${most}`.execute(db);
  return rows;
}
