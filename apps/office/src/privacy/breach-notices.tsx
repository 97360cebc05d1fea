import type { BreachDetail } from '@jangkau/contracts';
import type { NoticeAudience } from '@jangkau/privacy';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { breachText } from './breach-text.ts';
import { fromField, toField } from './local-time.ts';
import styles from './privacy.module.css';
import type { useBreachStep } from './use-breach-step.ts';

type Acts = ReturnType<typeof useBreachStep>;

/** Whom the law wants told: the letter for each, and whether it was sent. */
export function BreachNotices({ breach, acts }: { breach: BreachDetail; acts: Acts }) {
  const text = useText(breachText);
  const format = useFormat();
  const [sending, setSending] = useState<NoticeAudience | null>(null);
  return (
    <>
      <h2>{text.noticeTitle}</h2>
      <p className={styles.why}>{text.noticeWhy}</p>
      {breach.required.map((audience) => {
        const sent = breach.notified[audience];
        return (
          <div key={audience} className={styles.section}>
            <p>
              <b>{text.audiences[audience]}</b>{' '}
              <StateBadge tone={sent ? 'good' : 'inactive'}>
                {sent ? text.sent(format.dateTime(sent)) : text.notSent}
              </StateBadge>
            </p>
            <div className={styles.buttons}>
              <Button
                size="xs"
                loading={acts.letter.isPending && acts.letter.variables === audience}
                onClick={() => acts.letter.mutate(audience)}
              >
                {text.issue}
              </Button>
              <Button size="xs" variant="default" onClick={() => setSending(audience)}>
                {text.markSent}
              </Button>
            </div>
          </div>
        );
      })}
      {sending ? (
        <SentDialog
          audience={sending}
          knownAt={breach.knownAt}
          acts={acts}
          onClose={() => setSending(null)}
        />
      ) : null}
    </>
  );
}

interface SentDialogProps {
  audience: NoticeAudience;
  knownAt: string;
  acts: Acts;
  onClose: () => void;
}

function SentDialog({ audience, knownAt, acts, onClose }: SentDialogProps) {
  const text = useText(breachText);
  const [sentAt, setSentAt] = useState(() => toField(new Date()));
  const [means, setMeans] = useState('');
  const instant = fromField(sentAt);
  return (
    <FormDialog
      title={text.audiences[audience]}
      action={text.markSent}
      ready={instant !== null && means.trim().length >= 3}
      busy={acts.step.isPending}
      error={acts.step.error}
      onSubmit={() =>
        instant !== null &&
        acts.step.mutate(
          { type: 'notified', audience, means: means.trim(), sentAt: instant },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <TextInput
        type="datetime-local"
        label={text.sentAt}
        required
        min={toField(new Date(knownAt))}
        max={toField(new Date())}
        value={sentAt}
        onChange={(event) => setSentAt(event.currentTarget.value)}
      />
      <TextInput
        label={text.means}
        required
        minLength={3}
        maxLength={300}
        value={means}
        onChange={(event) => setMeans(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
