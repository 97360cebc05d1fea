import { type PersonalFile, type RunFileName, routes, routeUrl } from '@jangkau/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { downloadOrder } from '../api/download-order.ts';
import { useSession } from '../api/use-session.ts';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import styles from './results.module.css';
import { resultsText } from './results-text.ts';

/** The files a mapping wrote: figures at once, lists of people after saying what for. */
export function Downloads({ runId }: { runId: string }) {
  const text = useText(resultsText);
  const session = useSession();
  const [chosen, setChosen] = useState<PersonalFile | null>(null);
  if (!session?.actions.includes('run-file.read')) return null;
  return (
    <section className={styles.section}>
      <h2>{text.downloads}</h2>
      <ul className={styles.downloads}>
        {(Object.keys(text.files) as Array<keyof typeof text.files & RunFileName>).map((name) => (
          <li key={name}>
            <a
              href={routeUrl(routes.getRunFile, { id: runId, name })}
              {...(name.endsWith('.html') ? { target: '_blank', rel: 'noreferrer' } : { download: name })}
            >
              {text.files[name]}
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.lede}>{text.downloadsWarn}</p>
      <ul className={styles.downloads}>
        {(Object.keys(text.lists) as PersonalFile[]).map((name) => (
          <li key={name}>
            <Button variant="default" size="xs" onClick={() => setChosen(name)}>
              {text.lists[name]}
            </Button>
          </li>
        ))}
      </ul>
      {chosen ? <OrderFile runId={runId} name={chosen} onClose={() => setChosen(null)} /> : null}
    </section>
  );
}

function OrderFile({ runId, name, onClose }: { runId: string; name: PersonalFile; onClose: () => void }) {
  const text = useText(resultsText);
  const [purpose, setPurpose] = useState('');
  const order = useMutation({
    mutationFn: () =>
      call(routes.orderRunFile, {
        params: { id: runId },
        body: { name, purpose: purpose.trim(), confirm: true },
      }),
    onSuccess: ({ id }) => {
      downloadOrder(id);
      onClose();
    },
  });
  return (
    <FormDialog
      title={text.orderTitle(text.lists[name])}
      action={text.orderNow}
      ready={purpose.trim().length >= 5}
      busy={order.isPending}
      error={order.error}
      onSubmit={() => order.mutate()}
      onClose={onClose}
    >
      <p className={styles.lede}>{text.orderWhat}</p>
      <TextInput
        label={text.orderPurpose}
        value={purpose}
        maxLength={300}
        data-autofocus
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
