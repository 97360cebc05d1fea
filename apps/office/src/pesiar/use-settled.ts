import { useQueryClient } from '@tanstack/react-query';
import { toastDone } from '../ui/toast.ts';

/** What is asked anew after forms were decided. */
const stale = ['listForms', 'listOwnWorkers', 'getForm', 'getQuota', 'getDesks', 'getFunnel', 'getCase'];

/** Says what became of forms and asks anew for what has changed with it. */
export function useSettled(then: () => void): (message: string) => Promise<void> {
  const client = useQueryClient();
  return async (message) => {
    toastDone(message);
    then();
    await Promise.all(stale.map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
}
