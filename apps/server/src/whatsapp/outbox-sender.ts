import { campaignLimit } from '@jangkau/campaigns';
import {
  type Database,
  type Db,
  type DueMessage,
  holdMessage,
  markUndeliverable,
  messageAccepted,
  messageRefused,
  takeDueMessages,
  wasAskedToWrite,
} from '@jangkau/store';
import { type GraphClient, GraphError } from './graph-client.ts';
import { type ErrorKind, retryIn } from './graph-errors.ts';
import { messageForWhatsapp, type OutboxBody, reopeningTemplate } from './message-for-whatsapp.ts';

/** How many messages are on their way at once. */
const together = 8;

/**
 * Sends what is in the outbox. A message is taken, sent, and marked; killed in between it is sent again after two
 * minutes: WhatsApp offers no way to ask whether it arrived, so the person may see it twice rather than not at all.
 * Messages of campaigns the other way round: rather not at all than twice.
 */
export class OutboxSender {
  readonly #database: Database;
  readonly #graph: Pick<GraphClient, 'send'>;
  readonly #perSecond: number;
  readonly #portfolioLimit: () => Promise<number>;
  readonly #now: () => Date;
  readonly #openCampaigns: (db: Db, now: Date) => Promise<readonly number[]>;
  readonly #onError: (error: unknown) => void;
  #allowance = 0;
  #refilledAt = 0;

  constructor(parts: {
    database: Database;
    graph: Pick<GraphClient, 'send'>;
    perSecond: number;
    /** People that may be written to first in 24 hours. */
    portfolioLimit: () => Promise<number>;
    now: () => Date;
    /** Campaigns that run and are within their hours. */
    openCampaigns: (db: Db, now: Date) => Promise<readonly number[]>;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#graph = parts.graph;
    this.#perSecond = parts.perSecond;
    this.#portfolioLimit = parts.portfolioLimit;
    this.#now = parts.now;
    this.#openCampaigns = parts.openCampaigns;
    this.#onError = parts.onError;
  }

  /** Sends what is due, as far as the throughput allows; how many were tried. */
  async sendDue(): Promise<number> {
    const most = Math.min(together, this.#room());
    if (most < 1) return 0;
    const now = this.#now();
    const portfolioLimit = await this.#portfolioLimit();
    const due = await this.#database.system.transaction().execute(async (db) =>
      takeDueMessages(db, {
        now,
        most,
        portfolioLimit,
        campaignLimit: campaignLimit(portfolioLimit),
        openCampaigns: await this.#openCampaigns(db, now),
      }),
    );
    this.#allowance -= due.length;
    await Promise.all(due.map((message) => this.#send(message)));
    return due.length;
  }

  /** Messages that may go now: the allowance of a second grows with time. */
  #room(): number {
    const now = this.#now().getTime();
    this.#allowance = Math.min(
      this.#perSecond,
      this.#allowance + ((now - this.#refilledAt) / 1000) * this.#perSecond,
    );
    this.#refilledAt = now;
    return Math.floor(this.#allowance);
  }

  async #send(message: DueMessage): Promise<void> {
    const db = this.#database.system;
    try {
      const own = message.body as OutboxBody;
      const isTemplate = own.kind === 'template' || own.kind === 'code';
      const send = (body: OutboxBody) =>
        this.#graph.send(message.line, messageForWhatsapp(message, message.id, body));
      // The answer itself cannot go after 24 hours; WhatsApp's clock counts.
      const wamid =
        isTemplate || message.in_window
          ? await send(own).catch((error) => {
              if (isTemplate || !(error instanceof GraphError) || error.kind !== 'window') throw error;
              return undefined;
            })
          : undefined;
      if (wamid !== undefined) {
        await messageAccepted(db, message.id, { wamid, byTemplate: false, now: this.#now() });
      } else if (await wasAskedToWrite(db, message.conversation_id)) {
        await holdMessage(db, message.id);
      } else {
        // A template asks the person to write again, and then the answer goes.
        const asked = await send(reopeningTemplate);
        await messageAccepted(db, message.id, { wamid: asked, byTemplate: true, now: this.#now() });
      }
    } catch (error) {
      if (!(error instanceof GraphError)) {
        this.#onError(error);
        return;
      }
      // Perhaps it was taken: of a campaign nobody gets it twice. A status will tell, or it counts as lost.
      if (error.isUnsure && message.campaign_id !== null) return;
      await this.#refused(message, error.code, error.kind);
    }
  }

  async #refused(message: DueMessage, code: number | null, kind: ErrorKind): Promise<void> {
    const db = this.#database.system;
    await messageRefused(db, message.id, {
      code,
      kind,
      retryInSeconds: retryIn(kind, message.attempts),
      now: this.#now(),
    });
    if (kind === 'recipient') await markUndeliverable(db, message.conversation_id, String(code));
    if (kind === 'credentials' || kind === 'account' || kind === 'template') {
      this.#onError(new Error(`WhatsApp refuses: ${kind} ${code}`));
    }
  }
}
