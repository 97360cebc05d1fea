import path from 'node:path';
import {
  AccessLog,
  AreaRepository,
  ComparisonRepository,
  type Database,
  DecisionRepository,
  FiguresRepository,
  IdempotencyRepository,
  OfficerRepository,
  PeopleRepository,
  PersonRepository,
  PrintRepository,
  ReviewRepository,
  RunRepository,
  UploadRepository,
} from '@jangkau/store';
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

/** Puts the parts of the server together. */
export function buildServices(options: ServiceOptions) {
  const { database, settings } = options;
  const runs = new RunRepository(database.app);
  const uploads = new UploadRepository(database.app);
  const areas = new AreaRepository(database.app);
  const decisions = new DecisionRepository(database.app);
  const officers = new OfficerRepository(database);
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
    runs,
    areas,
    decisions,
    officers,
    events,
    queue,
    people: new PeopleRepository(database.app),
    persons: new PersonRepository(database.app),
    review: new ReviewRepository(database.app),
    figures: new FiguresRepository(database.app),
    comparison: new ComparisonRepository(database.app),
    print: new PrintRepository(database.app),
    accessLog: new AccessLog(database.app),
    idempotency: new IdempotencyRepository(database.app),
    sessions: new SessionService(officers),
    uploads: new UploadService({
      uploads,
      reader: options.reader,
      directory: path.join(settings.dataDir, 'uploads'),
      maxBytes: settings.maxUploadBytes,
    }),
    runService: new RunService({
      database,
      runs,
      uploads,
      areas,
      queue,
      directory: path.join(settings.dataDir, 'runs'),
      timeZone: settings.timeZone,
    }),
  };
}
