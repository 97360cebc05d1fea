import { isOpenAt, mostWaiting, roomNow } from '@jangkau/campaigns';
import {
  actOnCampaign,
  type CampaignRow,
  type Database,
  type Db,
  dropOptedOut,
  findTemplate,
  giveUpLostMessages,
  goneOut,
  hoursOf,
  keepTurns,
  lockCampaign,
  lockTurns,
  nextTurns,
  noteTemplateState,
  runningCampaigns,
  workLeft,
} from '@jangkau/store';
import { RepeatedWork } from '../repeated-work.ts';
import { decidedTurns } from './decided-turns.ts';
import { openCampaigns } from './open-campaigns.ts';

const everyMs = 5000;
/** Turns looked at beyond the messages there is room for: some are left alone, some need none any more. */
const spare = 50;
/** Who does what nobody did. */
const nobody = 'sistem';

/**
 * Hands the turns of running campaigns to the outbox, as fast as the pace allows. Each step is one transaction under a
 * lock: killed at any moment, a turn is there with its message or has not come.
 */
export class CampaignRunner {
  readonly #database: Pick<Database, 'system'>;
  readonly #line: string;
  readonly #portfolioLimit: () => Promise<number>;
  readonly #userHash: (phone: string) => Buffer;
  readonly #now: () => Date;
  readonly #utcOffset: number;
  readonly #rounds: RepeatedWork;

  constructor(parts: {
    database: Pick<Database, 'system'>;
    /** Number of ours that writes. */
    line: string;
    /** People that may be written to first in 24 hours. */
    portfolioLimit: () => Promise<number>;
    /** What finds the conversation of a phone again. */
    userHash: (phone: string) => Buffer;
    now: () => Date;
    /** Hours the branch is ahead of UTC. */
    utcOffset: number;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#line = parts.line;
    this.#portfolioLimit = parts.portfolioLimit;
    this.#userHash = parts.userHash;
    this.#now = parts.now;
    this.#utcOffset = parts.utcOffset;
    this.#rounds = new RepeatedWork({ work: (ended) => this.step(ended), everyMs, onError: parts.onError });
  }

  start(): void {
    this.#rounds.start();
  }

  close(): Promise<void> {
    return this.#rounds.close();
  }

  /** One round over all running campaigns, the one approved first before the others. */
  async step(ended?: AbortSignal): Promise<void> {
    const { system } = this.#database;
    const campaigns = await runningCampaigns(system);
    await giveUpLostMessages(system, this.#now());
    for (const { id } of campaigns) {
      if (ended?.aborted) return;
      await system.transaction().execute(async (db) => {
        await lockTurns(db);
        // Held until the turns are kept: whoever cancels meanwhile drops their messages too.
        const campaign = await lockCampaign(db, id);
        if (campaign?.state === 'running') await this.#advance(db, campaign);
      });
    }
  }

  async #advance(db: Db, campaign: CampaignRow): Promise<void> {
    const now = this.#now();
    await dropOptedOut(db, campaign.id);
    const { turns, inOutbox, refusal } = await workLeft(db, campaign.id);
    if (refusal !== null) {
      // It would be refused to everybody: a person has to look.
      if (refusal === 'template') {
        await noteTemplateState(db, campaign.templateId, 'paused', { by: nobody, reason: 'WhatsApp' });
      }
      await actOnCampaign(db, campaign.id, 'pause', { by: nobody, now, reason: refusal });
      return;
    }
    if (turns === 0) {
      if (inOutbox === 0) await actOnCampaign(db, campaign.id, 'finish', { by: nobody, now, reason: null });
      return;
    }
    const hours = hoursOf(campaign, this.#utcOffset);
    if (!isOpenAt(now.getTime(), hours)) return;
    const open = await openCampaigns(this.#utcOffset)(db, now);
    const { waiting, ...gone } = await goneOut(db, campaign.id, { now, openCampaigns: open });
    const pace = { perDay: campaign.perDay, portfolioLimit: await this.#portfolioLimit(), hours };
    const room = Math.min(roomNow(gone, pace), mostWaiting - waiting);
    if (room <= 0) return;
    const template = await findTemplate(db, campaign.templateId);
    if (!template) return;
    const { frequencyDays } = campaign;
    const next = await nextTurns(db, campaign.id, { now, frequencyDays, most: room * 2 + spare });
    await keepTurns(
      db,
      campaign.id,
      this.#line,
      decidedTurns(next, template, { room, userHash: this.#userHash }),
      now,
    );
  }
}
