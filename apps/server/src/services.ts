import path from 'node:path';
import {
  type Database,
  DecisionRepository,
  OfficerRepository,
  RunRepository,
  UploadRepository,
  type WordCounts,
} from '@jangkau/store';
import { BackupService } from './backups/backup-service.ts';
import { BreachDesk } from './privacy/breach-desk.ts';
import { RequestDesk } from './privacy/request-desk.ts';
import { RetentionService } from './privacy/retention-service.ts';
import { EventBus } from './runs/event-bus.ts';
import { RunQueue } from './runs/run-queue.ts';
import { filesOfRun, RunService } from './runs/run-service.ts';
import { eventView } from './runs/run-view.ts';
import { SessionService } from './sessions/session-service.ts';
import type { Settings } from './settings.ts';
import type { RegisterReader } from './uploads/register-file.ts';
import { UploadService } from './uploads/upload-service.ts';

export interface ServiceOptions {
  database: Database;
  settings: Settings;
  reader: RegisterReader;
  jobFile: string;
  onError(error: unknown, runId: string | undefined): void;
}

export type Services = ReturnType<typeof buildServices>;

/** Puts the parts of the server together. Repositories belong to a request: they are made on its transaction. */
export function buildServices(options: ServiceOptions) {
  const { database, settings } = options;
  const runs = new RunRepository(database.system);
  const uploads = new UploadRepository(database.system);
  const decisions = new DecisionRepository(database.system);
  const officers = new OfficerRepository(database);
  const letterOffice = { head: settings.letterhead, timeZone: settings.timeZone };
  const events = new EventBus<ReturnType<typeof eventView>>();
  const queue = new RunQueue({
    database,
    runs,
    decisions,
    filesOf: (run) => filesOfRun(uploads, run),
    jobFile: options.jobFile,
    onEvent: (row) => events.publish({ id: eventView(row, 'id'), en: eventView(row, 'en') }),
    onError: options.onError,
  });
  return {
    database,
    settings,
    /** Runs and decisions as the background sees them: all of them. */
    runs,
    decisions,
    officers,
    events,
    queue,
    /** Counts of searches, shared by all requests. */
    wordCounts: new Map() as WordCounts,
    letterOffice,
    requestDesk: new RequestDesk({ database }, letterOffice),
    breachDesk: new BreachDesk(letterOffice),
    retention: new RetentionService({
      database,
      timeZone: settings.timeZone,
      onError: (error) => options.onError(error, undefined),
    }),
    backups: new BackupService({
      database,
      settings,
      onError: (error) => options.onError(error, undefined),
    }),
    sessions: new SessionService(officers, database),
    uploads: new UploadService({
      reader: options.reader,
      directory: path.join(settings.dataDir, 'uploads'),
      maxBytes: settings.maxUploadBytes,
    }),
    runService: new RunService({
      database,
      directory: path.join(settings.dataDir, 'runs'),
      timeZone: settings.timeZone,
    }),
  };
}
