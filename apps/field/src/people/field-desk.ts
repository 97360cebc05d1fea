import {
  type CaseFact,
  type CaseState,
  caseState,
  defaultPesiarSettings,
  type PesiarSettings,
  type Point,
} from '@jangkau/pesiar';
import type { KeptEvent, SyncEvent } from '@jangkau/sync';
import type { FieldStore, Queued } from '../store/field-store.ts';
import { type FieldPack, type PackPerson, villageOf } from './field-pack.ts';
import { PersonSearch } from './person-search.ts';

/** A case as the phone sees it: with what was said here and not yet sent. */
export interface FieldCase {
  facts: CaseFact[];
  state: CaseState;
  /** Facts the server was known to have. */
  base: number;
  /** Facts of this phone that are not sent. */
  unsent: number;
}

/** People of one family card, with the cases among them. */
export interface Household {
  key: string;
  /** Code of the village. */
  area: string;
  banjar: string | null;
  address: string | null;
  point: Point | null;
  people: PackPerson[];
  cases: FieldCase[];
}

/** Everything the screens show, in memory while the phone is unlocked. */
export class FieldDesk {
  readonly username: string;
  readonly pack: FieldPack;
  readonly people: ReadonlyMap<string, PackPerson>;
  readonly search: PersonSearch;
  #events: Map<string, KeptEvent>;
  #queued: Queued[];
  #cases = new Map<string, FieldCase>();
  #households: Household[] | undefined;

  private constructor(username: string, pack: FieldPack, events: KeptEvent[], queued: Queued[]) {
    this.username = username;
    this.pack = pack;
    this.people = new Map(pack.people.map((person) => [person.residentNo, person]));
    this.search = new PersonSearch(pack.people);
    this.#events = new Map([...pack.facts, ...events].map((event) => [event.id, event]));
    this.#queued = queued;
    this.#build();
  }

  /** Undefined while there is no whole pack. */
  static async load(store: FieldStore, username: string): Promise<FieldDesk | undefined> {
    const text = await store.packText();
    if (text === undefined) return undefined;
    const [events, queued] = await Promise.all([store.events(), store.queue()]);
    const pack = JSON.parse(text) as FieldPack;
    // One that an older version of the app kept: the next synchronisation brings another.
    if (!Array.isArray(pack.villages)) return undefined;
    return new FieldDesk(username, pack, events, queued);
  }

  /** Takes over what the store says now: after a synchronisation that brought no new pack. */
  async refresh(store: FieldStore): Promise<void> {
    const [events, queued] = await Promise.all([store.events(), store.queue()]);
    this.#events = new Map([...this.pack.facts, ...events].map((event) => [event.id, event]));
    this.#queued = queued;
    this.#build();
  }

  /** Facts that were just saved here. */
  added(events: readonly SyncEvent[]): void {
    this.#queued = [...this.#queued, ...events.map((event) => ({ event, result: null }))];
    for (const stream of new Set(events.map((event) => event.stream))) this.#buildCase(stream);
    this.#households = undefined;
  }

  /** Choices of the office for a village. */
  settingsOf(area: string): PesiarSettings {
    const { unablePerHead } = villageOf(this.pack, area);
    return typeof unablePerHead === 'number'
      ? { ...defaultPesiarSettings, unablePerHead }
      : defaultPesiarSettings;
  }

  get queued(): readonly Queued[] {
    return this.#queued;
  }

  get conflicts(): readonly Queued[] {
    return this.#queued.filter(({ result }) => result?.outcome === 'conflict');
  }

  get cases(): readonly FieldCase[] {
    return [...this.#cases.values()];
  }

  case(id: string): FieldCase | undefined {
    return this.#cases.get(id);
  }

  /** The open case of a resident, or the last one. */
  caseOf(residentNo: string): FieldCase | undefined {
    const own = this.cases.filter(({ state }) => state.subject.residentNo === residentNo);
    return own.find(({ state }) => state.bucket === null) ?? own.at(-1);
  }

  get households(): readonly Household[] {
    this.#households ??= this.#group();
    return this.#households;
  }

  household(key: string): Household | undefined {
    return this.households.find((one) => one.key === key);
  }

  #build(): void {
    this.#cases = new Map();
    this.#households = undefined;
    const streams = new Set([...this.#events.values()].map(({ stream }) => stream));
    for (const { event } of this.#queued) streams.add(event.stream);
    const byStream = Map.groupBy(this.#events.values(), ({ stream }) => stream);
    for (const stream of streams) this.#buildCase(stream, byStream.get(stream) ?? []);
  }

  #buildCase(stream: string, known?: readonly KeptEvent[]): void {
    const kept = known ?? [...this.#events.values()].filter((event) => event.stream === stream);
    const own = this.#queued.filter(({ event }) => event.stream === stream && !this.#events.has(event.id));
    const facts = [
      ...kept.map((event) => factOf(event, event.by, event.device)),
      ...own.map(({ event }) => factOf(event, this.username, null)),
    ];
    const state = caseState(facts);
    if (!state) return;
    const base = Math.max(0, ...kept.map(({ version }) => version));
    this.#cases.set(stream, { facts, state, base, unsent: own.length });
  }

  #group(): Household[] {
    const groups = new Map<string, Household>();
    const groupOf = (
      key: string,
      { area, banjar, address }: Pick<Household, 'area' | 'banjar' | 'address'>,
    ): Household => {
      const found = groups.get(key);
      if (found) return found;
      const made: Household = { key, area, banjar, address, point: null, people: [], cases: [] };
      groups.set(key, made);
      return made;
    };
    for (const person of this.pack.people) {
      const group = groupOf(person.householdKey ?? `p-${person.residentNo}`, person);
      group.people.push(person);
      if (person.lat !== null && person.lon !== null) group.point ??= { lat: person.lat, lon: person.lon };
    }
    for (const one of this.#cases.values()) {
      const { subject, caseId } = one.state;
      const person = subject.residentNo === null ? undefined : this.people.get(subject.residentNo);
      const fallback = subject.residentNo === null ? `c-${caseId}` : `p-${subject.residentNo}`;
      const key = person?.householdKey ?? subject.householdKey ?? fallback;
      const group = groupOf(key, subject);
      group.cases.push(one);
      group.point = visitedAt(one) ?? group.point;
    }
    return [...groups.values()];
  }
}

/** Where somebody stood at the door last: nearer than any register. */
function visitedAt({ facts }: FieldCase): Point | null {
  let point: Point | null = null;
  for (const fact of facts)
    if (fact.kind === 'visited' && fact.body.point && fact.body.point.accuracy <= 100)
      point = fact.body.point;
  return point;
}

/** An event as a fact of a case. */
export function factOf(event: SyncEvent, by: string, device: string | null): CaseFact {
  const { id, stream, kind, at, base, body } = event;
  return { id, caseId: stream, kind, at, by, device, base, body } as CaseFact;
}
