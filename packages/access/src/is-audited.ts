import type { Action } from './actions.ts';

// They show no people and change nothing; everything else leaves an entry in the audit.
const silent: ReadonlySet<Action> = new Set<Action>([
  'session.own',
  'area.read',
  'run.read',
  'figures.read',
  'campaign.read',
  'command.read',
  'rule.read',
  'chat.queue',
  'backup.read',
  'health.read',
  // People who do not exist; what a chat reads of its member is kept as always.
  'simulator.use',
]);

/** Whether doing this leaves an entry in the audit. Being refused always does. */
export function isAudited(action: Action): boolean {
  return !silent.has(action);
}
