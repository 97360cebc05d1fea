import { type Route, routes, type SimulatedPhone } from '@jangkau/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useLanguage } from '../text/language-context.tsx';
import { toastFailure } from '../ui/toast.ts';

const EVERY_MS = 1000;
/** While an answer is on its way. */
const SOON_MS = 250;
const SOON_FOR_MS = 8000;

type Said = NonNullable<CallInput<typeof routes.sayOnPhone>['body']>;
type Trouble = NonNullable<CallInput<typeof routes.setPhoneTrouble>['body']>;

/** A simulated phone, looked at every second, and what can be done with it. */
export function usePhone(phoneId: string) {
  const client = useQueryClient();
  const { language } = useLanguage();
  const params = { phone: phoneId };
  const query = apiQuery('getPhone', { params });
  const phone = useQuery({
    ...query,
    refetchInterval: ({ state }) => {
      const last = state.data?.messages.at(-1);
      const waits = last && !last.fromUs && Date.now() - Date.parse(last.at) < SOON_FOR_MS;
      return waits ? SOON_MS : EVERY_MS;
    },
  });
  const show = (seen: SimulatedPhone) => client.setQueryData(query.queryKey, seen);
  const act = { onSuccess: show, onError: (error: unknown) => toastFailure(error, language) };
  const of = (route: Route, body?: unknown) =>
    call(route, {
      params,
      ...(body !== undefined && { body: body as never }),
    }) as unknown as Promise<SimulatedPhone>;
  return {
    phone,
    say: useMutation({ mutationFn: (said: Said) => of(routes.sayOnPhone, said), ...act }),
    trouble: useMutation({ mutationFn: (trouble: Trouble) => of(routes.setPhoneTrouble, trouble), ...act }),
    letDayPass: useMutation({ mutationFn: () => of(routes.letDayPass), ...act }),
    startOver: useMutation({ mutationFn: () => of(routes.startPhoneOver), ...act }),
  };
}

export type Phone = ReturnType<typeof usePhone>;
