import { readLanguage } from '@jangkau/phone';
import {
  backOff,
  ClockSkew,
  EventClock,
  LinkFailure,
  type LinkFailureKind,
  type SyncEvent,
  type SyncReport,
  synchronise,
  uuidV7,
} from '@jangkau/sync';
import { HttpServer } from '../link/http-server.ts';
import { FieldDesk } from '../people/field-desk.ts';
import { type Bytes, fillRandom } from '../store/bytes.ts';
import type { Enrolment } from '../store/enrolment.ts';
import { FieldStore, type NewFile } from '../store/field-store.ts';
import type { Store } from '../store/open-store.ts';
import type { Vault } from '../store/vault.ts';

/** How synchronising stands. */
export interface LinkState {
  running: boolean;
  /** What it is doing, and how much of that is done (0 to 1). */
  doing: 'sending' | 'fetching' | 'pack' | 'attachments' | null;
  share: number;
  problem: { kind: LinkFailureKind; message: string } | null;
  last: SyncReport | null;
  lastAt: number | null;
}

/** How often it is tried while the app is open and there is something to send or fetch. */
const everyMs = 60_000;

/** The app while it is unlocked: what is known, saving, and synchronising. Screens listen for changes. */
export class FieldApp {
  readonly enrolment: Enrolment;
  readonly store: FieldStore;
  desk: FieldDesk | undefined;
  link: LinkState = { running: false, doing: null, share: 0, problem: null, last: null, lastAt: null };
  readonly #raw: Store;
  readonly #skew = new ClockSkew();
  readonly #clock: EventClock;
  readonly #server: HttpServer;
  readonly #listeners = new Set<() => void>();
  readonly #onRevoked: () => void;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  private constructor(parts: {
    raw: Store;
    store: FieldStore;
    enrolment: Enrolment;
    token: string;
    clock: { correction: number; last: number };
    onRevoked: () => void;
  }) {
    this.#raw = parts.raw;
    this.store = parts.store;
    this.enrolment = parts.enrolment;
    this.#onRevoked = parts.onRevoked;
    this.#clock = new EventClock(Date.now, parts.clock.correction, parts.clock.last);
    this.#server = new HttpServer(
      { device: parts.enrolment.device, token: parts.token },
      this.#skew,
      readLanguage,
    );
  }

  /** Reads what is kept on the phone. */
  static async open(
    raw: Store,
    vault: Vault,
    enrolment: Enrolment,
    onRevoked: () => void,
  ): Promise<FieldApp> {
    const sealed = await raw.get<Bytes>('meta', 'token');
    if (!sealed) throw new Error('this phone is not enrolled');
    const token = await vault.decryptJson<string>(sealed, 'token');
    const clock = (await raw.get<{ correction: number; last: number }>('meta', 'clock')) ?? {
      correction: 0,
      last: 0,
    };
    const store = new FieldStore(raw, vault, enrolment);
    const app = new FieldApp({ raw, store, enrolment, token, clock, onRevoked });
    app.desk = await FieldDesk.load(store, enrolment.username);
    return app;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins to synchronise by itself: now, when the connection comes back, and every minute. */
  start(): void {
    addEventListener('online', this.#soon);
    void this.sync();
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#soon);
    clearTimeout(this.#timer);
  }

  /** A new event of a case, with its moment and what was known of the case. */
  event(stream: string, kind: string, body: object): SyncEvent {
    const ms = this.#clock.next();
    return {
      id: uuidV7(ms, fillRandom),
      stream,
      kind,
      at: new Date(ms).toISOString(),
      base: this.desk?.case(stream)?.base ?? 0,
      body,
    };
  }

  newId(): string {
    return uuidV7(Date.now(), fillRandom);
  }

  /** The moment by the clock that was put right. */
  now(): Date {
    return new Date(Date.now() + this.#clock.correction);
  }

  /** Saves facts with their files; they are safe when it resolves, whatever becomes of the phone's connection. */
  async save(events: readonly SyncEvent[], files: readonly NewFile[], draft?: string): Promise<void> {
    await this.store.add(events, files, draft);
    this.desk?.added(events);
    this.#changed();
    this.#soon();
  }

  /** What a person decided about facts in conflict: they are sent again, with the decision. */
  async settleConflict(again: readonly SyncEvent[], decision: SyncEvent): Promise<void> {
    await this.store.settleConflict(again, decision);
    await this.desk?.refresh(this.store);
    this.#changed();
    this.#soon();
  }

  /** Synchronises now, unless it is being done. Never throws: what went wrong is in `link`. */
  async sync(): Promise<void> {
    if (this.link.running || this.#closed) return;
    clearTimeout(this.#timer);
    this.#set({ running: true, problem: null });
    let wait = everyMs;
    try {
      const last = await navigator.locks.request('jangkau-field-sync', () =>
        synchronise(this.store, this.#server, (doing, share) => this.#set({ doing, share })),
      );
      this.#failures = 0;
      await this.#keepClock();
      if (last.newPack || !this.desk) this.desk = await FieldDesk.load(this.store, this.enrolment.username);
      else await this.desk.refresh(this.store);
      this.#set({ running: false, doing: null, last, lastAt: Date.now() });
    } catch (error) {
      if (!(error instanceof LinkFailure)) console.error(error);
      const kind = error instanceof LinkFailure ? error.kind : 'refused';
      const message = error instanceof Error ? error.message : String(error);
      const retryAfter = error instanceof LinkFailure ? error.retryAfterSeconds : undefined;
      this.#failures++;
      wait = backOff(this.#failures, Math.random(), retryAfter);
      await this.desk?.refresh(this.store).catch(() => undefined);
      this.#set({ running: false, doing: null, problem: { kind, message } });
      if (kind === 'revoked') return this.#onRevoked();
    }
    if (!this.#closed) this.#timer = setTimeout(() => void this.sync(), wait);
  }

  #soon = (): void => {
    this.#failures = 0;
    if (navigator.onLine) void this.sync();
  };

  async #keepClock(): Promise<void> {
    this.#clock.correction = this.#skew.offset;
    const value = { correction: this.#skew.offset, last: this.#clock.next() };
    await this.#raw.write([{ put: 'meta', key: 'clock', value }]);
  }

  #set(change: Partial<LinkState>): void {
    this.link = { ...this.link, ...change };
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
