import { createHash } from 'node:crypto';
import type { Action, Reach } from '@jangkau/access';
import type { Device } from '@jangkau/contracts';
import {
  AuditLog,
  type Db,
  type DeviceEnd,
  DeviceRepository,
  type DeviceRow,
  type HeldOnPhone,
  type RescuedItem,
  Scope,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { newToken, tokenHash } from '../sessions/random-token.ts';
import type { SignInOutcome, SignInService, Visit } from '../sessions/sign-in-service.ts';

interface DeviceParts {
  gate: Db;
  signIn: SignInService;
  now: () => Date;
}

/** Devices that work without a connection: taking part, signing in again, ending. */
export class DeviceService {
  readonly #gate: Db;
  readonly #signIn: SignInService;
  readonly #now: () => Date;

  constructor(parts: DeviceParts) {
    this.#gate = parts.gate;
    this.#signIn = parts.signIn;
    this.#now = parts.now;
  }

  /** Enters a device of whoever is signed in; gives its secret. @throws ApiProblem device-not-known */
  async enrol(scope: Scope, id: string, name: string): Promise<string> {
    const token = newToken();
    await this.#gate.transaction().execute(async (db) => {
      const added = await new DeviceRepository(db).add({
        id,
        username: scope.username,
        name,
        tokenHash: tokenHash(token),
        rescueHash: tokenHash(rescueTokenOf(token)),
        now: this.#now(),
      });
      if (!added) throw new ApiProblem('device-not-known');
      await this.#record(db, scope, id, 'enrol', 'sync.use');
    });
    return token;
  }

  /**
   * The device of whoever is signed in.
   * @throws ApiProblem device-not-known, device-revoked
   */
  async require(username: string, id: string): Promise<DeviceRow> {
    const device = await new DeviceRepository(this.#gate).find(id);
    if (device?.username !== username) throw new ApiProblem('device-not-known');
    if (device.revoked_at) throw new ApiProblem('device-revoked');
    await new DeviceRepository(this.#gate).touch(id, this.#now());
    return device;
  }

  /**
   * Signs the owner in with the secret of the device; nobody has to type a password in the field.
   * @throws ApiProblem device-not-known, device-revoked
   */
  async signIn(visit: Visit, id: string, token: string): Promise<SignInOutcome> {
    const device = await this.#known(id, token);
    if (device.revoked_at) throw new ApiProblem('device-revoked');
    return this.#signIn.withDevice(visit, device.username);
  }

  /** Keeps sealed items of a device that forgets everything. @throws ApiProblem device-not-known */
  async rescue(
    id: string,
    token: string,
    items: readonly { id: string; sealed: string }[],
    end: { wiped: boolean; reason: DeviceEnd },
  ): Promise<number> {
    const device = await this.#known(id, token, 'rescue_hash');
    return this.#gate.transaction().execute(async (db) => {
      const devices = new DeviceRepository(db);
      for (const item of items)
        await devices.rescue(
          { device_id: id, item_id: item.id, sealed: Buffer.from(item.sealed, 'base64') },
          this.#now(),
        );
      if (!end.wiped) return items.length;
      await devices.revoke(id, device.username, end.reason, this.#now());
      await devices.wiped(id, this.#now());
      await this.#record(db, Scope.gate(device.username, {}), id, `wiped: ${end.reason}`, 'sync.use');
      return items.length;
    });
  }

  /** Keeps what a device says waits on it. */
  held(id: string, held: HeldOnPhone): Promise<void> {
    return new DeviceRepository(this.#gate).held(id, held, this.#now());
  }

  /** Sealed items of somebody's devices that nobody has read. */
  rescuedOf(username: string): Promise<RescuedItem[]> {
    return new DeviceRepository(this.#gate).rescuedOf(username, 200);
  }

  async applied(items: readonly RescuedItem[]): Promise<void> {
    for (const item of items) await new DeviceRepository(this.#gate).applied(item, this.#now());
  }

  /** Devices of people within reach. */
  async list(reach: Pick<Reach, 'whole' | 'areas'>): Promise<Device[]> {
    const all = await new DeviceRepository(this.#gate).list();
    return all.filter((device) => isWithin(reach, device)).map(view);
  }

  /** @throws ApiProblem device-not-known, also when it is out of reach */
  async revoke(scope: Scope, reach: Pick<Reach, 'whole' | 'areas'>, id: string): Promise<Device> {
    return this.#gate.transaction().execute(async (db) => {
      const devices = new DeviceRepository(db);
      const device = await devices.find(id);
      if (!device || !isWithin(reach, device)) throw new ApiProblem('device-not-known');
      await devices.revoke(id, scope.username, 'revoked', this.#now());
      await this.#record(db, scope, id, 'revoke', 'device.manage');
      return view((await devices.find(id)) as DeviceRow);
    });
  }

  async #known(
    id: string,
    token: string,
    what: 'token_hash' | 'rescue_hash' = 'token_hash',
  ): Promise<DeviceRow> {
    const device = await new DeviceRepository(this.#gate).find(id);
    if (!device?.[what].equals(tokenHash(token))) throw new ApiProblem('device-not-known');
    return device;
  }

  async #record(db: Db, scope: Scope, id: string, act: string, action: Action): Promise<void> {
    await AuditLog.add(db, scope, { action, subject: { kind: 'device', key: id }, detail: { act } });
  }
}

/** Lies open on the phone, as everything it is good for is sealed; the token itself cannot be found from it. */
function rescueTokenOf(token: string): string {
  return createHash('sha256').update(`jangkau rescue ${token}`).digest('hex');
}

function isWithin(reach: Pick<Reach, 'whole' | 'areas'>, device: DeviceRow): boolean {
  const inside = (code: string) =>
    reach.areas.some((own) => code === own || code.startsWith(`${own}.`) || code.startsWith(`${own}/`));
  return reach.whole || device.areas.some(inside);
}

function view(row: DeviceRow): Device {
  return {
    id: row.id,
    username: row.username,
    owner: row.owner,
    areas: row.areas,
    name: row.name,
    enrolledAt: row.enrolled_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    wipedAt: row.wiped_at?.toISOString() ?? null,
    reason: row.reason,
    held: row.held_at && {
      waiting: row.held_waiting ?? 0,
      undecided: row.held_undecided ?? 0,
      oldestAt: row.held_oldest_at?.toISOString() ?? null,
      at: row.held_at.toISOString(),
    },
    rescued: row.rescued,
  };
}
