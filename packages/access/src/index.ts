export { accessPage } from './access-page.ts';
export { type Action, actions } from './actions.ts';
export type { Assignment } from './assignment.ts';
export { isAudited } from './is-audited.ts';
export { matrix, type ScopeKind } from './matrix.ts';
export { may, type Reach } from './may.ts';
export { type AssignmentKind, assignmentKinds, type Role, roleNames, roles } from './roles.ts';
