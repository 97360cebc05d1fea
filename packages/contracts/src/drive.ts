import { z } from 'zod';
import { AreaCode } from './area.ts';
import { DriveArea, MemberItem } from './membership.ts';
import type { Route } from './route.ts';

const Band = z.enum(['0', '1-3', '4-12', '13-24']);
const Kind = z.enum(['arrears', 'lapsed']);

/** A group of inactive members; every inactive member is in exactly one. */
export const DriveGroup = z.object({
  kind: Kind,
  reason: z.string(),
  segment: z.string(),
  band: Band,
  people: z.int(),
  families: z.int(),
  amount: z.number(),
  nextStep: z.string(),
});

export const DriveFigures = z
  .object({
    members: z.int(),
    active: z.int(),
    inactive: z.int(),
    groups: z.array(DriveGroup),
    areas: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        members: z.int(),
        inactive: z.int(),
        arrears: z.int(),
        amount: z.number(),
      }),
    ),
  })
  .meta({ id: 'DriveFigures' });

/** One assumption: of a group, such a share comes back. */
export const Assumption = z.object({
  kind: Kind,
  reason: z.string().optional(),
  segment: z.string().optional(),
  band: Band.optional(),
  join: z.number().min(0).max(1).describe('Share that takes the way offered'),
  finish: z.number().min(0).max(1).describe('Share of those that finish it'),
});

export const WhatIf = z
  .object({
    members: z.int(),
    activeBefore: z.int(),
    activeAfter: z.int(),
    rateBefore: z.object({ numerator: z.int(), denominator: z.int() }),
    rateAfter: z.object({ numerator: z.int(), denominator: z.int() }),
    parts: z.array(z.object({ people: z.int(), back: z.int(), amount: z.number() })),
  })
  .meta({ id: 'WhatIf' });

/** Who is inactive, why, and what would bring them back. */
export const driveRoutes = {
  getDrive: {
    action: 'drive.read',
    method: 'GET',
    path: '/drive',
    tag: 'drive',
    summary: 'Inactive members by kind, reason, segment and months in arrears, and by area',
    query: DriveArea,
    response: DriveFigures,
  },
  listDrive: {
    action: 'drive.read',
    method: 'GET',
    path: '/drive/members',
    tag: 'drive',
    summary: 'A work list of inactive members by village',
    query: z.object({
      area: AreaCode.optional(),
      kind: Kind.optional(),
      reason: z.string().max(40).optional(),
      segment: z.string().max(20).optional(),
      band: Band.optional(),
      cursor: z
        .string()
        .regex(/^[0-9.]{0,13}_\d{1,9}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(MemberItem), nextCursor: z.string().nullable() }),
  },
  askWhatIf: {
    action: 'drive.read',
    method: 'POST',
    path: '/drive/what-if',
    tag: 'drive',
    summary:
      'The active rate if given shares of given groups come back; later assumptions do not count people twice',
    body: z.object({ area: AreaCode.optional(), assumptions: z.array(Assumption).max(20) }),
    response: WhatIf,
  },
} as const satisfies Record<string, Route>;
