import type { AssignmentKind, Role } from './roles.ts';

/** A role somebody was given, and on what. */
export interface Assignment {
  role: Role;
  kind: AssignmentKind;
  /** Code of the area, employer or facility; null for the branch. */
  code: string | null;
}
