import path from 'node:path';
import type { Letterhead } from '@jangkau/privacy';
import type { GivenLogins } from '@jangkau/store';
import { Cron } from 'croner';
import { z } from 'zod';
import { type SignInSettings, signInEnvironment, signInSettings } from './sessions/sign-in-settings.ts';
import { whatsappEnvironment, whatsappSettings } from './whatsapp/whatsapp-settings.ts';

const flagged = z.enum(['true', 'false']).transform((text) => text === 'true');

const Environment = z.object({
  ...signInEnvironment,
  ...whatsappEnvironment,
  PORT: z.coerce.number().int().min(0).max(65_535).default(4800),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().min(1).optional(),
  JANGKAU_APP_DATABASE_URL: z.string().min(1).optional(),
  JANGKAU_GATE_DATABASE_URL: z.string().min(1).optional(),
  JANGKAU_SYSTEM_DATABASE_URL: z.string().min(1).optional(),
  JANGKAU_BANK_DATABASE_URL: z.string().min(1).optional(),
  JANGKAU_MEMBER_DATABASE_URL: z.string().min(1).optional(),
  JANGKAU_DATA_DIR: z.string().min(1).default('./data'),
  JANGKAU_DEMO_RESIDENTS: z.coerce.number().int().min(0).max(5_000_000).default(168_820),
  JANGKAU_TIME_ZONE: z.string().refine(isTimeZone, 'not a time zone').default('Asia/Makassar'),
  JANGKAU_OFFICE_DIR: z.string().min(1).optional(),
  JANGKAU_FIELD_DIR: z.string().min(1).optional(),
  JANGKAU_MEMBER_DIR: z.string().min(1).optional(),
  JANGKAU_MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(8 * 1024 ** 3),
  JANGKAU_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(3000),
  JANGKAU_LETTER_ORGANISATION: z.string().max(200).default('BPJS Kesehatan'),
  JANGKAU_LETTER_OFFICE: z.string().max(200).default('Kantor Cabang Denpasar'),
  JANGKAU_LETTER_ADDRESS: z.string().max(300).optional(),
  JANGKAU_LETTER_PLACE: z.string().max(100).default('Denpasar'),
  JANGKAU_LETTER_SIGNATORY: z.string().max(200).default('Kepala Cabang'),
  JANGKAU_LETTER_CONTACT: z
    .string()
    .max(300)
    .default('Pejabat Pelindungan Data Pribadi di loket kantor cabang'),
  JANGKAU_UNMASKS_PER_HOUR: z.coerce.number().int().positive().default(60),
  JANGKAU_TRUST_PROXY: flagged.default(false),
  JANGKAU_BACKUP_SCHEDULE: z.string().refine(isSchedule, 'not a cron pattern').default('30 1 * * *'),
  JANGKAU_BACKUP_DIR: z.string().min(1).optional(),
  JANGKAU_BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,3},\d{1,3},\d{1,3}$/, 'not three numbers such as 7,4,12')
    .default('7,4,12'),
  JANGKAU_BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[0-9a-z]+(,age1[0-9a-z]+)*$/, 'not an age public key')
    .optional(),
  JANGKAU_BACKUP_FILES: flagged.default(true),
  JANGKAU_METRICS_TOKEN: z.string().min(16).max(200).optional(),
  JANGKAU_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Names of all environment variables the server reads. */
export const settingNames: readonly string[] = Object.keys(Environment.shape);

