import { z } from 'zod';
import { AreaCode } from './area.ts';
import { PageQuery, pageOf } from './paging.ts';
import { PersonRow } from './person.ts';

/**
 * Residents of two runs, matched by no_penduduk. newly-uncovered: uncovered in b, linked in a or not in
 * a; resolved: uncovered in a, linked in b; changed: linked in both, to different cards.
 */
export const ComparisonKind = z.enum(['newly-uncovered', 'resolved', 'changed']);
export type ComparisonKind = z.infer<typeof ComparisonKind>;

export const ComparisonQuery = PageQuery.extend({
  a: z.string().describe('the earlier run'),
  b: z.string().describe('the later run'),
  kind: ComparisonKind.default('newly-uncovered'),
  area: AreaCode.optional(),
});
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

export const ComparisonRow = z.object({ a: PersonRow.nullable(), b: PersonRow.nullable() });
export type ComparisonRow = z.infer<typeof ComparisonRow>;

export const ComparisonCounts = z.object({
  newlyUncovered: z.int(),
  newlyUncoveredNewResidents: z.int().describe('of which not in the earlier register'),
  resolved: z.int(),
  changed: z.int(),
  stillUncovered: z.int(),
  gone: z.int().describe('in a, no longer in b'),
});
export type ComparisonCounts = z.infer<typeof ComparisonCounts>;
export const ComparisonPage = pageOf(ComparisonRow).extend({ counts: ComparisonCounts });
export type ComparisonPage = z.infer<typeof ComparisonPage>;
