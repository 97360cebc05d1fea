import type { Action } from './actions.ts';
import { type Role, roles } from './roles.ts';

/**
 * How far a right reaches: the whole branch; the areas, employers or facilities the role was given on; only
 * one's own things; nothing.
 */
export type ScopeKind = 'branch' | 'area' | 'employer' | 'facility' | 'own' | 'none';

const letters: Record<string, ScopeKind> = {
  B: 'branch',
  A: 'area',
  E: 'employer',
  F: 'facility',
  o: 'own',
  '.': 'none',
};

// Who may do what, one line an action. B branch, A own areas, E own employer, F own facility, o own, . nothing.
// Columns: head of branch, branch officer, front-liner, village operator, PESIAR agent, PESIAR supervisor,
// Dinas Sosial, employer, facility, auditor, system administrator. The last two see no personal data.
const table: Record<Action, string> = {
  //                        HB BO FL VO PA PS DS EM FA AU SY
  'session.own': '           o  o  o  o  o  o  o  o  o  o  o',
  'area.read': '             B  B  A  A  A  A  A  B  B  B  B',
  'area.manage': '           B  B  .  .  .  .  .  .  .  .  B',
  'upload.manage': '         B  B  .  .  .  .  .  .  .  .  .',
  'run.read': '              B  B  A  A  A  A  A  .  .  .  .',
  'run.manage': '            B  B  .  .  .  .  .  .  .  .  .',
  'run.delete': '            B  B  .  .  .  .  .  .  .  .  .',
  'run-file.read': '         B  B  .  .  .  .  .  .  .  .  .',
  'figures.read': '          B  B  A  A  A  A  A  .  .  .  .',
  'list.read': '             B  B  A  A  A  A  A  .  .  .  .',
  'person.read': '           B  B  A  A  A  A  A  .  .  .  .',
  'person.unmask': '         B  B  A  A  A  A  A  .  .  .  .',
  'export.people': '         B  B  .  A  .  A  A  .  .  .  .',
  'export.full': '           B  B  .  .  .  .  .  .  .  .  .',
  'print.people': '          B  B  .  A  A  A  A  .  .  .  .',
  'review.read': '           B  B  .  A  .  A  .  .  .  .  .',
  'decision.add': '          B  B  .  A  .  A  .  .  .  .  .',
  'membership.read': '       B  B  A  A  A  A  A  E  .  .  .',
  'membership.change': '     B  B  A  .  .  .  .  .  .  .  .',
  'ledger.read': '           B  B  A  .  .  .  .  E  .  .  .',
  'ledger.add': '            B  B  .  .  .  .  .  .  .  .  .',
  'write-off.propose': '     B  B  .  .  .  .  .  .  .  .  .',
  'write-off.approve': '     B  .  .  .  .  .  .  .  .  .  .',
  'rule.read': '             B  B  B  .  .  .  .  .  .  B  .',
  'rule.manage': '           B  .  .  .  .  .  .  .  .  .  .',
  'month.close': '           B  .  .  .  .  .  .  .  .  .  .',
  'bulk.order': '            B  B  .  .  .  .  .  .  .  .  .',
  'drive.read': '            B  B  .  .  .  A  A  .  .  .  .',
  'campaign.read': '         B  B  A  .  .  A  .  .  .  .  .',
  'campaign.manage': '       B  B  .  .  .  .  .  .  .  .  .',
  'campaign.approve': '      B  .  .  .  .  .  .  .  .  .  .',
  'case.read': '             B  B  A  A  A  A  A  .  .  .  .',
  'case.work': '             B  B  A  A  A  A  .  .  .  .  .',
  'case.assign': '           B  B  .  .  .  A  .  .  .  .  .',
  'case.open': '             B  B  .  .  .  A  .  .  .  .  .',
  'desk.read': '             B  B  A  .  .  A  A  .  .  .  .',
  'desk.social': '           .  .  .  .  .  .  A  .  .  .  .',
  'desk.employer': '         .  .  .  .  .  .  .  E  .  .  .',
  'desk.officer': '          B  B  A  .  .  .  .  .  .  .  .',
  'quota.manage': '          B  B  .  .  .  .  A  .  .  .  .',
  'gathering.manage': '      B  B  .  A  A  A  A  .  .  .  .',
  'letter.manage': '         B  B  .  A  .  A  A  .  .  .  .',
  'command.read': '          B  B  .  A  A  A  A  .  .  .  .',
  'rollout.manage': '        B  B  .  .  .  .  .  .  .  .  .',
  'chat.queue': '            B  B  A  .  .  .  .  .  .  .  .',
  'chat.read': '             B  B  A  .  .  .  .  .  .  .  .',
  'chat.answer': '           B  B  A  .  .  .  .  .  .  .  .',
  'chat.manage': '           B  B  .  .  .  .  .  .  .  .  .',
  'simulator.use': '         B  B  A  .  .  .  .  .  .  .  .',
  'eligibility.read': '      B  B  A  .  .  .  .  .  F  .  .',
  'subject-request.manage': 'B  B  A  .  .  .  .  .  .  .  .',
  'breach.manage': '         B  B  .  .  .  .  .  .  .  .  .',
  'privacy-setting.manage': 'B  .  .  .  .  .  .  .  .  .  B',
  'retention.manage': '      B  .  .  .  .  .  .  .  .  .  .',
  'audit.read': '            .  .  .  .  .  .  .  .  .  B  .',
  'audit.export': '          .  .  .  .  .  .  .  .  .  B  .',
  'sync.use': '              .  .  .  .  A  A  .  .  .  .  .',
  'device.manage': '         B  B  .  .  .  A  .  .  .  .  .',
  'user.manage': '           .  .  .  .  .  .  .  .  .  .  B',
  'api-client.manage': '     .  .  .  .  .  .  .  .  .  .  B',
  'backup.read': '           B  B  .  .  .  .  .  .  .  .  B',
  'backup.run': '            B  .  .  .  .  .  .  .  .  .  B',
  'health.read': '           B  .  .  .  .  .  .  .  .  .  B',
};

function readTable(): Record<Action, Record<Role, ScopeKind>> {
  const rows = Object.entries(table).map(([action, line]) => {
    const cells = line.trim().split(/\s+/);
    if (cells.length !== roles.length) throw new Error(`the line of ${action} has ${cells.length} cells`);
    return [action, Object.fromEntries(roles.map((role, i) => [role, letters[cells[i] ?? ''] ?? 'none']))];
  });
  return Object.fromEntries(rows);
}

/** The whole matrix: how far each role may do each action. */
export const matrix: Record<Action, Record<Role, ScopeKind>> = readTable();
