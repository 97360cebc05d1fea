import { type RequestDetail, type RequestStep, subjectRequestRoutes as routes } from '@jangkau/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { toastDone } from '../ui/toast.ts';
import { privacyText } from './privacy-text.ts';
import { requestText } from './request-text.ts';

/** The acts on one request; each brings the page up to date. */
export function useRequestStep(id: string) {
  const client = useQueryClient();
  const words = useText(privacyText);
  const text = useText(requestText);
  const params = { id };
  const renew = async (detail?: RequestDetail) => {
    const { queryKey } = apiQuery('getRequest', { params });
    if (detail) client.setQueryData(queryKey, detail);
    else await client.invalidateQueries({ queryKey });
    await client.invalidateQueries({ queryKey: ['listRequests'] });
    await client.invalidateQueries({ queryKey: ['getPrivacyOverview'] });
  };
  const step = useMutation({
    mutationFn: (body: RequestStep) => call(routes.addRequestStep, { params, body }),
    onSuccess: async (detail) => {
      toastDone(words.saved);
      await renew(detail);
    },
  });
  const carryOut = useMutation({
    mutationFn: (note: string) => call(routes.carryOutRequest, { params, body: { confirm: true, note } }),
    onSuccess: renew,
  });
  const letter = useMutation({
    mutationFn: () => call(routes.issueRequestLetter, { params }),
    onSuccess: async ({ number }) => {
      toastDone(text.issued(number));
      await renew();
    },
  });
  return { step, carryOut, letter };
}
