import { expect, test } from 'vitest';
import { type Action, actions } from './actions.ts';
import type { Assignment } from './assignment.ts';
import { matrix } from './matrix.ts';
import { may } from './may.ts';
import { assignmentKinds, roles } from './roles.ts';

const branch = (role: 'head-of-branch' | 'branch-officer' | 'auditor' | 'system-administrator') =>
  ({ role, kind: 'branch', code: null }) satisfies Assignment;
const area = (role: 'village-operator' | 'pesiar-agent', code: string) =>
  ({ role, kind: 'area', code }) satisfies Assignment;

test('no role allows nothing but what is one’s own', () => {
  const allowed = Object.keys(actions).filter((action) => may([], action as Action));
  expect(allowed).toEqual(['session.own']);
});

// An action that is added to these roles has to be added here, by somebody who has asked whether it shows people.
test.each([
  ['auditor', ['session.own', 'area.read', 'rule.read', 'audit.read', 'audit.export']],
  [
    'system-administrator',
    [
      'session.own',
      'area.read',
      'area.manage',
      'privacy-setting.manage',
      'user.manage',
      'api-client.manage',
      'backup.read',
      'backup.run',
      'health.read',
    ],
  ],
] as const)('%s does these and nothing else: no personal data', (role, allowed) => {
  const found = Object.keys(actions).filter((action) => may([branch(role)], action as Action));
  expect(found.sort()).toEqual([...allowed].sort());
});

test('areas of several roles are put together, action by action', () => {
  const assignments = [area('village-operator', '51.71.01.1001'), area('pesiar-agent', '51.03')];
  expect(may(assignments, 'list.read')).toEqual({
    roles: ['village-operator', 'pesiar-agent'],
    whole: false,
    areas: ['51.71.01.1001', '51.03'],
    employers: [],
    facilities: [],
  });
  // An agent decides nothing, so the agent's regency adds nothing here.
  expect(may(assignments, 'decision.add')?.areas).toEqual(['51.71.01.1001']);
  expect(may([...assignments, branch('branch-officer')], 'decision.add')?.whole).toBe(true);
});

test('a role on the wrong kind of thing allows nothing', () => {
  expect(may([{ role: 'village-operator', kind: 'branch', code: null }], 'list.read')).toBeUndefined();
  expect(may([{ role: 'village-operator', kind: 'employer', code: 'X' }], 'list.read')).toBeUndefined();
});

test('the matrix reaches only as far as a role can be given', () => {
  for (const [action, row] of Object.entries(matrix))
    for (const role of roles) {
      const reach = row[role];
      if (reach === 'area' || reach === 'employer' || reach === 'facility')
        expect([action, role, assignmentKinds[role]]).toEqual([action, role, reach]);
    }
});
