import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';

export type DeviceEnd = 'revoked' | 'wrong-pins' | 'signed-out';

/** A device of an agent. */
export interface DeviceRow {
  id: string;
  username: string;
  /** Name of the owner. */
  owner: string;
  name: string;
  token_hash: Buffer;
  rescue_hash: Buffer;
  enrolled_at: Date;
  seen_at: Date;
  revoked_at: Date | null;
  reason: DeviceEnd | null;
  wiped_at: Date | null;
  /** Areas its owner is an agent or supervisor of. */
  areas: string[];
  held_waiting: number | null;
  held_undecided: number | null;
  held_oldest_at: Date | null;
  held_at: Date | null;
  /** Sealed items that wait for its owner. */
  rescued: number;
}

/** How much waits on a phone, as it says. */
export interface HeldOnPhone {
  waiting: number;
  undecided: number;
  oldestAt: string | null;
}

/** What a device handed over, encrypted to the server. */
export interface RescuedItem {
  device_id: string;
  item_id: string;
  sealed: Buffer;
}

/** Devices that work without a connection. Works on a handle or a transaction of jangkau_gate. */
export class DeviceRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Enters a device; false when the id is taken. */
  async add(device: {
    id: string;
    username: string;
    name: string;
    tokenHash: Buffer;
    rescueHash: Buffer;
    now: Date;
  }): Promise<boolean> {
    const { rows } = await sql`
      INSERT INTO device (id, username, name, token_hash, rescue_hash, enrolled_at, seen_at)
      VALUES (${device.id}, ${device.username}, ${device.name}, ${device.tokenHash}, ${device.rescueHash}, ${device.now}, ${device.now})
      ON CONFLICT (id) DO NOTHING RETURNING 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** Devices, those in use first; one when `id` is given. */
  async list(id?: string): Promise<DeviceRow[]> {
    const { rows } = await sql<DeviceRow>`
      SELECT d.id, d.username, o.name AS owner, d.name, d.token_hash, d.rescue_hash, d.enrolled_at, d.seen_at, d.revoked_at, d.reason, d.wiped_at,
        d.held_waiting, d.held_undecided, d.held_oldest_at, d.held_at,
        coalesce((SELECT array_agg(a.scope_code) FROM assignment a
          WHERE a.username = d.username AND a.scope_kind = 'area' AND a.revoked_at IS NULL), '{}') AS areas,
        (SELECT count(*)::int FROM device_rescue r WHERE r.device_id = d.id AND r.applied_at IS NULL) AS rescued
      FROM device d JOIN officer o USING (username) WHERE ${id ?? null}::uuid IS NULL OR d.id = ${id ?? null}
      ORDER BY d.revoked_at IS NOT NULL, d.seen_at DESC, d.id LIMIT 2000`.execute(this.#db);
    return rows;
  }

  async find(id: string): Promise<DeviceRow | undefined> {
    return (await this.list(id))[0];
  }

  /** It was heard of; written at most once a minute. */
  async touch(id: string, now: Date): Promise<void> {
    await sql`UPDATE device SET seen_at = ${now}
      WHERE id = ${id} AND seen_at < ${now}::timestamptz - interval '1 minute'`.execute(this.#db);
  }

  /** It takes part no more. */
  async revoke(id: string, by: string, reason: DeviceEnd, now: Date): Promise<void> {
    await sql`UPDATE device SET revoked_at = ${now}, revoked_by = ${by}, reason = ${reason}
      WHERE id = ${id} AND revoked_at IS NULL`.execute(this.#db);
  }

  /** It says what waits on it. */
  async held(id: string, { waiting, undecided, oldestAt }: HeldOnPhone, now: Date): Promise<void> {
    await sql`UPDATE device SET held_waiting = ${waiting}, held_undecided = ${undecided}, held_oldest_at = ${oldestAt},
        held_at = ${now} WHERE id = ${id} AND revoked_at IS NULL`.execute(this.#db);
  }

  async wiped(id: string, now: Date): Promise<void> {
    await sql`UPDATE device SET wiped_at = ${now} WHERE id = ${id} AND wiped_at IS NULL`.execute(this.#db);
  }

  /** Keeps a sealed item, once. */
  async rescue(item: RescuedItem, now: Date): Promise<void> {
    await sql`
      INSERT INTO device_rescue (device_id, item_id, sealed, received_at)
      VALUES (${item.device_id}, ${item.item_id}, ${item.sealed}, ${now}) ON CONFLICT DO NOTHING`.execute(
      this.#db,
    );
  }

  /** Sealed items of somebody's devices that were not read yet, oldest first. */
  async rescuedOf(username: string, limit: number): Promise<RescuedItem[]> {
    const { rows } = await sql<RescuedItem>`
      SELECT r.device_id, r.item_id, r.sealed FROM device_rescue r JOIN device d ON d.id = r.device_id
      WHERE d.username = ${username} AND r.applied_at IS NULL
      ORDER BY r.item_id LIMIT ${limit}`.execute(this.#db);
    return rows;
  }

  async applied({ device_id, item_id }: RescuedItem, now: Date): Promise<void> {
    await sql`UPDATE device_rescue SET applied_at = ${now}
      WHERE device_id = ${device_id} AND item_id = ${item_id}`.execute(this.#db);
  }
}
