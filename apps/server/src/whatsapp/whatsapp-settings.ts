import { createHmac } from 'node:crypto';
import { z } from 'zod';

/** Environment variables of the WhatsApp channel. */
export const whatsappEnvironment = {
  JANGKAU_WHATSAPP_BASE_URL: z.url().optional(),
  JANGKAU_WHATSAPP_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v24.0'),
  JANGKAU_WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional(),
  JANGKAU_WHATSAPP_ACCOUNT_ID: z
    .string()
    .regex(/^\d{5,20}$/)
    .optional(),
  JANGKAU_WHATSAPP_TOKEN: z.string().min(16).optional(),
  JANGKAU_WHATSAPP_APP_SECRET: z.string().min(16).optional(),
  JANGKAU_WHATSAPP_VERIFY_TOKEN: z.string().min(8).optional(),
  JANGKAU_WHATSAPP_PER_SECOND: z.coerce.number().int().min(1).max(1000).default(60),
  JANGKAU_WHATSAPP_PORTFOLIO_LIMIT: z.coerce.number().int().min(1).default(2000),
  JANGKAU_WHATSAPP_PRICES: z
    .string()
    .regex(/^[a-z_]+=\d{1,6}(,[a-z_]+=\d{1,6})*$/, 'not prices such as marketing=650,utility=350')
    .optional(),
};

/** What a real channel cannot do without. */
const needed = [
  'JANGKAU_WHATSAPP_PHONE_NUMBER_ID',
  'JANGKAU_WHATSAPP_ACCOUNT_ID',
  'JANGKAU_WHATSAPP_TOKEN',
  'JANGKAU_WHATSAPP_APP_SECRET',
  'JANGKAU_WHATSAPP_VERIFY_TOKEN',
] as const;

/** How to talk to WhatsApp. */
export interface WhatsappSettings {
  /** Address of the Graph API; undefined: the simulator of this server. */
  baseUrl: string | undefined;
  version: string;
  phoneNumberId: string;
  /** Business account: its templates. */
  accountId: string;
  token: string;
  appSecret: string;
  verifyToken: string;
  /** Messages a second, leaving room for what comes in. */
  perSecond: number;
  /** People that may be written to first in 24 hours. */
  portfolioLimit: number;
  /** Rupiah a message by category, as billed; none: costs are counted in messages. */
  prices: Readonly<Record<string, number>>;
}

/** Reads them. What the simulator needs is made up from the server's key. @throws Error that names what a real channel lacks */
export function whatsappSettings(
  env: z.output<z.ZodObject<typeof whatsappEnvironment>>,
): Omit<WhatsappSettings, 'token' | 'appSecret' | 'verifyToken' | 'phoneNumberId' | 'accountId'> &
  Partial<Pick<WhatsappSettings, 'token' | 'appSecret' | 'verifyToken' | 'phoneNumberId' | 'accountId'>> {
  const given = {
    phoneNumberId: env.JANGKAU_WHATSAPP_PHONE_NUMBER_ID,
    accountId: env.JANGKAU_WHATSAPP_ACCOUNT_ID,
    token: env.JANGKAU_WHATSAPP_TOKEN,
    appSecret: env.JANGKAU_WHATSAPP_APP_SECRET,
    verifyToken: env.JANGKAU_WHATSAPP_VERIFY_TOKEN,
  };
  const missing = needed.filter((name) => env[name] === undefined);
  if (env.JANGKAU_WHATSAPP_BASE_URL !== undefined && missing.length > 0) {
    throw new Error(
      `Pengaturan tidak sah / invalid settings: JANGKAU_WHATSAPP_BASE_URL needs ${missing.join(', ')}`,
    );
  }
  return {
    baseUrl: env.JANGKAU_WHATSAPP_BASE_URL?.replace(/\/+$/, ''),
    version: env.JANGKAU_WHATSAPP_VERSION,
    perSecond: env.JANGKAU_WHATSAPP_PER_SECOND,
    portfolioLimit: env.JANGKAU_WHATSAPP_PORTFOLIO_LIMIT,
    prices: Object.fromEntries(
      (env.JANGKAU_WHATSAPP_PRICES?.split(',') ?? []).map((pair) => {
        const [category = '', rupiah] = pair.split('=');
        return [category, Number(rupiah)];
      }),
    ),
    ...given,
  };
}

/** Settings with what was not given made from a key of the server: the simulator and we know the same secrets. */
export function completeWhatsapp(
  settings: ReturnType<typeof whatsappSettings>,
  key: Buffer,
): WhatsappSettings {
  const made = (purpose: string) => createHmac('sha256', key).update(`whatsapp ${purpose}`).digest('hex');
  return {
    ...settings,
    phoneNumberId: settings.phoneNumberId ?? '100000000000001',
    accountId: settings.accountId ?? '200000000000002',
    token: settings.token ?? made('token'),
    appSecret: settings.appSecret ?? made('app secret'),
    verifyToken: settings.verifyToken ?? made('verify token'),
  };
}
