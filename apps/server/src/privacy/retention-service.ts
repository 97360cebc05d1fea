import { rm, stat } from 'node:fs/promises';
import type { RetentionOverview } from '@jangkau/contracts';
import {
  type KeptItem,
  planRetention,
  type RetentionKind,
  type RetentionPlan,
  retentionDays,
  retentionRules,
} from '@jangkau/privacy';
import {
  AuditLog,
  type Database,
  type Db,
  deleteRun,
  PrivacySettings,
  Retention,
  type RetentionRunRow,
  RunRepository,
  Scope,
  type StandingHold,
  UploadRepository,
} from '@jangkau/store';
import { Cron } from 'croner';

export interface RetentionOptions {
  database: Database;
  timeZone: string;
  onError(error: unknown): void;
}

/** At night, when nobody maps. */
const schedule = '30 2 * * *';
const itemsShown = 20;
const runsShown = 20;

/** Deletes what has been kept long enough, on schedule or when asked, and says beforehand what that is. */
export class RetentionService {
  readonly #options: RetentionOptions;
  #cron: Cron | undefined;
  #running: Promise<RetentionRunRow> | undefined;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /** Starts the nightly job. */
  start(): void {
    const { timeZone, onError } = this.#options;
    this.#cron = new Cron(schedule, { timezone: timeZone, catch: onError, protect: true, unref: true }, () =>
      this.run('sistem').then(() => undefined),
    );
  }

  /** Stops the job and waits for what is being deleted. */
  async close(): Promise<void> {
    this.#cron?.stop();
    await this.#running?.catch(() => undefined);
  }

  /** What would be deleted now: the dry run. */
  async plan(): Promise<{
    plan: RetentionPlan;
    days: (kind: RetentionKind) => number;
    holds: StandingHold[];
  }> {
    const { database, timeZone } = this.#options;
    const { owner } = database;
    const [items, set, ofRequests, settings] = [
      await presentItems(await Retention.items(owner, timeZone), owner),
      await Retention.holds(owner),
      await Retention.requestHolds(owner),
      await PrivacySettings.standing(owner),
    ];
    const holds = [...set, ...ofRequests];
    const days = (kind: RetentionKind) => retentionDays(kind, settings.get(`retention.${kind}`));
    return { plan: planRetention(items, holds, days, new Date().toISOString()), days, holds };
  }

  /** Rules in force with what they would delete, holds, and what was deleted. */
  async overview(db: Db): Promise<RetentionOverview> {
    const { plan, days, holds } = await this.plan();
    const of = (items: readonly KeptItem[], kind: RetentionKind) =>
      items.filter((item) => item.kind === kind);
    return {
      rules: retentionRules.map((rule) => {
        const due = of(plan.due, rule.kind);
        return {
          kind: rule.kind,
          what: rule.what,
          countedFrom: rule.countedFrom,
          days: days(rule.kind),
          defaultDays: rule.days,
          least: rule.least,
          most: rule.most,
          ending: rule.ending,
          legalBasis: rule.legalBasis,
          due: due.slice(0, itemsShown).map(({ key, label, since, size }) => ({ key, label, since, size })),
          dueCount: due.length,
          heldCount: of(plan.held, rule.kind).length,
          staying: of(plan.staying, rule.kind).length,
        };
      }),
      holds: holds.map(({ kind, key, reason, by, at }) => ({ kind, key, reason, by, at })),
      runs: await Retention.runs(db, runsShown),
      nextRunAt: this.#cron?.nextRun()?.toISOString() ?? null,
    };
  }

  /** Deletes what is due and records it. Calls while it works get the same run. */
  run(username: string): Promise<RetentionRunRow> {
    this.#running ??= this.#run(username).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(username: string): Promise<RetentionRunRow> {
    const { database, onError } = this.#options;
    const { plan } = await this.plan();
    const deleted: RetentionRunRow['deleted'] = {};
    let failed = 0;
    for (const item of plan.due) {
      try {
        await this.#delete(item);
        deleted[item.kind] = (deleted[item.kind] ?? 0) + 1;
      } catch (error) {
        failed++;
        onError(error);
      }
    }
    const result = { deleted, held: plan.held.length, failed };
    const id = await database.as(Scope.system(), async (db) => {
      await AuditLog.add(db, Scope.system(), {
        action: 'retention.manage',
        detail: { ...result, by: username },
      });
      return Retention.addRun(db, username, result);
    });
    return { id, at: new Date().toISOString(), by: username, ...result };
  }

  async #delete(item: KeptItem): Promise<void> {
    const { database, timeZone } = this.#options;
    const { owner } = database;
    if (item.kind === 'uploads') {
      const uploads = new UploadRepository(owner);
      const [upload] = await uploads.find([item.key]);
      if (!upload) return;
      // The row first: a file without a row is rubbish, a row without its file would break a mapping.
      await uploads.markDeleted(item.key);
      await rm(upload.path, { force: true });
    } else if (item.kind === 'run-files' || item.kind === 'run-results') {
      const run = await new RunRepository(owner).find(item.key);
      if (!run) return;
      if (item.kind === 'run-results') await deleteRun(database, run);
      await rm(run.directory, { recursive: true, force: true });
    } else if (item.kind === 'export-orders' || item.kind === 'idempotency' || item.kind === 'sessions') {
      await Retention.deleteDay(owner, item.kind, item.key);
    } else if (item.kind === 'chat-files' || item.kind === 'chat-messages') {
      await Retention.deleteChatDay(owner, item.kind, { day: item.key, timeZone });
    } else if (item.kind === 'campaign-families') {
      await Retention.deleteCampaignFamilies(owner, item.key);
    } else if (item.kind === 'change-list-names') {
      await Retention.forgetListNames(owner, item.key);
    } else if (item.kind === 'ended-members') {
      await Retention.forgetEndedMembers(owner, item.key);
    } else if (item.kind === 'case-photos') {
      await Retention.deleteCasePhotos(owner, item.key);
    }
  }
}

/** Without the files of mappings whose folder is gone already. */
async function presentItems(items: KeptItem[], owner: Db): Promise<KeptItem[]> {
  const runs = new RunRepository(owner);
  const present = await Promise.all(
    items.map(async (item) => {
      if (item.kind !== 'run-files') return true;
      const run = await runs.find(item.key);
      return run !== undefined && (await stat(run.directory).catch(() => undefined)) !== undefined;
    }),
  );
  return items.filter((_, i) => present[i]);
}
