import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type BackupOrigin, BackupRepository, type Database, isConnectionLost } from '@jangkau/store';
import { Cron } from 'croner';
import type { Settings } from '../settings.ts';
import { backupName } from './backup-name.ts';
import { BackupFailure, type BackupStep, runBackupProcess } from './backup-process.ts';
import { keptBackups } from './kept-backups.ts';

export interface BackupServiceOptions {
  database: Database;
  settings: Settings;
  onError(error: unknown): void;
}

/** Older than this, the last good backup is told as a warning. */
export const staleAfterHours = 36;
/** A machine that is switched off at night makes its backup this long after it was started. */
const catchUpAfterMs = 10 * 60_000;
const systemName = 'sistem';

/** Makes backups: by the clock, and when somebody asks; one at a time. Removes those the rotation does not keep. */
export class BackupService {
  readonly #options: BackupServiceOptions;
  readonly #log: BackupRepository;
  readonly #closing = new AbortController();
  #cron: Cron | undefined;
  #catchUp: NodeJS.Timeout | undefined;
  #step: BackupStep | undefined;
  #working: Promise<void> | undefined;

  constructor(options: BackupServiceOptions) {
    this.#options = options;
    this.#log = new BackupRepository(options.database.system);
  }

  /** Follows the schedule from now on, and makes up for a backup that was missed. */
  async start(catchUpMs: number = catchUpAfterMs): Promise<void> {
    const { backupSchedule, timeZone } = this.#options.settings;
    if (backupSchedule === undefined) return;
    this.#cron = new Cron(backupSchedule, { timezone: timeZone, unref: true }, () => {
      this.begin('schedule', systemName);
    });
    const [next, following] = this.#cron.nextRuns(2);
    const last = await this.#log.lastGood();
    const period = next && following ? following.getTime() - next.getTime() : 0;
    if (last && Date.now() - last.getTime() <= period) return;
    this.#catchUp = setTimeout(() => this.begin('schedule', systemName), catchUpMs);
    this.#catchUp.unref();
  }

  /** When the next one is due by itself. */
  get next(): Date | null {
    return this.#cron?.nextRun() ?? null;
  }

  /** How far the backup at hand is. */
  get running(): BackupStep | null {
    if (this.#working === undefined) return null;
    return this.#step ?? { step: 'tables', fraction: 0 };
  }

  /** Begins a backup unless one is being made; it goes on by itself, and its end is in the log. */
  begin(origin: BackupOrigin, requestedBy: string): void {
    if (this.#working !== undefined || this.#closing.signal.aborted) return;
    this.#working = this.#make(origin, requestedBy)
      .catch((error) => this.#options.onError(error))
      .finally(() => {
        this.#working = undefined;
        this.#step = undefined;
      });
  }

  /** Resolves when no backup is being made. */
  async idle(): Promise<void> {
    await this.#working;
  }

  /** Stops following the schedule; a backup at hand is broken off and leaves nothing. */
  async close(): Promise<void> {
    this.#cron?.stop();
    clearTimeout(this.#catchUp);
    this.#closing.abort();
    await this.#working;
  }

  async #make(origin: BackupOrigin, requestedBy: string): Promise<void> {
    const { settings } = this.#options;
    const startedAt = new Date();
    const encrypted = settings.backupRecipients.length > 0;
    const file = backupName(startedAt, settings.timeZone, encrypted);
    const about = { origin, requested_by: requestedBy, file };
    try {
      const made = await runBackupProcess(
        {
          url: settings.databaseUrl,
          directory: path.join(settings.dataDir, 'postgres'),
          dataDir: settings.dataDir,
          file: path.join(settings.backupDir, file),
          recipients: settings.backupRecipients,
          files: settings.backupFiles,
        },
        (step) => {
          this.#step = step;
        },
        this.#closing.signal,
      );
      await this.#log.done(about, { ...made, startedAt, encrypted });
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      const code = error instanceof BackupFailure ? error.code : 'internal';
      // A database that is gone takes no entry; its absence is told by the age of the last good one.
      await this.#log.failed(about, startedAt, code).catch((failure) => {
        if (!isConnectionLost(failure)) throw failure;
      });
      throw error;
    }
    await this.#rotate();
  }

  async #rotate(): Promise<void> {
    const { backupDir, backupKeep } = this.#options.settings;
    const names = (await readdir(backupDir)).filter((name) =>
      /^jangkau-\d{8}-\d{6}\.tar(\.age)?$/.test(name),
    );
    const kept = keptBackups(names, backupKeep);
    for (const file of names.filter((name) => !kept.has(name))) {
      await rm(path.join(backupDir, file));
      await this.#log.removed({ origin: 'schedule', requested_by: systemName, file });
    }
  }
}
