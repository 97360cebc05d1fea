import { z } from 'zod';
import { AreaCode } from './area.ts';
import { PageQuery, pageOf } from './paging.ts';

/**
 * Lists of a run. uncovered, linked, inactive, doubtful and all are lists of residents; duplicates and
 * unmatched are lists of member cards.
 */
export const PeopleList = z.enum([
  'uncovered',
  'inactive',
  'duplicates',
  'unmatched',
  'doubtful',
  'linked',
  'all',
]);
export type PeopleList = z.infer<typeof PeopleList>;

/** Why no card was found: see the mapping's uncovered.csv. */
export const UncoveredReason = z.enum([
  'no-candidate',
  'weak-candidate',
  'claimed-candidate',
  'newborn',
  'duplicate-resident',
  'decided',
]);
export type UncoveredReason = z.infer<typeof UncoveredReason>;

/** arrears: menunggak; lapsed: mutasi; ended: berakhir. */
export const InactiveKind = z.enum(['arrears', 'lapsed', 'ended', 'unknown']);
export type InactiveKind = z.infer<typeof InactiveKind>;

/** How a link was made. */
export const LinkTier = z.enum(['nik', 'nik-review', 'probable', 'household', 'decided']);
export type LinkTier = z.infer<typeof LinkTier>;

export const Verdict = z.enum(['same', 'different', 'unsure', 'withdrawn']);
export type Verdict = z.infer<typeof Verdict>;

/** village: area, then name; name; p: most probably uncovered first; doubt: nearest to 0.5 first. */
export const PeopleSort = z.enum(['village', 'name', 'p', 'doubt']);
export type PeopleSort = z.infer<typeof PeopleSort>;

const peopleFilter = {
  list: PeopleList.default('uncovered'),
  area: AreaCode.optional(),
  banjar: z.string().max(100).optional(),
  minP: z.coerce.number().min(0).max(1).optional().describe('of the probability of being uncovered'),
  maxP: z.coerce.number().min(0).max(1).optional(),
  reason: z.string().max(40).optional(),
  segment: z.string().max(40).optional(),
  status: z.string().max(40).optional(),
  inactiveKind: InactiveKind.optional(),
  sort: PeopleSort.optional(),
};
export const PeopleQuery = PageQuery.extend(peopleFilter);
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** Search by a name or a number of a person, in a body so that it never stands in an address or a log. */
export const PeopleSearch = PageQuery.extend({
  ...peopleFilter,
  q: z.string().trim().max(100).optional().describe('Beginnings of words of the name, or a number'),
  list: PeopleList.default('all'),
});
export type PeopleSearch = z.infer<typeof PeopleSearch>;

/** A row of a list. Numbers of persons are masked: first 6 and last 2 digits. */
export const PersonRow = z
  .object({
    residentKey: z.int().nullable().describe('null on rows of member cards without a resident'),
    memberKey: z.int().nullable(),
    name: z.string(),
    nik: z.string().nullable(),
    kk: z.string().nullable(),
    card: z.string().nullable(),
    sex: z.enum(['L', 'P']).nullable(),
    born: z.string().nullable(),
    areaCode: z.string().nullable(),
    village: z.string().nullable(),
    district: z.string().nullable(),
    banjar: z.string().nullable(),
    address: z.string().nullable(),
    state: z.enum(['linked', 'uncovered', 'duplicate', 'unmatched']),
    pUncovered: z.number().nullable(),
    reason: z.string().nullable(),
    probability: z.number().nullable().describe('of the link'),
    tier: z.string().nullable(),
    segment: z.string().nullable(),
    class: z.string().nullable(),
    status: z.string().nullable(),
    inactiveKind: InactiveKind.nullable(),
    verdict: Verdict.nullable().describe('Latest decision of a reviewer about this resident'),
    restricted: z.boolean().describe('Processing was stopped at the wish of the person'),
  })
  .meta({ id: 'PersonRow' });
export type PersonRow = z.infer<typeof PersonRow>;
export const PeoplePage = pageOf(PersonRow);
export type PeoplePage = z.infer<typeof PeoplePage>;

