import path from 'node:path';
import { utcOffsetOf } from '@jangkau/kernel';
import { defaultConversationSettings } from '@jangkau/pandawa';
import {
  AreaRepository,
  type Database,
  DecisionRepository,
  RunRepository,
  UploadRepository,
  type WordCounts,
} from '@jangkau/store';
import { BackupService } from './backups/backup-service.ts';
import { CampaignRunner } from './campaigns/campaign-runner.ts';
import { openCampaigns } from './campaigns/open-campaigns.ts';
import { TemplateDesk } from './campaigns/template-desk.ts';
import { ClientGate } from './clients/client-gate.ts';
import { ClientService } from './clients/client-service.ts';
import { EligibilityDesk } from './eligibility/eligibility-desk.ts';
import { FiguresService } from './figures/figures-service.ts';
import { PublicFiguresDesk } from './figures/public-figures.ts';
import { RulesInForce } from './ledger/rules-in-force.ts';
import { ServerMetrics } from './metrics/server-metrics.ts';
import { MonthCloseService } from './month-close/month-close-service.ts';
import { MemberNotices } from './own/member-notices.ts';
import { MemberSessions } from './own/member-sessions.ts';
import { MemberSignIn } from './own/member-sign-in.ts';
import { OwnRequests } from './own/own-requests.ts';
import { PesiarDesk } from './pesiar/pesiar-desk.ts';
import { BreachDesk } from './privacy/breach-desk.ts';
import { HourlyLimit } from './privacy/hourly-limit.ts';
import { RequestDesk } from './privacy/request-desk.ts';
import { RetentionService } from './privacy/retention-service.ts';
import { EventBus } from './runs/event-bus.ts';
import { RunQueue } from './runs/run-queue.ts';
import { filesOfRun, RunService, today } from './runs/run-service.ts';
import { type EventPayload, eventView } from './runs/run-view.ts';
import { SecretBox } from './secrets/secret-box.ts';
import { AccountService } from './sessions/account-service.ts';
import { CodeApps } from './sessions/code-apps.ts';
import { OidcProvider } from './sessions/oidc-provider.ts';
import { SessionService } from './sessions/session-service.ts';
import { SignInService } from './sessions/sign-in-service.ts';
import { UserService } from './sessions/user-service.ts';
import type { Settings } from './settings.ts';
import { signingKeys } from './snapshots/signing-key.ts';
import { StatusSnapshots } from './snapshots/status-snapshots.ts';
import { DeviceService } from './sync/device-service.ts';
import { PackShelf } from './sync/pack-shelf.ts';
import { SealKeys } from './sync/seal-keys.ts';
import type { RegisterReader } from './uploads/register-file.ts';
import { UploadService } from './uploads/upload-service.ts';
import { ContactCounts } from './utilisation/contact-counts.ts';
import { WhatsappChannel } from './whatsapp/whatsapp-channel.ts';
import { completeWhatsapp } from './whatsapp/whatsapp-settings.ts';

export interface ServiceOptions {
  database: Database;
  settings: Settings;
  reader: RegisterReader;
  jobFile: string;
  onError(error: unknown, runId: string | undefined): void;
  /** Encrypt secrets at rest; see load-secret-keys.ts. */
  secretKeys: readonly Buffer[];
  /** The clock of sign-in and API clients. */
  now?: () => Date;
}

export type Services = ReturnType<typeof buildServices>;

