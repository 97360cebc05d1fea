import { type BreachDetail, type BreachStep, breachRoutes as routes } from '@jangkau/contracts';
import type { NoticeAudience } from '@jangkau/privacy';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { toastDone } from '../ui/toast.ts';
import { breachText } from './breach-text.ts';
import { privacyText } from './privacy-text.ts';

/** The acts on one breach; each brings the page up to date. */
export function useBreachStep(id: string) {
  const client = useQueryClient();
  const words = useText(privacyText);
  const text = useText(breachText);
  const params = { id };
  const renew = async (detail?: BreachDetail) => {
    const { queryKey } = apiQuery('getBreach', { params });
    if (detail) client.setQueryData(queryKey, detail);
    else await client.invalidateQueries({ queryKey });
    await client.invalidateQueries({ queryKey: ['listBreaches'] });
    await client.invalidateQueries({ queryKey: ['getPrivacyOverview'] });
  };
  const step = useMutation({
    mutationFn: (body: BreachStep) => call(routes.addBreachStep, { params, body }),
    onSuccess: async (detail) => {
      toastDone(words.saved);
      await renew(detail);
    },
  });
  const letter = useMutation({
    mutationFn: (audience: NoticeAudience) => call(routes.issueBreachLetter, { params, body: { audience } }),
    onSuccess: async ({ number }) => {
      toastDone(text.issued(number));
      await renew();
    },
  });
  return { step, letter };
}
