import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { useSession } from '../api/use-session.ts';

/** How the backups stand; asked often while one is made, now and then otherwise. Nothing for other roles. */
export function useBackups() {
  const allowed = useSession()?.actions.includes('backup.read') ?? false;
  return useQuery({
    ...apiQuery('getBackups'),
    enabled: allowed,
    refetchInterval: (query) => (query.state.data?.running ? 700 : 5 * 60_000),
  });
}
