import { z } from 'zod';
import type { Route } from './route.ts';

/** What a facility needs to check members without a line. */
export const SnapshotKeys = z
  .object({
    publicKey: z.string().describe('Ed25519, SPKI in base64: files and QR codes are signed with it'),
    fingerprintKey: z
      .string()
      .describe(
        'Base64; numbers are hashed with it. Keep it apart from the file: without it the file says nothing of anybody',
      ),
  })
  .meta({ id: 'SnapshotKeys' });

const tag = 'eligibility';

/** Routes of the status snapshot. */
export const snapshotRoutes = {
  getSnapshotKeys: {
    method: 'GET',
    path: '/snapshot/keys',
    tag,
    summary: 'Keys to check status files and QR codes without a line',
    session: false,
    response: SnapshotKeys,
  },
  getSnapshot: {
    method: 'GET',
    path: '/snapshot',
    tag,
    summary: 'Status of all members, signed, about ten bytes each; made once a week',
    session: false,
    produces: 'application/octet-stream',
  },
  getSnapshotChanges: {
    method: 'GET',
    path: '/snapshot/changes',
    tag,
    summary: 'Status of members that changed since that file was made; signed',
    session: false,
    produces: 'application/octet-stream',
  },
} as const satisfies Record<string, Route>;
