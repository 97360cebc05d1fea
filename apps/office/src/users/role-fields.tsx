import { assignmentKinds, type Role, roleNames, roles } from '@jangkau/access';
import type { RoleInput } from '@jangkau/contracts';
import { Select, TextInput } from '@mantine/core';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useLanguage, useText } from '../text/language-context.tsx';
import { usersText } from './users-text.ts';

/** A role that is being chosen. */
export interface RoleDraft {
  role: Role | null;
  area: string | null;
  banjar: string;
  code: string;
}

export const emptyRole: RoleDraft = { role: null, area: null, banjar: '', code: '' };

/** The role as the server takes it; null while something is missing. */
export function roleOf({ role, area, banjar, code }: RoleDraft): RoleInput | null {
  if (role === null) return null;
  const kind = assignmentKinds[role];
  if (kind === 'branch') return { role, code: null };
  if (kind === 'area') {
    if (area === null) return null;
    return { role, code: isVillage(area) && banjar.trim() ? `${area}/${banjar.trim()}` : area };
  }
  return code.trim() ? { role, code: code.trim() } : null;
}

/** Chooses a role, and what it is given on. */
export function RoleFields({ value, onChange }: { value: RoleDraft; onChange: (draft: RoleDraft) => void }) {
  const text = useText(usersText);
  const { language } = useLanguage();
  const kind = value.role && assignmentKinds[value.role];
  return (
    <>
      <Select
        label={text.role}
        placeholder={text.chooseRole}
        data={roles.map((role) => ({ value: role, label: roleNames[role][language] }))}
        value={value.role}
        onChange={(role) => onChange({ ...emptyRole, role: role as Role | null })}
        allowDeselect={false}
      />
      {kind === 'area' ? (
        <AreaPicker
          label={text.area}
          value={value.area}
          onChange={(area) => onChange({ ...value, area, banjar: '' })}
          levels={['regency', 'district', 'village']}
        />
      ) : null}
      {kind === 'area' && value.area && isVillage(value.area) ? (
        <TextInput
          label={text.banjar}
          description={text.banjarHint}
          value={value.banjar}
          maxLength={80}
          onChange={(event) => onChange({ ...value, banjar: event.currentTarget.value })}
        />
      ) : null}
      {kind === 'employer' || kind === 'facility' ? (
        <TextInput
          label={kind === 'employer' ? text.employer : text.facility}
          value={value.code}
          maxLength={40}
          onChange={(event) => onChange({ ...value, code: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

function isVillage(code: string): boolean {
  return code.length === 13;
}
