import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { type CaseFact, caseState } from '@jangkau/pesiar';
import { AccountRepository, openOwner } from '@jangkau/store';
import { type KeptEvent, LinkFailure, type SyncEvent, synchronise } from '@jangkau/sync';
import { faultyLink, type LinkFaults } from '@jangkau/sync/testing/faulty-link';
import { MemoryDevice } from '@jangkau/sync/testing/memory-device';
import { seededChance } from '@jangkau/sync/testing/seeded-chance';
import { sql } from 'kysely';
import { KilledServer } from '../kill/killed-server.ts';
import { decisionAbout, nextEvent } from './field-events.ts';
import { PhoneLink } from './phone-link.ts';

/** How bad it gets. */
export interface FireOptions {
  folder: string;
  devices: number;
  banjars: number;
  events: number;
  /** kill -9 of the server so many times. */
  kills: number;
  seed: number;
  /** Phones that synchronise at the same time. */
  atOnce: number;
}

/** What it led to. */
export interface FireResult {
  devices: number;
  banjars: number;
  events: number;
  decisions: number;
  attempts: number;
  brokenAttempts: number;
  kills: number;
  conflicts: number;
  seconds: number;
  faults: string[];
}

/** A phone whose link broke waits so long; the app waits longer. */
const pauseMs = 250;
const mostDecisions = 8;
const mostRounds = 20;
const village = '51.71.01.1002';
const wrong: LinkFaults = {
  lost: 0.08,
  unanswered: 0.12,
  doubled: 0.1,
  replayed: 0.15,
  shuffled: 0.1,
  cut: 0.02,
};

interface Phone {
  device: MemoryDevice;
  bad: PhoneLink | ReturnType<typeof faultyLink>;
  sound: PhoneLink;
  banjar: string;
}

/**
 * Phones of many agents write and synchronise over bad links while the server is killed again and again; in the
 * end the links hold, and everybody has to have come to the same.
 */
export async function syncUnderFire(options: FireOptions): Promise<FireResult> {
  const chance = seededChance(options.seed);
  const server = new KilledServer(path.join(options.folder, 'data'), {
    JANGKAU_DEMO_RESIDENTS: '0',
    JANGKAU_FIELD_DIR: path.join(options.folder, 'field'),
    JANGKAU_REQUESTS_PER_MINUTE: '10000000',
  });
  const made = new Set<string>();
  const result: FireResult = {
    devices: options.devices,
    banjars: options.banjars,
    events: 0,
    decisions: 0,
    attempts: 0,
    brokenAttempts: 0,
    kills: 0,
    conflicts: 0,
    seconds: 0,
    faults: [],
  };
  try {
    await server.start();
    const phones = await enrol(server, options, chance);
    const began = performance.now();
    let ms = Date.UTC(2026, 10, 22);
    const later = (by: number): number => {
      ms += by;
      return ms;
    };
    /** False when the link broke. */
    const attempt = async ({ device, bad }: Phone): Promise<boolean> => {
      result.attempts++;
      let whole = true;
      await synchronise(device, bad).catch((error) => {
        if (!(error instanceof LinkFailure)) throw error;
        result.brokenAttempts++;
        whole = false;
      });
      for (const { event, since } of device.conflicts()) {
        result.conflicts++;
        for (const next of decisionAbout(event, since, later(3), chance)) {
          if (!made.has(next.id)) result.decisions++;
          made.add(next.id);
          device.add(next);
        }
      }
      return whole;
    };
    const busy = new Set<Phone>();
    const everyKill = options.events / (options.kills + 1);
    const work = async () => {
      while (result.events < options.events) {
        // A phone synchronises with itself only: the app holds a lock while it does.
        const free = phones.filter((one) => !busy.has(one));
        const phone = free[Math.floor(chance() * free.length)] as Phone;
        busy.add(phone);
        for (let n = 0; n < 8 && result.events < options.events; n++) {
          const place = { village, banjar: phone.banjar };
          const event = nextEvent(phone.device, place, later(1 + Math.floor(chance() * 5)), chance);
          phone.device.add(event);
          made.add(event.id);
          result.events++;
        }
        const whole = await attempt(phone).finally(() => busy.delete(phone));
        // Nobody writes at the speed of a loop while the server is away.
        if (!whole) await sleep(pauseMs);
      }
    };
    const workers = Promise.all(Array.from({ length: options.atOnce }, work));
    for (let kill = 1; kill <= options.kills; kill++) {
      while (result.events < kill * everyKill) await sleep(20);
      await sleep(chance() * 200);
      await server.kill();
      result.kills++;
      await server.start();
    }
    await workers;
    // The links hold again; whatever is in conflict is decided until nothing is.
    const nothingWaits = () => phones.every(({ device }) => device.queue.size === 0);
    const settle = async (phone: Phone) => {
      // What was decided about a conflict is sent at once: later somebody else may have said something again.
      for (let again = 0; again < mostDecisions; again++) {
        await attempt({ ...phone, bad: phone.sound });
        if (phone.device.queue.size === 0) return;
      }
    };
    for (let round = 0; round < mostRounds; round++) {
      // Whoever came first in the last round has not heard of what the others sent in it.
      const last = nothingWaits();
      const left = [...phones];
      const pool = Array.from({ length: options.atOnce }, async () => {
        for (let phone = left.pop(); phone; phone = left.pop()) await settle(phone);
      });
      await Promise.all(pool);
      if (last && nothingWaits()) break;
    }
    result.seconds = Math.round((performance.now() - began) / 100) / 10;
    result.faults = await faultsOf(server, phones, made);
    return result;
  } finally {
    await server.stop();
  }
}

