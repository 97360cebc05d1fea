import { z } from 'zod';
import { CaseFactKept } from './case-fact.ts';
import { IsoInstant } from './paging.ts';
import type { Route } from './route.ts';

const Uuid = z.uuid();
/** Base64 without line breaks. */
const Base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** A phone or computer that works without a connection, as its owner and those who look after it see it. */
export const Device = z
  .object({
    id: Uuid,
    username: z.string(),
    owner: z.string().describe('Name of the owner'),
    areas: z.array(z.string()).describe('Areas its owner works in'),
    name: z.string().describe('What kind of device it is, as its owner called it'),
    enrolledAt: IsoInstant,
    seenAt: IsoInstant,
    revokedAt: IsoInstant.nullable(),
    wipedAt: IsoInstant.nullable().describe('When it said that it has forgotten everything'),
    reason: z.enum(['revoked', 'wrong-pins', 'signed-out']).nullable(),
    held: z
      .object({
        waiting: z.int().describe('Facts it had not sent'),
        undecided: z.int().describe('Facts that came back for a person to decide on the phone'),
        oldestAt: IsoInstant.nullable(),
        at: IsoInstant.describe('When it said so'),
      })
      .nullable()
      .describe('What waits on it, as it said last'),
    rescued: z.int().describe('Sealed facts it handed over that wait for their owner to sign in'),
  })
  .meta({ id: 'Device' });
export type Device = z.infer<typeof Device>;

/** Two records that could not both count, and which of them a person let stand. */
export const SettledConflict = z
  .object({
    id: Uuid,
    caseId: Uuid,
    name: z.string(),
    area: z.string(),
    banjar: z.string().nullable(),
    at: IsoInstant,
    by: z.string(),
    note: z.string().nullable(),
    sides: z.array(z.object({ stands: z.boolean(), fact: CaseFactKept })),
  })
  .meta({ id: 'SettledConflict' });
export type SettledConflict = z.infer<typeof SettledConflict>;

/** What a device needs to begin: its secret, shown once, and the key for what only the server may read. */
export const EnrolledDevice = z
  .object({
    token: z.string(),
    username: z.string(),
    name: z.string(),
    serverKey: Base64.describe('Public key of the server: P-256, raw point'),
    serverTime: IsoInstant,
  })
  .meta({ id: 'EnrolledDevice' });
export type EnrolledDevice = z.infer<typeof EnrolledDevice>;

const ofDevice = { device: Uuid };
const DeviceToken = z.object({ ...ofDevice, token: z.string().min(20).max(100) });

const tag = 'sync';

/** Routes of the devices themselves: taking part, signing in, handing over, ending. */
export const deviceRoutes = {
  enrolDevice: {
    action: 'sync.use',
    recordsItself: true,
    secret: true,
    method: 'POST',
    path: '/sync/devices',
    tag,
    summary: 'Take part with this device; its secret is shown once',
    body: z.object({
      ...ofDevice,
      name: z
        .string()
        .trim()
        .min(2)
        .max(80)
        .regex(/^(?!.*\d{8})/),
    }),
    response: EnrolledDevice,
    status: 201,
  },
  openDeviceSession: {
    session: false,
    secret: true,
    method: 'POST',
    path: '/session/device',
    tag,
    summary: 'Sign in with the secret of an enrolled device',
    body: DeviceToken,
    response: z.object({ username: z.string(), serverTime: IsoInstant }),
  },
  rescueEvents: {
    session: false,
    secret: true,
    method: 'POST',
    path: '/sync/rescue',
    tag,
    summary:
      'Hand over sealed facts of a device that forgets everything; read when their owner signs in again',
    body: DeviceToken.extend({
      events: z.array(z.object({ id: z.string().min(1).max(80), sealed: Base64.max(7_500_000) })).max(50),
      wiped: z.boolean().describe('True in the last request, when the device has forgotten everything else'),
      reason: z.enum(['revoked', 'wrong-pins', 'signed-out']),
    }),
    response: z.object({ kept: z.int() }),
  },
  listDevices: {
    action: 'device.manage',
    method: 'GET',
    path: '/sync/devices',
    tag,
    summary: 'Devices of the agents within reach',
    response: z.object({ items: z.array(Device) }),
  },
  listConflicts: {
    action: 'device.manage',
    method: 'GET',
    path: '/sync/conflicts',
    tag,
    summary: 'Differences between phones and the office that were settled, newest first, with both sides',
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: z.object({ items: z.array(SettledConflict) }),
  },
  revokeDevice: {
    action: 'device.manage',
    recordsItself: true,
    method: 'POST',
    path: '/sync/devices/:id/revoke',
    tag,
    summary: 'Make a device forget everything at its next contact; it takes part no more',
    params: z.object({ id: Uuid }),
    response: Device,
  },
} as const satisfies Record<string, Route>;
