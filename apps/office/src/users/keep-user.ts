import type { User } from '@jangkau/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';

/** A user came back changed: the page shows it, and the list is fetched anew when it is next seen. */
export function keepUser(client: QueryClient, user: User): void {
  client.setQueryData(apiQuery('getUser', { params: { username: user.username } }).queryKey, user);
  void client.invalidateQueries({ queryKey: ['listUsers'] });
}
