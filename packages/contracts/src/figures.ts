import { z } from 'zod';
import { AreaCode } from './area.ts';
import type { Route } from './route.ts';

/** A calendar month as YYYY-MM. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const Level = z.enum(['branch', 'regency', 'district', 'village']);
const NamedCount = z.object({ id: z.string(), value: z.int() });

/** A share with what it was computed from; null where there is nothing to divide by. */
export const MonthFigure = z.object({
  id: z.string().describe('Definition it follows'),
  ratio: z.number().nullable(),
  numerator: NamedCount,
  denominator: NamedCount,
});
export type MonthFigure = z.infer<typeof MonthFigure>;

/** A snapshot: what was known when a month was counted. */
export const FigureSnapshot = z
  .object({
    month: z.string(),
    version: z.int().describe('1 is what was said first; later versions restate it'),
    latest: z.int(),
    asOf: z.string(),
    computedAt: z.string(),
    computedBy: z.string(),
    knownTo: z.int().describe('Last change of state that was known'),
    population: z.object({ source: z.string(), asOf: z.string() }).nullable(),
    run: z.object({ id: z.string(), number: z.int() }).nullable(),
    causes: z.array(z.object({ cause: z.string(), facts: z.int() })),
  })
  .meta({ id: 'FigureSnapshot' });
export type FigureSnapshot = z.infer<typeof FigureSnapshot>;

const People = {
  population: z.int().nullable(),
  members: z.int(),
  active: z.int(),
  arrears: z.int(),
  lapsed: z.int(),
};

/** Counts of an area; active + arrears + lapsed + residual = population. */
export const AreaCounts = z
  .object({
    code: z.string().describe("'' is the branch; in a list of its parts, what has no known village"),
    name: z.string(),
    level: Level,
    ...People,
    residual: z.int().nullable(),
    uncovered: z.int().nullable(),
    ended: z.int(),
    contacts: z.int().nullable(),
    uses: z.int().nullable(),
  })
  .meta({ id: 'AreaCounts' });
export type AreaCounts = z.infer<typeof AreaCounts>;

const UhcNeed = z.object({
  category: z.enum(['utama', 'madya', 'pratama', 'prioritas']),
  registered: z.int(),
  active: z.int(),
  pemdaRegistered: z.int(),
});

/** An area in a month: counts, shares, parts, and where it stands among the UHC categories. */
export const MonthFigures = z
  .object({
    snapshot: FigureSnapshot,
    area: AreaCounts,
    figures: z.array(MonthFigure),
    buckets: z
      .array(z.object({ id: z.enum(['active', 'arrears', 'lapsed', 'residual']), people: z.int() }))
      .nullable(),
    segments: z.array(
      z.object({
        segment: z.string(),
        members: z.int(),
        active: z.int(),
        arrears: z.int(),
        lapsed: z.int(),
      }),
    ),
    use: z
      .object({
        total: z.int(),
        days: z.int().describe('Calendar days of the month'),
        perDay: z.number(),
        parts: z.array(
          z.object({ id: z.enum(['FKTP_sick', 'FKTP_healthy', 'RJTL', 'RITL']), uses: z.int() }),
        ),
      })
      .nullable(),
    cases: z.array(z.object({ id: z.string().describe("'open' or the bucket"), cases: z.int() })),
    uhc: z
      .array(
        z.object({
          activeOf: z.enum(['members', 'population']),
          category: z.enum(['utama', 'madya', 'pratama']).nullable(),
          needs: z.array(UhcNeed),
        }),
      )
      .nullable(),
  })
  .meta({ id: 'MonthFigures' });
export type MonthFigures = z.infer<typeof MonthFigures>;

