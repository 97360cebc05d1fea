import type { Verdict } from '@jangkau/contracts';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { peopleText } from '../people/people-text.ts';
import { useLanguage, useText } from '../text/language-context.tsx';
import { toastDone, toastFailure } from '../ui/toast.ts';
import styles from './person.module.css';
import { personText } from './person-text.ts';
import { useDecide } from './use-decide.ts';

interface DecisionPanelProps {
  runId: string;
  residentKey: number;
  memberKey: number;
  /** The decision that stands now. */
  verdict: Verdict | null;
}

/** Same, different or unsure, with a note; a standing decision can be withdrawn. */
export function DecisionPanel({ runId, residentKey, memberKey, verdict }: DecisionPanelProps) {
  const text = useText(personText);
  const words = useText(peopleText);
  const { language } = useLanguage();
  const [note, setNote] = useState('');
  const decide = useDecide(runId, (decision) => {
    setNote('');
    toastDone(text.saved(words.verdicts[decision.verdict]));
  });
  const choose = (next: Verdict) =>
    decide.mutate(
      { residentKey, memberKey, verdict: next, note: note.trim() || undefined },
      { onError: (error) => toastFailure(error, language) },
    );
  const standing = verdict === 'withdrawn' ? null : verdict;
  const choices = [
    ['same', text.same_],
    ['different', text.different],
    ['unsure', text.unsure],
  ] as const;
  return (
    <section className={styles.panel}>
      <h2>{text.decision}</h2>
      <p className={styles.why}>{text.decisionWhy}</p>
      <div className={styles.verdicts}>
        {choices.map(([value, label]) => (
          <Button
            key={value}
            variant={standing === value ? 'filled' : 'default'}
            aria-pressed={standing === value}
            disabled={decide.isPending}
            onClick={() => choose(value)}
          >
            {label}
          </Button>
        ))}
      </div>
      <TextInput
        label={text.note}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {standing ? (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => choose('withdrawn')}>
          {text.withdraw}
        </Button>
      ) : null}
    </section>
  );
}
