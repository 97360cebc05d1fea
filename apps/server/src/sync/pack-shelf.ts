import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { nameMark, PersonMarks } from '@jangkau/names';
import {
  type AgentPack,
  AreaRepository,
  agentPack,
  type Db,
  registerOfVillage,
  runOfVillage,
  type Scope,
  settingIn,
} from '@jangkau/store';
import { describePack, type PackManifest } from '@jangkau/sync';
import { ApiProblem } from '../http/api-problem.ts';
import { keptEvent } from './kept-event.ts';

const zip = promisify(gzip);

/** A pack that a device is fetching. */
interface OfferedPack {
  manifest: PackManifest;
  content: Buffer;
  at: number;
}

/** So long a device may take over one pack; then it is offered a newer one. */
const offeredMs = 3_600_000;
const mostOffered = 60;

/**
 * Packs for devices: what an agent's banjar holds, in one compressed file that can be fetched in pieces. Kept in
 * memory while a device fetches it. Made from the same rows, a pack has the same bytes.
 */
export class PackShelf {
  readonly #system: Db;
  readonly #now: () => Date;
  readonly #offered = new Map<string, OfferedPack>();
  readonly #marks = new Map<string, Promise<{ numbers: string; names: string }>>();

  constructor(parts: { system: Db; now: () => Date }) {
    this.#system = parts.system;
    this.#now = parts.now;
  }

  /** What changes when devices of this scope should fetch a new pack. @throws ApiProblem area-too-large */
  async edition(db: Db, scope: Scope): Promise<string> {
    const places = placesOf(scope);
    const runs = await Promise.all(places.map(({ village }) => runOfVillage(db, village)));
    return createHash('sha256')
      .update(`3 ${JSON.stringify([places, runs])}`)
      .digest('hex')
      .slice(0, 16);
  }

  /** The pack of a device: the one it is fetching, or a new one. @throws ApiProblem area-too-large */
  async offer(db: Db, scope: Scope, device: string): Promise<PackManifest> {
    const edition = await this.edition(db, scope);
    const found = this.#offered.get(device);
    const now = this.#now().getTime();
    if (found?.manifest.edition === edition && now - found.at < offeredMs) return found.manifest;
    const { content, cursor } = await this.#make(db, scope);
    const manifest = await describePack(content, { edition, cursor: String(cursor) });
    this.#offered.delete(device);
    this.#offered.set(device, { manifest, content, at: now });
    for (const [oldest] of this.#offered) {
      if (this.#offered.size <= mostOffered) break;
      this.#offered.delete(oldest);
    }
    return manifest;
  }

  /** Bytes of an offered pack. @throws ApiProblem pack-changed */
  async bytes(db: Db, scope: Scope, device: string, id: string, from: number): Promise<Buffer> {
    // After a restart it is made again; with the same rows it is the same.
    if (this.#offered.get(device)?.manifest.id !== id) await this.offer(db, scope, device);
    const found = this.#offered.get(device);
    if (found?.manifest.id !== id) throw new ApiProblem('pack-changed');
    return found.content.subarray(from);
  }

  /** Its device shows a newer state than this pack: the next one is made anew. */
  forget(device: string): void {
    this.#offered.delete(device);
  }

  async #make(db: Db, scope: Scope): Promise<{ content: Buffer<ArrayBuffer>; cursor: number }> {
    const names = new Map((await new AreaRepository(db).all()).map(({ code, name }) => [code, name]));
    const parts: AgentPack[] = [];
    const villages: object[] = [];
    for (const { village, banjars } of placesOf(scope)) {
      const own: AgentPack[] = [];
      for (const banjar of banjars.length === 0 ? [null] : banjars) {
        const part = await agentPack(db, village, banjar);
        if (!part) throw new ApiProblem('area-not-found');
        own.push(part);
      }
      const [{ salt, run }] = own as [AgentPack];
      villages.push({
        code: village,
        name: names.get(village) ?? village,
        banjars,
        prioritas: (await settingIn(db, 'prioritas', village)) === true,
        unablePerHead: (await settingIn(db, 'unable-per-head', village)) ?? null,
        marks: { salt, ...(await this.#marksOf(village, run, salt)) },
      });
      parts.push(...own);
    }
    const places = new Map(
      parts.flatMap(({ points }) => points.map((point) => [point.householdKey, point] as const)),
    );
    const people = parts.flatMap(({ area, residents }) =>
      residents.map(({ birthDate, pUncovered: _, ...person }) => ({
        ...person,
        area,
        born: birthDate,
        lat: places.get(person.householdKey ?? '')?.lat ?? null,
        lon: places.get(person.householdKey ?? '')?.lon ?? null,
      })),
    );
    const facts = parts.flatMap((part) => part.facts.map(keptEvent));
    const content = await zip(JSON.stringify({ villages, people, facts }), { level: 9 });
    return { content: Buffer.from(content), cursor: Math.min(...parts.map(({ cursor }) => cursor)) };
  }

  /** Fingerprints of everyone of the village; they say nothing about anybody. */
  #marksOf(village: string, run: number | null, salt: string): Promise<{ numbers: string; names: string }> {
    if (run === null) return Promise.resolve({ numbers: '', names: '' });
    const key = `${village} ${run} ${salt}`;
    const known = this.#marks.get(key);
    if (known !== undefined) return known;
    const made = this.#makeMarks(village, run, salt);
    if (this.#marks.size > 200) this.#marks.clear();
    this.#marks.set(key, made);
    // What failed is tried again the next time.
    return made.catch((error: unknown) => {
      this.#marks.delete(key);
      throw error;
    });
  }

  async #makeMarks(village: string, run: number, salt: string): Promise<{ numbers: string; names: string }> {
    const rows = await registerOfVillage(this.#system, run, village);
    const hash = async (text: string) => createHash('sha256').update(`${salt} ${text}`).digest();
    const numbers = rows.flatMap(({ nik }) => (nik === null ? [] : [nik]));
    const names = rows.flatMap(({ name, born }) => nameMark(name, born) ?? []);
    return {
      numbers: Buffer.from(await PersonMarks.join(numbers, hash)).toString('base64'),
      names: Buffer.from(await PersonMarks.join(names, hash)).toString('base64'),
    };
  }
}

/** A phone holds the villages of one agent, not a district. */
const mostVillages = 3;

/**
 * The villages, and the banjars of them, that a device of this scope may hold; no banjars: all of the village.
 * @throws ApiProblem area-too-large for districts and for more villages than an agent has
 */
function placesOf(scope: Scope): { village: string; banjars: string[] }[] {
  const codes = [...(scope.areas ?? [])].sort();
  const places = [...Map.groupBy(codes, (code) => code.split('/')[0] ?? '')].map(([village, own]) => ({
    village,
    banjars: own.includes(village) ? [] : own.map((code) => code.slice(village.length + 1)),
  }));
  const known = places.every(({ village }) => /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(village));
  if (!known || places.length === 0 || places.length > mostVillages) throw new ApiProblem('area-too-large');
  return places;
}