/** What a figure means, in the user's language. */
export const FigureDefinition = z.object({
  id: z.string(),
  name: z.string(),
  meaning: z.string(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  counted: z.string(),
  basis: z.string().nullable(),
});
export type FigureDefinition = z.infer<typeof FigureDefinition>;

/** One month of a series. */
export const SeriesPoint = z.object({
  month: z.string(),
  version: z.int(),
  ...People,
  segments: z.record(z.string(), z.int()),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/** A number that a later version of a month changed. */
export const Restatement = z.object({
  month: z.string(),
  version: z.int(),
  measure: z.string(),
  before: z.int().nullable(),
  after: z.int().nullable(),
  computedAt: z.string(),
  causes: z.array(z.object({ cause: z.string(), facts: z.int() })),
});
export type Restatement = z.infer<typeof Restatement>;

const Words = z.object({ id: z.string(), en: z.string() });
const Verdict = z.enum(['follows', 'rounds', 'contradicts', 'cannot-be-checked']);

/** A publication that comes with Jangkau, or a file of claims as text (docs/figures.md). */
export const PublishedClaims = z.union([
  z.object({ article: z.enum(['denpasar-2024-09', 'denpasar-2023-06']) }),
  z.object({ claims: z.string().min(2).max(500_000) }),
]);

/** Our own figure for a claim's definition and month. */
const OwnFigure = z.object({
  month: z.string(),
  version: z.int(),
  ratio: z.number().nullable(),
  numerator: NamedCount,
  denominator: NamedCount.nullable(),
});

/** Uses of care as our own log has them, of the days a claim speaks of. */
const OwnUses = z.object({
  from: z.string(),
  to: z.string(),
  days: z.int().describe('Calendar days from the first to the last, which the rate is divided by'),
  uses: z.int(),
  perDay: z.number(),
});

/** A publication with the verdict on each of its figures. */
export const CheckedPublication = z
  .object({
    title: Words.nullable(),
    source: Words.nullable(),
    url: z.string().nullable(),
    published: z.string().nullable(),
    verdicts: z.record(Verdict, z.int()),
    claims: z.array(
      z.object({
        id: z.string(),
        text: Words,
        printed: z.string(),
        unit: z.string(),
        implied: z.boolean(),
        verdict: Verdict,
        arithmetic: Words,
        readings: z.array(Words),
        missing: z.array(z.string()),
        own: OwnFigure.nullable(),
        ownUses: z.array(OwnUses).describe('One for each span of days; none where the log is empty'),
      }),
    ),
    findings: z.array(Words),
  })
  .meta({ id: 'CheckedPublication' });
export type CheckedPublication = z.infer<typeof CheckedPublication>;

const MonthQuery = z.object({
  month: Month.optional().describe('Default: the latest month with figures'),
  version: z.coerce.number().int().min(1).max(1000).optional().describe('Default: the latest'),
  area: AreaCode.optional().describe('Default: everything the session reaches first'),
});

/** Figures of months: immutable snapshots, with every number's definition and source. */
export const figuresRoutes = {
  listFigureMonths: {
    action: 'figures.read',
    method: 'GET',
    path: '/figures/months',
    tag: 'figures',
    summary: 'Months with figures, newest first, each as it stands now',
    response: z.object({ items: z.array(FigureSnapshot) }),
  },
  getMonthFigures: {
    action: 'figures.read',
    method: 'GET',
    path: '/figures',
    tag: 'figures',
    summary: 'Counts, shares, parts and UHC standing of an area in a month',
    query: MonthQuery,
    response: MonthFigures,
  },
  listMonthAreas: {
    action: 'figures.read',
    method: 'GET',
    path: '/figures/areas',
    tag: 'figures',
    summary: 'Counts of the areas of one level in a month; they add up to the area they lie in',
    query: MonthQuery.extend({ level: z.enum(['regency', 'district', 'village']).default('regency') }),
    response: z.object({ snapshot: FigureSnapshot, items: z.array(AreaCounts) }),
  },
  getFigureSeries: {
    action: 'figures.read',
    method: 'GET',
    path: '/figures/series',
    tag: 'figures',
    summary: 'An area month by month, each month as it stands now',
    query: z.object({ area: AreaCode.optional() }),
    response: z.object({ items: z.array(SeriesPoint) }),
  },
  listRestatements: {
    action: 'figures.read',
    method: 'GET',
    path: '/figures/restatements',
    tag: 'figures',
    summary: 'What later versions of months changed in an area, and why; newest first',
    query: z.object({
      area: AreaCode.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(Restatement) }),
  },
  exportFigures: {
    action: 'figures.read',
    method: 'GET',
    path: '/figures/export',
    tag: 'figures',
    summary:
      'An area in a month as a workbook (XLSX): shares, areas of every level below, months, definitions',
    query: MonthQuery,
    produces: 'application/octet-stream',
  },
  printFigures: {
    action: 'figures.read',
    method: 'GET',
    path: '/figures/print',
    tag: 'figures',
    summary: 'The monthly report of an area as a PDF, in Indonesian',
    query: MonthQuery,
    produces: 'application/pdf',
  },
  checkPublished: {
    action: 'figures.read',
    method: 'POST',
    path: '/figures/check',
    tag: 'figures',
    summary:
      'Checks published figures: what follows, what rounds, what contradicts, with our own figures beside them',
    body: PublishedClaims,
    response: CheckedPublication,
  },
  listFigureDefinitions: {
    action: 'figures.read',
    method: 'GET',
    path: '/figures/definitions',
    tag: 'figures',
    summary: 'What each figure means and how it is counted',
    response: z.object({ items: z.array(FigureDefinition) }),
  },
} as const satisfies Record<string, Route>;
