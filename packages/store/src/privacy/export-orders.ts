import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { instant, isUuid } from './subject-requests.ts';

/** A download as it was ordered. */
export interface ExportOrderRow<What> {
  id: string;
  expiresAt: string;
  runId: string;
  what: What;
  fullNumbers: boolean;
  people: number;
}

/** Downloads: ordered with their purpose, fetched by an address that says nothing. */
export const ExportOrders = {
  async add<What>(
    db: Db,
    username: string,
    order: ExportOrderRow<What> & { purpose: string | undefined },
  ): Promise<void> {
    await sql`
      INSERT INTO export_order (id, expires_at, username, run_id, what, full_numbers, purpose, people)
      VALUES (${order.id}, ${order.expiresAt}, ${username}, ${order.runId}, ${JSON.stringify(order.what)},
        ${order.fullNumbers}, ${order.purpose ?? null}, ${order.people})`.execute(db);
  },

  /** An order of whoever asks that has not expired. */
  async find<What>(db: Db, id: string): Promise<ExportOrderRow<What> | undefined> {
    if (!isUuid(id)) return undefined;
    const { rows } = await sql<ExportOrderRow<What>>`
      SELECT id, ${instant('expires_at')} AS "expiresAt", run_id AS "runId", what, full_numbers AS "fullNumbers", people
      FROM export_order WHERE id = ${id} AND expires_at > now()`.execute(db);
    return rows[0];
  },
};