/** One record of either register, as the file had it, numbers masked. */
export const PersonRecord = z
  .object({
    key: z.int(),
    id: z.string().describe('no_penduduk or no_kartu, masked'),
    nik: z.string().nullable(),
    kk: z.string().nullable(),
    name: z.string(),
    sex: z.enum(['L', 'P']).nullable(),
    birthplace: z.string().nullable(),
    born: z.string().nullable(),
    areaCode: z.string().nullable(),
    village: z.string().nullable(),
    district: z.string().nullable(),
    regency: z.string().nullable(),
    banjar: z.string().nullable(),
    address: z.string().nullable(),
    relation: z.string().nullable(),
    occupation: z.string().nullable(),
    phone: z.string().nullable(),
    segment: z.string().nullable(),
    class: z.string().nullable(),
    status: z.string().nullable(),
    inactiveKind: InactiveKind.nullable(),
  })
  .meta({ id: 'PersonRecord' });
export type PersonRecord = z.infer<typeof PersonRecord>;

/** One step of the evidence waterfall. Weights are in bits and add up to the candidate's weight. */
export const Evidence = z.looseObject({
  field: z.string(),
  level: z.union([z.string(), z.number()]).nullish(),
  label: z.string().nullish(),
  weight: z.number(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Candidate = z.object({
  memberKey: z.int(),
  record: PersonRecord,
  probability: z.number(),
  weight: z.number().describe('bits'),
  evidence: z.array(Evidence),
  takenBy: z.int().nullable().describe('Another resident this card is linked to'),
  verdict: Verdict.nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

export const HouseholdPerson = z.object({
  residentKey: z.int(),
  name: z.string(),
  relation: z.string().nullable(),
  sex: z.enum(['L', 'P']).nullable(),
  born: z.string().nullable(),
  state: z.enum(['linked', 'uncovered']),
  pUncovered: z.number().nullable(),
  segment: z.string().nullable(),
  status: z.string().nullable(),
  inactiveKind: InactiveKind.nullable(),
});
export type HouseholdPerson = z.infer<typeof HouseholdPerson>;

/** One decision of a reviewer; decisions are never changed, a later one stands in its place. */
export const Decision = z
  .object({
    id: z.int(),
    at: z.string(),
    officer: z.string(),
    verdict: Verdict,
    note: z.string().nullable(),
    runId: z.string().nullable(),
    residentKey: z.int().nullable(),
    memberKey: z.int().nullable(),
    residentName: z.string().nullable(),
    memberName: z.string().nullable(),
    areaCode: z.string().nullable(),
    standing: z.boolean().describe('False once a later decision on the same pair exists'),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** Everything about one resident on one screen. */
export const PersonDetail = z
  .object({
    residentKey: z.int(),
    state: z.enum(['linked', 'uncovered']),
    pUncovered: z.number().nullable(),
    reason: z.string().nullable(),
    tier: z.string().nullable(),
    probability: z.number().nullable(),
    resident: PersonRecord,
    member: PersonRecord.nullable().describe('The linked card, or the best candidate'),
    memberIsLinked: z.boolean(),
    candidates: z.array(Candidate),
    household: z.array(HouseholdPerson),
    decisions: z.array(Decision),
    restricted: z.boolean(),
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.infer<typeof PersonDetail>;

/** One member card: of use for duplicates and unmatched cards. */
export const MemberDetail = z
  .object({
    memberKey: z.int(),
    bucket: z.enum(['linked', 'duplicate', 'unmatched']),
    member: PersonRecord,
    resident: PersonRecord.nullable().describe('Linked to, or duplicate of the card of'),
    otherCards: z.array(PersonRecord).describe('Other cards of the same resident'),
    claims: z
      .array(
        z.object({ residentKey: z.int(), name: z.string(), probability: z.number(), weight: z.number() }),
      )
      .describe('Residents for whom this card was a candidate'),
  })
  .meta({ id: 'MemberDetail' });
export type MemberDetail = z.infer<typeof MemberDetail>;

export const UnmaskReason = z.object({
  reason: z.string().trim().min(5).max(300),
  memberKey: z.int().optional().describe('A candidate to unmask; the linked or best one when absent'),
});
export type UnmaskReason = z.infer<typeof UnmaskReason>;

/** Full numbers. Each reading is written to the access log with the reason given. */
export const UnmaskedNumbers = z.object({
  resident: z.object({
    id: z.string(),
    nik: z.string().nullable(),
    kk: z.string().nullable(),
    phone: z.string().nullable(),
  }),
  member: z
    .object({
      id: z.string(),
      nik: z.string().nullable(),
      kk: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
});
export type UnmaskedNumbers = z.infer<typeof UnmaskedNumbers>;
