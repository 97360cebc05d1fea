import { roleNames } from '@jangkau/access';
import { type RoleInput, routes, type User, type UserRole } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useLanguage, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import table from '../ui/table.module.css';
import { toastDone } from '../ui/toast.ts';
import { keepUser } from './keep-user.ts';
import { emptyRole, RoleFields, roleOf } from './role-fields.tsx';
import { roleName } from './role-name.ts';
import styles from './users.module.css';
import { usersText } from './users-text.ts';

/** The roles of a user, giving and taking them. */
export function UserRoles({ user }: { user: User }) {
  const text = useText(usersText);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [draft, setDraft] = useState(emptyRole);
  const [taking, setTaking] = useState<UserRole | null>(null);
  const params = { username: user.username };
  const give = useMutation({
    mutationFn: (body: RoleInput) => call(routes.assignRole, { params, body }),
    onSuccess: (changed) => {
      keepUser(client, changed);
      setDraft(emptyRole);
      toastDone(text.given);
    },
  });
  const take = useMutation({
    mutationFn: (id: number) => call(routes.revokeRole, { params: { ...params, id } }),
    onSuccess: (changed) => {
      keepUser(client, changed);
      setTaking(null);
      toastDone(text.taken);
    },
  });
  const chosen = roleOf(draft);
  return (
    <section className={styles.section}>
      <h2>{text.roles}</h2>
      {user.roles.length === 0 ? <p>{text.noRole}</p> : null}
      {user.roles.length > 0 ? (
        <table className={`${table.table} ${table.cards}`}>
          <thead>
            <tr>
              <th>{text.role}</th>
              <th>{text.place}</th>
              <th>{text.by}</th>
              <th>
                <span className="hidden-visually">{text.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {user.roles.map((role) => (
              <tr key={role.id}>
                <td data-label={text.role}>{roleNames[role.role][language]}</td>
                <td data-label={text.place}>
                  {role.code === null ? text.wholeBranch : (role.place ?? role.code)}
                </td>
                <td data-label={text.by}>{role.grantedBy}</td>
                <td className={table.number}>
                  {user.self ? null : (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={text.takeOf(roleName(role, language))}
                      onClick={() => setTaking(role)}
                    >
                      {text.take}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {user.self ? null : (
        <div className={styles.give}>
          <RoleFields value={draft} onChange={setDraft} />
          {chosen ? (
            <Button loading={give.isPending} onClick={() => give.mutate(chosen)}>
              {text.give}
            </Button>
          ) : null}
        </div>
      )}
      {give.error ? <ProblemPanel error={give.error} /> : null}
      <ConfirmDialog
        opened={taking !== null}
        title={text.takeTitle}
        action={text.take}
        dangerous
        busy={take.isPending}
        error={take.error}
        onConfirm={() => taking && take.mutate(taking.id)}
        onClose={() => {
          setTaking(null);
          take.reset();
        }}
      >
        {taking ? text.takeWhat(user.name, roleName(taking, language)) : null}
      </ConfirmDialog>
    </section>
  );
}