async function enrol(server: KilledServer, options: FireOptions, chance: () => number): Promise<Phone[]> {
  const owner = await openOwner({ directory: path.join(server.dataDir, 'postgres') });
  const names = Array.from({ length: options.banjars }, (_, i) => `Banjar ${String.fromCharCode(65 + i)}`);
  try {
    const accounts = new AccountRepository(owner.db);
    const { rows } = await sql<{ hash: string }>`
      SELECT password_hash AS hash FROM officer ORDER BY created_at LIMIT 1`.execute(owner.db);
    for (const [i, banjar] of names.entries()) {
      const username = userOf(i);
      await accounts.add({
        username,
        name: username,
        passwordHash: rows[0]?.hash ?? '',
        mustChangePassword: false,
      });
      const assignment = { role: 'pesiar-agent', kind: 'area', code: `${village}/${banjar}` } as const;
      await accounts.assign(username, assignment, 'sistem');
    }
    const phones: Phone[] = [];
    for (let n = 0; n < options.devices; n++) {
      const i = n % names.length;
      const device = randomUUID();
      const token = randomUUID();
      const hash = (text: string) => createHash('sha256').update(text).digest();
      await sql`
        INSERT INTO device (id, username, name, token_hash, rescue_hash, enrolled_at, seen_at)
        VALUES (${device}, ${userOf(i)}, 'Ponsel uji', ${hash(token)}, ${hash(`r${token}`)}, now(), now())`.execute(
        owner.db,
      );
      const sound = new PhoneLink(() => server.url, device, token);
      phones.push({
        device: new MemoryDevice(readPack),
        sound,
        bad: faultyLink(sound, wrong, chance),
        banjar: names[i] as string,
      });
    }
    return phones;
  } finally {
    await owner.close();
  }
}

/** Everything that is not as it should be. */
async function faultsOf(
  server: KilledServer,
  phones: readonly Phone[],
  made: ReadonlySet<string>,
): Promise<string[]> {
  const faults: string[] = [];
  const owner = await openOwner({ directory: path.join(server.dataDir, 'postgres') });
  try {
    const { rows } = await sql<{
      id: string;
      stream: string;
      kind: string;
      body: object;
      at: Date;
      by: string;
      version: number;
      banjar: string;
    }>`
      SELECT id, case_id AS stream, kind, body, at, made_by AS by, version, banjar FROM case_fact ORDER BY case_id, version`.execute(
      owner.db,
    );
    const kept = new Set(rows.map(({ id }) => id));
    if (kept.size !== rows.length) faults.push(`${rows.length - kept.size} events are kept twice`);
    const missing = [...made].filter((id) => !kept.has(id)).length;
    if (missing > 0) faults.push(`${missing} events are missing`);
    if (kept.size + missing !== made.size) faults.push('the server has events nobody made');
    const atServer = new Map<string, string>();
    const byCase = Map.groupBy(rows, ({ stream }) => stream);
    for (const [stream, facts] of byCase) {
      if (facts.some(({ version }, i) => version !== i + 1)) faults.push(`versions of ${stream} have gaps`);
      atServer.set(stream, stateOf(facts.map((fact) => ({ ...fact, at: fact.at.toISOString() }))));
    }
    const banjarOf = new Map(rows.map(({ stream, banjar }) => [stream, banjar]));
    for (const [n, { device, banjar }] of phones.entries()) {
      if (device.queue.size > 0) faults.push(`phone ${n} still has ${device.queue.size} events to send`);
      const own = Map.groupBy(device.events(), ({ stream }) => stream);
      for (const [stream, events] of own) {
        if (banjarOf.get(stream) !== banjar) faults.push(`phone ${n} has a case of another banjar`);
        const state = stateOf(events.map((event) => ({ ...event, by: (event as KeptEvent).by })));
        if (state !== atServer.get(stream)) faults.push(`phone ${n} and the server differ about ${stream}`);
      }
      const here = [...banjarOf.values()].filter((one) => one === banjar).length;
      if (own.size !== here) faults.push(`phone ${n} knows ${own.size} of ${here} cases`);
    }
    return faults;
  } finally {
    await owner.close();
  }
}

function stateOf(
  events: readonly (Pick<SyncEvent, 'id' | 'stream' | 'kind' | 'body' | 'at'> & { by: string })[],
): string {
  const facts = events.map(({ id, stream, kind, body, at, by }) => ({
    id,
    caseId: stream,
    kind,
    body,
    at,
    by,
  }));
  return JSON.stringify(caseState(facts as unknown as CaseFact[]));
}

function readPack(content: Uint8Array): KeptEvent[] {
  return JSON.parse(gunzipSync(content).toString()).facts;
}

function userOf(i: number): string {
  return `agen-${String.fromCharCode(97 + i)}`;
}
