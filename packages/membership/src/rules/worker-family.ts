import type { CalendarDate } from '../calendar.ts';
import { defaultMembershipSettings, type MembershipSettings } from '../membership-settings.ts';
import { isChildCovered } from './child-cover.ts';

/** Relation of a person to the worker. */
export type WorkerRelation = 'worker' | 'spouse' | 'child' | 'parent' | 'parent-in-law' | 'other';

/** A person an employer wants to register with a worker. */
export interface WorkerFamilyMember {
  readonly id: string;
  readonly relation: WorkerRelation;
  /** Children: date of birth, needed for the age rule. */
  readonly born?: CalendarDate;
  /** Children: days on which letters of active study were received. */
  readonly studentLetters?: readonly CalendarDate[];
  /** Children: married and with an income of their own, so no longer in the family. */
  readonly marriedWithIncome?: boolean;
}

/**
 * Where a person belongs: `covered` by the 5 %, `extra` at 1 % of the wage each (fourth child on, parents, parents-in-
 * law), or `own-segment` (other relatives, children over age).
 */
export type WorkerFamilyPlace = 'covered' | 'extra' | 'own-segment';

/** People covered by the 5 %, the worker included (Perpres 82/2018 Pasal 5). */
export const coveredFamilySize = 5;

/**
 * Places a worker's family: worker and spouse first, then children under 21 (25 in study), the oldest first, up to
 * five people; further children and parents as extra family.
 */
export function placeWorkerFamily(
  family: readonly WorkerFamilyMember[],
  on: CalendarDate,
  settings: MembershipSettings = defaultMembershipSettings,
): ReadonlyMap<string, WorkerFamilyPlace> {
  const places = new Map<string, WorkerFamilyPlace>();
  let covered = 0;
  for (const member of [...family].sort(byClaim)) {
    const place = placeOf(member, covered, on, settings);
    if (place === 'covered') covered++;
    places.set(member.id, place);
  }
  return places;
}

const order: Record<WorkerRelation, number> = {
  worker: 0,
  spouse: 1,
  child: 2,
  parent: 3,
  'parent-in-law': 4,
  other: 5,
};

function byClaim(a: WorkerFamilyMember, b: WorkerFamilyMember): number {
  const key = ({ relation, born, id }: WorkerFamilyMember): string =>
    `${order[relation]} ${born ?? ''} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}

function placeOf(
  { relation, born, studentLetters = [], marriedWithIncome }: WorkerFamilyMember,
  covered: number,
  on: CalendarDate,
  settings: MembershipSettings,
): WorkerFamilyPlace {
  if (relation === 'other') return 'own-segment';
  if (relation === 'parent' || relation === 'parent-in-law') return 'extra';
  if (relation === 'child') {
    const young = born === undefined || isChildCovered(born, on, studentLetters, settings);
    if (!young || marriedWithIncome) return 'own-segment';
  }
  return covered < coveredFamilySize ? 'covered' : 'extra';
}
