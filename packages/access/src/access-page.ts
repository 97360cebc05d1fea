import { type Action, actions } from './actions.ts';
import { isAudited } from './is-audited.ts';
import { matrix, type ScopeKind } from './matrix.ts';
import { assignmentKinds, roleNames, roles } from './roles.ts';

const words: Record<ScopeKind, string> = {
  branch: 'cabang',
  area: 'wilayah',
  employer: 'badan usaha',
  facility: 'faskes',
  own: 'sendiri',
  none: '',
};

/** docs/access.md: who may do what, written from the matrix. */
export function accessPage(): string {
  const role = (one: (typeof roles)[number]) => roleNames[one];
  const lines = [
    '# Who may do what',
    '',
    'Written from `packages/access` by `node scripts/write-access-page.ts`; a test fails when it is out of date.',
    '',
    'A person has roles, each on the branch, on areas (province, regency, district, village or banjar), on employers or on facilities. A cell says how far the role reaches: **cabang** the whole branch, **wilayah** the areas it was given on, **badan usaha** and **faskes** the employers and facilities it was given on, **sendiri** one’s own things; an empty cell: not at all. Several roles add up, action by action. Outside its reach a record is not found, a list is empty, and the audit keeps that it was asked for.',
    '',
    '## Roles',
    '',
    '| role | Indonesian | English | given on |',
    '|---|---|---|---|',
    ...roles.map((one) => `| \`${one}\` | ${role(one).id} | ${role(one).en} | ${assignmentKinds[one]} |`),
    '',
    'Auditor and system administrator see no personal data.',
    '',
    '## Actions',
    '',
    `| action | meaning | audited | ${roles.map((one) => role(one).id).join(' | ')} |`,
    `|---|---|---|${roles.map(() => '---|').join('')}`,
    ...(Object.keys(actions) as Action[]).map(
      (action) =>
        `| \`${action}\` | ${actions[action]} | ${isAudited(action) ? 'yes' : 'when refused'} | ${roles
          .map((one) => words[matrix[action][one]])
          .join(' | ')} |`,
    ),
    '',
  ];
  return lines.join('\n');
}