/** Everything the server can be told, read once. */
export interface Settings {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** A managed PostgreSQL; the built-in one when undefined. */
  databaseUrl: string | undefined;
  /** Addresses for the logins of a managed PostgreSQL whose owner may not make them. */
  databaseLogins: GivenLogins;
  /** Absolute. Holds postgres, uploads, runs and demo. */
  dataDir: string;
  /** Residents of the demo branch; 0 for no demo. */
  demoResidents: number;
  /** IANA name of the zone whose calendar decides what today is. */
  timeZone: string;
  /** Folder of the built office app; no pages are served when undefined. */
  officeDir: string | undefined;
  /** Folder of the built field app, served below /field/. */
  fieldDir: string | undefined;
  /** Folder of the built member app, served below /member/. */
  memberDir: string | undefined;
  /** Address of the service for browsers; undefined: the one the server listens on. */
  publicUrl: string | undefined;
  signIn: SignInSettings;
  /** The WhatsApp channel; secrets that were not given are made from the server's key. */
  whatsapp: ReturnType<typeof whatsappSettings>;
  maxUploadBytes: number;
  /** What one address may read in a minute; other kinds of requests get a part of it. */
  requestsPerMinute: number;
  /** What stands at the top and the foot of letters. */
  letterhead: Letterhead;
  /** How many people one officer may unmask in an hour. */
  unmasksPerHour: number;
  /** Believe X-Forwarded-* headers: only behind a proxy of ours. */
  trustProxy: boolean;
  /** Cron pattern in the time zone of `timeZone`; undefined: no backups by themselves. */
  backupSchedule: string | undefined;
  /** Absolute. */
  backupDir: string;
  /** How many backups of the last days, weeks and months stay. */
  backupKeep: { daily: number; weekly: number; monthly: number };
  /** Public keys of age that backups are encrypted to; none: not encrypted. */
  backupRecipients: string[];
  /** Whether register files and files of runs are part of backups by themselves. */
  backupFiles: boolean;
  /** Who knows it may read /metrics from elsewhere; without one it is for this machine alone. */
  metricsToken: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Reads the settings from environment variables.
 * @throws Error that names every variable that cannot be used
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  // An empty variable is one that was not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Pengaturan tidak sah / invalid settings: ${faults.join('; ')}`);
  }
  const env = parsed.data;
  // Here empty means something: no backups by themselves.
  const schedule = environment.JANGKAU_BACKUP_SCHEDULE === '' ? 'off' : env.JANGKAU_BACKUP_SCHEDULE;
  const [daily = 0, weekly = 0, monthly = 0] = env.JANGKAU_BACKUP_KEEP.split(',').map(Number);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseLogins: {
      app: env.JANGKAU_APP_DATABASE_URL,
      gate: env.JANGKAU_GATE_DATABASE_URL,
      system: env.JANGKAU_SYSTEM_DATABASE_URL,
      bank: env.JANGKAU_BANK_DATABASE_URL,
      member: env.JANGKAU_MEMBER_DATABASE_URL,
    },
    dataDir: path.resolve(env.JANGKAU_DATA_DIR),
    demoResidents: env.JANGKAU_DEMO_RESIDENTS,
    timeZone: env.JANGKAU_TIME_ZONE,
    officeDir: env.JANGKAU_OFFICE_DIR && path.resolve(env.JANGKAU_OFFICE_DIR),
    fieldDir: env.JANGKAU_FIELD_DIR && path.resolve(env.JANGKAU_FIELD_DIR),
    memberDir: env.JANGKAU_MEMBER_DIR && path.resolve(env.JANGKAU_MEMBER_DIR),
    publicUrl: env.JANGKAU_PUBLIC_URL?.replace(/\/+$/, ''),
    signIn: signInSettings(env, env.JANGKAU_DEMO_RESIDENTS > 0),
    whatsapp: whatsappSettings(env),
    maxUploadBytes: env.JANGKAU_MAX_UPLOAD_BYTES,
    requestsPerMinute: env.JANGKAU_REQUESTS_PER_MINUTE,
    letterhead: {
      organisation: env.JANGKAU_LETTER_ORGANISATION,
      office: env.JANGKAU_LETTER_OFFICE,
      address: env.JANGKAU_LETTER_ADDRESS ?? null,
      place: env.JANGKAU_LETTER_PLACE,
      signatory: env.JANGKAU_LETTER_SIGNATORY,
      contact: env.JANGKAU_LETTER_CONTACT,
    },
    unmasksPerHour: env.JANGKAU_UNMASKS_PER_HOUR,
    trustProxy: env.JANGKAU_TRUST_PROXY,
    backupSchedule: schedule === 'off' ? undefined : schedule,
    backupDir: path.resolve(env.JANGKAU_BACKUP_DIR ?? path.join(env.JANGKAU_DATA_DIR, 'backups')),
    backupKeep: { daily, weekly, monthly },
    backupRecipients: env.JANGKAU_BACKUP_RECIPIENT?.split(',') ?? [],
    backupFiles: env.JANGKAU_BACKUP_FILES,
    metricsToken: env.JANGKAU_METRICS_TOKEN,
    logLevel: env.JANGKAU_LOG_LEVEL,
  };
}

function isSchedule(pattern: string): boolean {
  if (pattern === 'off') return true;
  try {
    new Cron(pattern, { paused: true }).stop();
    return true;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
