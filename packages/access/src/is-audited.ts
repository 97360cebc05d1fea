import type { Action } from './actions.ts';

// They show no people and change nothing; everything else leaves an entry in the audit.
const silent: ReadonlySet<Action> = new Set<Action>([
  'session.own',
  'area.read',
  'run.read',
  'figures.read',
  'command.read',
  'backup.read',
  'health.read',
]);

/** Whether doing this leaves an entry in the audit. Being refused always does. */
export function isAudited(action: Action): boolean {
  return !silent.has(action);
}
