import type { User } from '@jangkau/contracts';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import table from '../ui/table.module.css';
import { NewUserDialog } from './new-user-dialog.tsx';
import { roleName } from './role-name.ts';
import { UserStates } from './user-states.tsx';
import styles from './users.module.css';
import { usersText } from './users-text.ts';

const SHOWN_ROLES = 2;

/** Everybody who may sign in. */
export function UsersPage() {
  const text = useText(usersText);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [adding, setAdding] = useState(false);
  const users = useQuery({ ...apiQuery('listUsers', { query: { q } }), placeholderData: keepPreviousData });
  const items = users.data?.items;
  return (
    <>
      <PageHeader
        title={text.title}
        lede={text.lede}
        actions={<Button onClick={() => setAdding(true)}>{text.add}</Button>}
      />
      <div className={styles.tools}>
        <TextInput
          label={text.search}
          type="search"
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {users.isPending ? <Loading /> : null}
      {users.error ? <ProblemPanel error={users.error} onRetry={() => users.refetch()} /> : null}
      {items?.length === 0 ? <EmptyState title={text.nobody} /> : null}
      {items && items.length > 0 ? <UserTable users={items} /> : null}
      <NewUserDialog opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function UserTable({ users }: { users: readonly User[] }) {
  const text = useText(usersText);
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <table className={`${table.table} ${table.cards}`}>
      <thead>
        <tr>
          <th>{text.name}</th>
          <th>{text.roles}</th>
          <th>{text.state}</th>
          <th>{text.lastSeen}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.username}>
            <td data-label={text.name}>
              <span className={styles.person}>
                <Link to="/pengguna/$username" params={{ username: user.username }}>
                  <b>{user.name}</b>
                </Link>
                <span>{user.username}</span>
              </span>
            </td>
            <td data-label={text.roles}>
              <span className={styles.roles}>
                {user.roles.length === 0 ? text.noRole : null}
                {user.roles.slice(0, SHOWN_ROLES).map((role) => (
                  <span key={role.id}>{roleName(role, language)}</span>
                ))}
                {user.roles.length > SHOWN_ROLES ? (
                  <span className={table.muted}>
                    {text.more(format.integer(user.roles.length - SHOWN_ROLES))}
                  </span>
                ) : null}
              </span>
            </td>
            <td data-label={text.state}>
              <UserStates user={user} />
            </td>
            <td data-label={text.lastSeen}>
              {user.lastSeenAt ? format.dateTime(user.lastSeenAt) : text.never}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
