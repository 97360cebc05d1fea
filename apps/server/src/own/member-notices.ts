import { setTimeout as sleep } from 'node:timers/promises';
import { formatDate } from '@jangkau/kernel';
import { activationsToTell, type Database, duesToTell, queueMessage } from '@jangkau/store';
import { firstNameOf } from '../whatsapp/first-name-of.ts';
import type { Outbox } from './member-sign-in.ts';

/** How often it is looked for what is to be told. */
const everyMs = 60_000;
/** Days before a due date. */
const aheadDays = 5;
/** Hours at the branch in which nobody minds a reminder. */
const awake = { from: 8, to: 20 };

/**
 * Tells members over WhatsApp what facts say: covered again, a bill or a stage due. A message names no debt: whoever
 * holds the phone may read it. What was told is in the outbox, so a start or a second server tells nothing twice.
 */
export class MemberNotices {
  readonly #database: Database;
  readonly #outbox: Outbox;
  readonly #today: () => string;
  readonly #hour: () => number;
  readonly #onError: (error: unknown) => void;
  readonly #ended = new AbortController();
  #loop: Promise<void> | undefined;
  #running: Promise<unknown> = Promise.resolve();
  /** The round that begins once the running one has ended. */
  #next: Promise<number> | undefined;

  constructor(parts: {
    database: Database;
    outbox: Outbox;
    today: () => string;
    /** Hour of the day at the branch. */
    hour: () => number;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#outbox = parts.outbox;
    this.#today = parts.today;
    this.#hour = parts.hour;
    this.#onError = parts.onError;
  }

  start(): void {
    this.#loop ??= this.#go();
  }

  /**
   * Says what is to be said now: after a payment, so that nobody waits. Returns how many messages. One round runs and
   * one waits at most: that one sees whatever happened before it begins, for all who asked meanwhile.
   */
  tell(): Promise<number> {
    this.#next ??= this.#running.then(() => {
      const round = this.#tell();
      this.#running = round.catch(() => undefined);
      this.#next = undefined;
      return round;
    });
    return this.#next;
  }

  async close(): Promise<void> {
    this.#ended.abort();
    await this.#loop;
    await this.#running;
  }

  async #go(): Promise<void> {
    while (!this.#ended.signal.aborted) {
      await this.tell().catch((error) => {
        if (!this.#ended.signal.aborted) this.#onError(error);
      });
      await sleep(everyMs, undefined, { signal: this.#ended.signal }).catch(() => undefined);
    }
  }

  async #tell(): Promise<number> {
    const queued = await this.#database.system.transaction().execute(async (db) => {
      let n = 0;
      for (const { conversationId, memberId, on, name } of await activationsToTell(db)) {
        await queueMessage(db, conversationId, {
          key: `active-again/${memberId}/${on}`,
          kind: 'template',
          body: {
            kind: 'template',
            name: 'pandawa_aktif_kembali',
            parameters: [firstNameOf(name), formatDate(on)],
          },
        });
        n++;
      }
      const hour = this.#hour();
      if (hour < awake.from || hour >= awake.to) return n;
      for (const due of await duesToTell(db, this.#today(), aheadDays)) {
        await queueMessage(db, due.conversationId, {
          key: due.key,
          kind: 'template',
          body: {
            kind: 'template',
            name: due.what === 'stage' ? 'pandawa_tahap_rehab' : 'pandawa_tagihan',
            parameters: [firstNameOf(due.name), formatDate(due.dueOn)],
          },
        });
        n++;
      }
      return n;
    });
    if (queued > 0) this.#outbox.nudge();
    return queued;
  }
}
