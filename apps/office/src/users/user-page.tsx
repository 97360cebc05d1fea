import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { UserActs } from './user-acts.tsx';
import { UserRoles } from './user-roles.tsx';
import { UserStates } from './user-states.tsx';
import { usersText } from './users-text.ts';

/** One user: roles, state, and what an administrator can do. */
export function UserPage() {
  const text = useText(usersText);
  const format = useFormat();
  const { username } = useParams({ from: '/office/pengguna/$username' });
  const query = useQuery(apiQuery('getUser', { params: { username } }));
  const user = query.data;
  if (query.isPending) return <Loading />;
  if (!user) return <ProblemPanel page error={query.error} onRetry={() => query.refetch()} />;
  return (
    <>
      <PageHeader
        kicker={<Link to="/pengguna">{text.back}</Link>}
        title={user.name}
        lede={`${text.username}: ${user.username}`}
      />
      <UserStates user={user} />
      {user.self ? <Notice>{text.ownAccount}</Notice> : null}
      {user.lockedUntil ? (
        <Notice tone="warning">{text.lockedUntil(format.dateTime(user.lockedUntil))}</Notice>
      ) : null}
      <UserRoles user={user} />
      {user.self ? null : <UserActs user={user} />}
    </>
  );
}
