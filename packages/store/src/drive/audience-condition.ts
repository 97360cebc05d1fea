import type { AudienceRule } from '@jangkau/campaigns';
import { type RawBuilder, sql } from 'kysely';
import { inArea } from '../scope.ts';

/** SQL condition: the row `s` of member_status is an inactive member whom the rule means. */
export function audienceCondition(rule: AudienceRule): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`NOT s.active AND s.inactive_kind IN ('arrears', 'lapsed')`];
  if (rule.area) parts.push(inArea(sql.ref('s.area_code'), rule.area));
  if (rule.kind) parts.push(sql`s.inactive_kind = ${rule.kind}`);
  if (rule.reason) parts.push(sql`s.reason = ${rule.reason}`);
  if (rule.segment) parts.push(sql`s.segment = ${rule.segment}`);
  if (rule.leastMonths !== undefined) parts.push(sql`s.arrears_months >= ${rule.leastMonths}`);
  if (rule.mostMonths !== undefined) parts.push(sql`s.arrears_months <= ${rule.mostMonths}`);
  if (rule.leastAmount !== undefined) parts.push(sql`s.arrears_amount >= ${rule.leastAmount}`);
  if (rule.mostAmount !== undefined) parts.push(sql`s.arrears_amount <= ${rule.mostAmount}`);
  return sql`(${sql.join(parts, sql` AND `)})`;
}
