import { setTimeout as sleep } from 'node:timers/promises';
import { type ConversationSettings, officeTime } from '@jangkau/pandawa';
import {
  applyFacilityChoices,
  conversationOfPhone,
  type Database,
  type Db,
  forgetOldCalls,
  idleConversations,
  keepCalls,
  lockConversation,
  lockConversationById,
} from '@jangkau/store';
import { QuestionBatches } from '../eligibility/question-batches.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { CallWorker } from './call-worker.ts';
import { ChatSettingsDesk } from './chat-settings-desk.ts';
import { ConversationDesk } from './conversation-desk.ts';
import { GraphClient } from './graph-client.ts';
import { OutboxSender } from './outbox-sender.ts';
import { portfolioLimitOf } from './portfolio-limit.ts';
import { WhatsappSimulator } from './simulator/whatsapp-simulator.ts';
import type { WhatsappSettings } from './whatsapp-settings.ts';

/** Calls worked at once. */
const workers = 2;
const idleMs = 500;
const housekeepingMs = 60_000;

/** The WhatsApp channel: keeps calls, works them, sends answers. */
export class WhatsappChannel {
  readonly settings: WhatsappSettings;
  /** Calls of the Graph API. */
  readonly graph: GraphClient;
  /** Stands in for WhatsApp when no real one is configured. */
  readonly simulator: WhatsappSimulator | undefined;
  readonly #database: Database;
  readonly #kept: QuestionBatches<Buffer, void>;
  readonly #worker: CallWorker;
  readonly #sender: OutboxSender;
  /** Moves conversations on, for calls and for front-liners. */
  readonly desk: ConversationDesk;
  readonly chatSettings: ChatSettingsDesk;
  readonly #onError: (error: unknown) => void;
  readonly #loops: Promise<void>[] = [];
  /** Those who pause. */
  readonly #wake = new Set<() => void>();
  #closing = false;
  /** Calls that wait for their answer: they go before all other work. */
  #beingKept = 0;
  /** Address of this server, for the simulator. */
  ownUrl = '';

  constructor(parts: {
    database: Database;
    settings: WhatsappSettings;
    key: Buffer;
    /** Seals what people send. */
    box: SecretBox;
    conversation?: ConversationSettings;
    /** The clock of the outbox and the conversations. */
    now: () => Date;
    /** Campaigns that run and are within their hours. */
    openCampaigns: (db: Db, now: Date) => Promise<readonly number[]>;
    /** Address of the service for browsers; undefined: the one it listens on. */
    publicUrl?: string | undefined;
    onError: (error: unknown) => void;
  }) {
    const { database, settings, key, onError } = parts;
    this.#database = database;
    this.settings = settings;
    this.#onError = onError;
    this.chatSettings = new ChatSettingsDesk(
      parts.conversation,
      // Where we listen is known only once we do.
      () => `${parts.publicUrl ?? this.ownUrl}/member/`,
    );
    if (!settings.baseUrl) {
      this.simulator = new WhatsappSimulator(settings, () => `${this.ownUrl}/webhooks/whatsapp`, parts.now);
    }
    this.#kept = new QuestionBatches(async (bodies) => {
      await keepCalls(database.doorPool, bodies);
      return bodies.map(() => undefined);
    });
    this.graph = new GraphClient(settings, () => settings.baseUrl ?? `${this.ownUrl}/simulator/graph`);
    const { graph } = this;
    this.desk = new ConversationDesk({ key, settings: this.chatSettings });
    this.#worker = new CallWorker({
      database,
      desk: this.desk,
      graph,
      accountId: settings.accountId,
      box: parts.box,
      now: parts.now,
      onError,
    });
    this.#sender = new OutboxSender({
      database,
      graph,
      perSecond: settings.perSecond,
      portfolioLimit: () => this.portfolioLimit(),
      now: parts.now,
      openCampaigns: parts.openCampaigns,
      onError,
    });
  }

  /** People that may be written to first in 24 hours. */
  portfolioLimit(): Promise<number> {
    return portfolioLimitOf(this.#database.system, this.settings.portfolioLimit);
  }

  /** What is kept of a phone or user id to find its conversation again. */
  userHash(user: string): Buffer {
    return this.desk.hash('user', user);
  }

  /** Keeps a signed call; it survives anything once this returns. */
  async keep(body: Buffer): Promise<void> {
    this.#beingKept++;
    try {
      await this.#kept.ask(body);
    } finally {
      this.#beingKept--;
    }
    this.nudge();
  }

  /** The conversation with a phone (62...), locked; made when there is none: for messages that begin one. */
  async conversationWith(db: Db, phone: string): Promise<string> {
    const line = this.settings.phoneNumberId;
    const known = await conversationOfPhone(db, line, phone);
    const row =
      (known && (await lockConversationById(db, known))) ||
      (await lockConversation(db, {
        line,
        userHash: this.desk.hash('user', phone),
        address: phone,
        phone,
      }));
    return row.id;
  }

  /** Begins to work and to send. */
  start(ownUrl: string): void {
    this.ownUrl = ownUrl;
    for (let i = 0; i < workers; i++) {
      this.#loops.push(this.#loop(() => this.#afterCalls(() => this.#worker.workNext()), idleMs));
    }
    this.#loops.push(
      this.#loop(() => this.#afterCalls(async () => (await this.#sender.sendDue()) > 0), idleMs),
    );
    this.#loops.push(
      this.#loop(async () => {
        await this.#housekeeping();
        return false;
      }, housekeepingMs),
    );
  }

  /** Works everything that waits now, and sends what is due: for tests. */
  async settle(): Promise<void> {
    while (await this.#worker.workNext()) {
      // One after the other.
    }
    while ((await this.#sender.sendDue()) > 0) this.nudge();
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.nudge();
    await Promise.all(this.#loops);
  }

  async #loop(work: () => Promise<boolean>, pauseMs: number): Promise<void> {
    while (!this.#closing) {
      let more = false;
      try {
        more = await work();
      } catch (error) {
        if (!this.#closing) this.#onError(error);
      }
      if (more) this.nudge();
      else if (!this.#closing) await this.#pause(pauseMs);
    }
  }

  /** Lets calls that wait for an answer go first, for a quarter of a second at most. */
  async #afterCalls(work: () => Promise<boolean>): Promise<boolean> {
    for (let i = 0; i < 25 && this.#beingKept > 0; i++) await sleep(10);
    return work();
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wake.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#wake.add(wake);
    });
  }

  /** There is something to do now. */
  nudge(): void {
    for (const wake of this.#wake) wake();
  }

  /** Ends what was left alone, and deletes what is old. */
  async #housekeeping(): Promise<void> {
    const { system } = this.#database;
    await forgetOldCalls(system);
    const { conversation } = await this.chatSettings.load(system);
    await applyFacilityChoices(system, officeTime(new Date().toISOString(), conversation.office).date);
    for (const id of await idleConversations(system, conversation.idleMinutes)) {
      await system.transaction().execute(async (db) => {
        const row = await lockConversationById(db, id);
        const at = new Date().toISOString();
        if (row) await this.desk.handle(db, row, { kind: 'clock', id: `clock ${at}`, at });
      });
    }
  }
}
