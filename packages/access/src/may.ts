import type { Action } from './actions.ts';
import type { Assignment } from './assignment.ts';
import { matrix, type ScopeKind } from './matrix.ts';
import type { Role } from './roles.ts';

/** How far somebody may do an action. */
export interface Reach {
  /** The roles that allow it. */
  roles: Role[];
  /** True when the whole branch is within reach. */
  whole: boolean;
  /** Codes within reach when it is not the whole branch. */
  areas: string[];
  employers: string[];
  facilities: string[];
}

/**
 * What all roles of a person together allow for one action; undefined when none does. What is one's own
 * needs no role.
 */
export function may(assignments: readonly Assignment[], action: Action): Reach | undefined {
  const cells = assignments.map((assignment) => ({
    assignment,
    reach: matrix[action][assignment.role] as ScopeKind,
  }));
  const own = Object.values(matrix[action]).every((kind) => kind === 'own');
  const allowed = cells.filter(({ assignment, reach }) => allows(assignment, reach));
  if (allowed.length === 0 && !own) return undefined;
  const codes = (kind: ScopeKind) =>
    unique(
      allowed
        .filter(({ reach }) => reach === kind)
        .flatMap(({ assignment }) => (assignment.code === null ? [] : [assignment.code])),
    );
  return {
    roles: unique(allowed.map(({ assignment }) => assignment.role)),
    whole: allowed.some(({ reach }) => reach === 'branch'),
    areas: codes('area'),
    employers: codes('employer'),
    facilities: codes('facility'),
  };
}

// A right on areas is worth nothing to somebody whose role was given on something else.
function allows(assignment: Assignment, reach: ScopeKind): boolean {
  if (reach === 'none') return false;
  if (reach === 'branch' || reach === 'own') return true;
  return assignment.kind === reach && assignment.code !== null;
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
