import { z } from 'zod';
import { AreaCode } from './area.ts';
import { IsoDate, pageOf } from './paging.ts';
import type { Route } from './route.ts';

const Segment = z.enum(['PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU', 'PBPU', 'BP']);

/** A member in a list; card and NIK masked. */
export const MemberItem = z
  .object({
    memberId: z.int(),
    householdId: z.int(),
    name: z.string(),
    sex: z.enum(['L', 'P']).nullable(),
    born: z.string().nullable(),
    card: z.string(),
    nik: z.string().nullable(),
    areaCode: z.string().nullable(),
    village: z.string().nullable(),
    segment: Segment,
    class: z.int(),
    active: z.boolean(),
    inactiveKind: z.enum(['arrears', 'lapsed', 'ended']).nullable(),
    reason: z.string().describe('A reason code of packages/membership, such as PBI_REMOVED'),
    since: z.string(),
    arrearsMonths: z.int(),
    arrearsAmount: z.int(),
  })
  .meta({ id: 'MemberItem' });
export type MemberItem = z.infer<typeof MemberItem>;

/** One of: words of a name with typing errors, or one exact number. */
export const MemberSearchInput = z.union([
  z.object({ name: z.string().trim().min(2).max(100) }),
  z.object({ card: z.string().regex(/^\d{13}$/) }),
  z.object({ nik: z.string().regex(/^\d{16}$/) }),
  z.object({ kk: z.string().regex(/^\d{16}$/) }),
  z.object({ phone: z.string().regex(/^0\d{8,14}$/) }),
]);

/** What a state means and what to do about it, in the user's language. */
export const ReasonText = z.object({
  code: z.string(),
  text: z.string(),
  legalBasis: z.string(),
  nextStep: z.string(),
});

/** A member with family, spells and what was recorded. */
export const Membership = z
  .object({
    member: MemberItem.extend({
      address: z.string().nullable(),
      phone: z.string().nullable(),
      payer: z.string().nullable(),
      role: z.string().nullable(),
    }),
    restricted: z.boolean().describe('Processing is restricted at the request of the member'),
    why: ReasonText,
    dueOn: z.string().nullable().describe('First day on which the state changes by itself'),
    dueReason: z.string().nullable(),
    household: z.array(MemberItem),
    spells: z.array(
      z.object({
        from: z.string(),
        to: z.string().nullable(),
        segment: Segment,
        class: z.int(),
        payer: z.string().nullable(),
        active: z.boolean(),
        inactiveKind: z.string().nullable(),
        reason: z.string(),
      }),
    ),
    facts: z.array(
      z.object({
        kind: z.string(),
        on: z.string(),
        recordedAt: z.string(),
        segment: z.string().nullable(),
        cause: z.string().nullable(),
        source: z.string(),
        reference: z.string().nullable(),
        withdrawn: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

/** Full numbers of a member, with the accounts to pay to. */
export const MemberNumbers = z.object({
  card: z.string(),
  nik: z.string().nullable(),
  kk: z.string().nullable(),
  phone: z.string().nullable(),
  virtualAccounts: z.array(
    z.object({
      bank: z.enum(['mandiri', 'others']),
      recipe: z.enum(['last-eleven', 'last-ten']),
      number: z.string(),
    }),
  ),
});
export type MemberNumbers = z.infer<typeof MemberNumbers>;

/** Members on a day; parts come to their wholes. */
export const MemberTotals = z
  .object({
    asOf: z.string(),
    members: z.int(),
    active: z.int(),
    inactive: z.int(),
    kinds: z.object({ arrears: z.int(), lapsed: z.int() }),
    segments: z.record(z.string(), z.int()),
    activeBySegment: z.record(z.string(), z.int()),
    residents: z.object({ n: z.int(), asOf: z.string(), source: z.string() }).nullable(),
  })
  .meta({ id: 'MemberTotals' });

/** Members: who is covered, since when, by whom, and why not. */
export const membershipRoutes = {
  searchMembers: {
    action: 'membership.read',
    method: 'POST',
    path: '/members/search',
    tag: 'membership',
    summary: 'Members by name (typing errors allowed), card, NIK, KK or phone',
    body: z.object({
      search: MemberSearchInput,
      area: AreaCode.optional(),
      cursor: z.string().max(200).optional(),
      limit: z.int().min(1).max(50).default(20),
    }),
    response: pageOf(MemberItem),
  },
  getMembership: {
    action: 'membership.read',
    method: 'GET',
    path: '/members/:memberId',
    tag: 'membership',
    summary: 'A member with family, spells and facts',
    params: z.object({ memberId: z.coerce.number().int() }),
    response: Membership,
  },
  unmaskMember: {
    action: 'person.unmask',
    method: 'POST',
    path: '/members/:memberId/unmask',
    tag: 'membership',
    summary: 'Full numbers of one member; recorded with the reason',
    params: z.object({ memberId: z.coerce.number().int() }),
    body: z.object({ reason: z.string().trim().min(5).max(300) }),
    response: MemberNumbers,
  },
  getMemberTotals: {
    action: 'figures.read',
    method: 'GET',
    path: '/member-totals',
    tag: 'membership',
    summary: 'Members by segment and state on any day',
    query: z.object({ asOf: IsoDate.optional() }),
    response: MemberTotals,
  },
} as const satisfies Record<string, Route>;

/** Filters of the reactivation drive that several routes share. */
export const DriveArea = z.object({ area: AreaCode.optional() });
