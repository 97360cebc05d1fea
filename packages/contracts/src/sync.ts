import { z } from 'zod';
import { IsoInstant } from './paging.ts';
import type { Route } from './route.ts';

const Uuid = z.uuid();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const ofDevice = { device: Uuid };

/** Something that happened in the field, as its maker wrote it down. */
export const PushedEvent = z.object({
  id: Uuid,
  stream: z.string().min(1).max(100),
  kind: z.string().min(1).max(40),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  base: z.int().min(0),
  body: z.record(z.string(), z.unknown()),
});
export type PushedEvent = z.infer<typeof PushedEvent>;

/** The same as the server keeps it. */
export const KeptEvent = PushedEvent.extend({
  version: z.int(),
  by: z.string(),
  device: z.string().nullable(),
}).meta({ id: 'KeptEvent' });

export const PushAnswer = z
  .object({
    serverTime: IsoInstant,
    results: z.array(
      z.union([
        z.object({ id: Uuid, outcome: z.enum(['accepted', 'duplicate']), version: z.int() }),
        z.object({ id: Uuid, outcome: z.literal('conflict'), since: z.array(KeptEvent) }),
        z.object({
          id: Uuid,
          outcome: z.literal('refused'),
          problem: z.object({ code: z.string(), message: z.string() }),
        }),
      ]),
    ),
  })
  .meta({ id: 'PushAnswer' });
export type PushAnswer = z.infer<typeof PushAnswer>;

export const PullAnswer = z
  .object({
    serverTime: IsoInstant,
    events: z.array(KeptEvent),
    cursor: z.string(),
    more: z.boolean(),
    edition: z.string().describe('Changes when there is a new pack to fetch'),
  })
  .meta({ id: 'PullAnswer' });
export type PullAnswer = z.infer<typeof PullAnswer>;

/** How to fetch the pack in pieces and know that it is whole. */
export const PackManifest = z
  .object({
    id: z.string(),
    edition: z.string(),
    cursor: z.string(),
    bytes: z.int(),
    sha256: Sha256,
    chunkBytes: z.int(),
    chunks: z.array(Sha256),
  })
  .meta({ id: 'PackManifest' });

/** Photographs are made small on the phone; more than this is not one of ours. */
export const mostAttachmentBytes = 4 * 1024 ** 2;
export const AttachmentHead = z.object({
  ...ofDevice,
  sha256: Sha256,
  stream: Uuid,
  size: z.int().min(1).max(mostAttachmentBytes),
  type: z.enum(['image/jpeg', 'image/webp', 'image/png']),
});
const Received = z.object({ received: z.int().describe('Bytes the server has') });

const tag = 'sync';
const action = 'sync.use';

/** Routes of devices that work without a connection. */
export const syncRoutes = {
  pushEvents: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/sync/push',
    tag,
    summary: 'Send events; each is kept once however often it is sent',
    body: z.object({ ...ofDevice, events: z.array(PushedEvent).min(1).max(100) }),
    response: PushAnswer,
  },
  tellHeld: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/sync/held',
    tag,
    summary: 'Say how much waits on this device and since when; nothing of what it is',
    body: z.object({
      ...ofDevice,
      waiting: z.int().min(0).max(1_000_000),
      undecided: z.int().min(0).max(1_000_000),
      oldestAt: IsoInstant.nullable(),
    }),
    response: z.object({ serverTime: IsoInstant }),
  },
  pullEvents: {
    action,
    method: 'GET',
    path: '/sync/pull',
    tag,
    summary: 'Events since a cursor',
    query: z.object({ ...ofDevice, cursor: z.string().max(60).optional() }),
    response: PullAnswer,
  },
  getPackManifest: {
    action,
    method: 'GET',
    path: '/sync/pack',
    tag,
    summary: 'What the pack of this device is now',
    query: z.object(ofDevice),
    response: PackManifest,
  },
  getPackBytes: {
    action,
    method: 'GET',
    path: '/sync/pack/:id',
    tag,
    summary: 'Bytes of a pack from there to its end',
    params: z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) }),
    query: z.object({ ...ofDevice, from: z.coerce.number().int().min(0).default(0) }),
    produces: 'application/octet-stream',
  },
  announceAttachment: {
    action,
    method: 'POST',
    path: '/sync/attachments',
    tag,
    summary: 'How many bytes of a photograph or signature have arrived',
    body: AttachmentHead,
    response: Received,
  },
  addAttachmentPart: {
    action,
    method: 'POST',
    path: '/sync/attachments/:sha256',
    tag,
    summary: 'Send bytes that follow those that have arrived',
    params: z.object({ sha256: Sha256 }),
    query: z.object({ ...ofDevice, from: z.coerce.number().int().min(0) }),
    consumes: 'application/octet-stream',
    response: Received,
  },
} as const satisfies Record<string, Route>;