/** Puts the parts of the server together. Repositories belong to a request: they are made on its transaction. */
export function buildServices(options: ServiceOptions) {
  const { database, settings } = options;
  const runs = new RunRepository(database.system);
  const uploads = new UploadRepository(database.system);
  const decisions = new DecisionRepository(database.system);
  const letterOffice = { head: settings.letterhead, timeZone: settings.timeZone };
  const events = new EventBus<ReturnType<typeof eventView>>();
  const figures = new FiguresService({
    database,
    today: () => today(settings.timeZone),
    timeZone: settings.timeZone,
    onError: (error) => options.onError(error, undefined),
  });
  const queue = new RunQueue({
    database,
    runs,
    decisions,
    filesOf: (run) => filesOfRun(uploads, run),
    jobFile: options.jobFile,
    onEvent: (row) => {
      events.publish({ id: eventView(row, 'id'), en: eventView(row, 'en') });
      // Its registers may be a newer count of residents.
      if ((row.payload as EventPayload).state === 'done') figures.wake();
    },
    onError: options.onError,
  });
  const now = options.now ?? (() => new Date());
  const branchDay = () => today(settings.timeZone, now());
  const rules = new RulesInForce({ db: database.system, today: branchDay, now });
  const desk = new PesiarDesk({
    database,
    now,
    runs,
    rules,
    today: () => today(settings.timeZone),
    onError: (error) => options.onError(error, undefined),
  });
  events.subscribe(({ id: event }) => {
    if (event.state === 'done') desk.followLater(event.runId);
  });
  const { gate } = database;
  const box = new SecretBox(options.secretKeys);
  const { policy, oidc } = settings.signIn;
  const apps = new CodeApps(box);
  const signInParts = { gate, apps, policy, now };
  const signIn = new SignInService(signInParts);
  // The oldest key: hashes of users stay the same when keys are rotated.
  const chatKey = options.secretKeys.at(-1) ?? Buffer.alloc(32);
  const clientGate = new ClientGate({ gate, box, now });
  const background = (error: unknown) => options.onError(error, undefined);
  const passKeys = signingKeys(options.secretKeys[0] as Buffer);
  const utcOffset = utcOffsetOf(settings.timeZone);
  const { office } = defaultConversationSettings;
  const whatsapp = new WhatsappChannel({
    database,
    settings: completeWhatsapp(settings.whatsapp, chatKey),
    key: chatKey,
    box,
    now,
    conversation: { ...defaultConversationSettings, office: { ...office, utcOffset } },
    openCampaigns: openCampaigns(utcOffset),
    publicUrl: settings.publicUrl,
    onError: background,
  });
  return {
    database,
    settings,
    now,
    /** Runs and decisions as the background sees them: all of them. */
    runs,
    decisions,
    events,
    queue,
    /** Counts of searches, shared by all requests. */
    wordCounts: new Map() as WordCounts,
    unmasks: new HourlyLimit(settings.unmasksPerHour),
    letterOffice,
    desk,
    /** Seals what is kept encrypted. */
    box,
    requestDesk: new RequestDesk({ database }, letterOffice),
    breachDesk: new BreachDesk(letterOffice),
    contactCounts: new ContactCounts({
      database,
      onError: (error) => options.onError(error, undefined),
    }),
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
    monthClose: new MonthCloseService({
      database,
      today: () => today(settings.timeZone),
      onClosed: async () => {
        figures.wake();
        await desk.settle();
      },
      onError: (error) => options.onError(error, undefined),
    }),
    signIn,
    rules,
    devices: new DeviceService({ gate, signIn, now }),
    sealKeys: new SealKeys(options.secretKeys),
    figures,
    packs: new PackShelf({ system: database.system, now }),
    publicFigures: new PublicFiguresDesk(database.system, () => now().getTime()),
    sessions: new SessionService({ gate, policy, now }),
    accounts: new AccountService(signInParts),
    users: new UserService({ gate, now, isArea: (code) => new AreaRepository(database.app).exists(code) }),
    oidc: oidc && new OidcProvider(oidc, box, now),
    clients: new ClientService({ gate, box, now, onChange: clientGate.forget }),
    clientGate,
    snapshots: new StatusSnapshots({
      database,
      keys: passKeys,
      timeZone: settings.timeZone,
      now,
    }),
    eligibility: new EligibilityDesk({ database, rules, timeZone: settings.timeZone, now }),
    whatsapp,
    campaigns: new CampaignRunner({
      database,
      line: whatsapp.settings.phoneNumberId,
      portfolioLimit: () => whatsapp.portfolioLimit(),
      userHash: (phone) => whatsapp.userHash(phone),
      now,
      utcOffset,
      onError: (error) => options.onError(error, undefined),
    }),
    templates: new TemplateDesk({
      database,
      graph: whatsapp.graph,
      now,
      onError: (error) => options.onError(error, undefined),
    }),
    /** Signs the codes of cards. */
    passKeys,
    memberSessions: new MemberSessions({ gate, now }),
    memberSignIn: new MemberSignIn({
      database,
      key: chatKey,
      outbox: whatsapp,
      now,
      today: () => today(settings.timeZone),
      onError: background,
    }),
    memberNotices: new MemberNotices({
      database,
      outbox: whatsapp,
      today: () => today(settings.timeZone),
      hour: () => hourIn(settings.timeZone, now()),
      onError: background,
    }),
    ownRequests: new OwnRequests({ database, box, chat: whatsapp.chatSettings, now }),
    codeApps: apps,
    metrics: new ServerMetrics(database),
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

/** Hour of the day, 0 to 23, where the branch is. */
function hourIn(timeZone: string, at: Date): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
}
