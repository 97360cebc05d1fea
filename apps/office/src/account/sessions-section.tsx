import { routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { toastDone, toastFailure } from '../ui/toast.ts';
import styles from './account.module.css';
import { accountText } from './account-text.ts';

/** Browsers one is signed in with. */
export function SessionsSection() {
  const text = useText(accountText);
  const format = useFormat();
  const { language } = useLanguage();
  const client = useQueryClient();
  const sessions = useQuery(apiQuery('listOwnSessions'));
  const [asking, setAsking] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['listOwnSessions'] });
  const end = useMutation({
    mutationFn: (id: string) => call(routes.endOwnSession, { params: { id } }),
    onSuccess: async () => {
      toastDone(text.ended);
      await refresh();
    },
    onError: (error) => toastFailure(error, language),
  });
  const endOthers = useMutation({
    mutationFn: () => call(routes.endOtherSessions),
    onSuccess: async () => {
      setAsking(false);
      toastDone(text.othersEnded);
      await refresh();
    },
  });
  const items = sessions.data?.items ?? [];

  return (
    <section className={styles.section}>
      <h2>{text.sessions}</h2>
      {sessions.isPending ? <Loading lines={2} /> : null}
      {sessions.error ? <ProblemPanel error={sessions.error} onRetry={() => sessions.refetch()} /> : null}
      {items.length > 0 ? (
        <table className={`${table.table} ${table.cards}`}>
          <thead>
            <tr>
              <th>{text.device}</th>
              <th>{text.address}</th>
              <th>{text.signedIn}</th>
              <th>{text.lastUsed}</th>
              <th>
                <span className="hidden-visually">{text.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((session) => (
              <tr key={session.id}>
                <td data-label={text.device}>{session.device || text.unknownDevice}</td>
                <td data-label={text.address}>{session.address}</td>
                <td data-label={text.signedIn}>{format.dateTime(session.signedInAt)}</td>
                <td data-label={text.lastUsed}>{format.dateTime(session.seenAt)}</td>
                <td className={table.number}>
                  {session.current ? (
                    <StateBadge tone="good">{text.thisOne}</StateBadge>
                  ) : (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={text.endOf(session.device || text.unknownDevice)}
                      onClick={() => end.mutate(session.id)}
                    >
                      {text.end}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {items.length > 1 ? (
        <Button variant="default" className={styles.others} onClick={() => setAsking(true)}>
          {text.endOthers}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={asking}
        title={text.endOthers}
        action={text.endOthers}
        busy={endOthers.isPending}
        error={endOthers.error}
        onConfirm={() => endOthers.mutate()}
        onClose={() => setAsking(false)}
      >
        {text.endOthersWhat(format.integer(items.length - 1))}
      </ConfirmDialog>
    </section>
  );
}
