import { type Audience, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { MessageBubble } from './message-bubble.tsx';

interface MessagePreviewProps {
  audience: Audience;
  body: string;
  buttons: readonly { title: string }[];
}

/** The message as real people of the audience would read it; others at a press. */
export function MessagePreview({ audience, body, buttons }: MessagePreviewProps) {
  const text = useText(campaignsText);
  const [seed, setSeed] = useState(1);
  const [settled] = useDebouncedValue({ audience, body: body || ' ', seed }, 400);
  const preview = useQuery({
    queryKey: ['previewMessage', settled],
    queryFn: ({ signal }) => call(routes.previewMessage, { body: settled, signal }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className={styles.choiceHead}>
        <h2 className={styles.h}>{text.preview}</h2>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconRefresh size={14} />}
          onClick={() => setSeed((old) => old + 1)}
        >
          {text.otherPeople}
        </Button>
      </div>
      {preview.isPending ? <Loading lines={4} height={60} /> : null}
      {preview.error ? <ProblemPanel error={preview.error} onRetry={() => preview.refetch()} /> : null}
      {preview.data?.items.length === 0 ? <p className={styles.why}>{text.nobodyToShow}</p> : null}
      <ul className={styles.previews}>
        {preview.data?.items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <li key={i}>
            <small className={styles.small}>{item.who}</small>
            <MessageBubble text={item.text} buttons={buttons} />
          </li>
        ))}
      </ul>
    </>
  );
}
