import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';

interface NoteFormProps {
  label: string;
  action: string;
  busy: boolean;
  shortest?: number;
  quiet?: boolean;
  onSave: (text: string) => Promise<unknown>;
}

/** A few words and a button. */
export function NoteForm({ label, action, busy, shortest = 1, quiet, onSave }: NoteFormProps) {
  const words = useText(privacyText);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim().length >= shortest)
      onSave(note.trim()).then(
        () => setNote(''),
        () => undefined,
      );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        label={label}
        value={note}
        rows={2}
        maxLength={1000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          type="submit"
          variant={quiet ? 'default' : 'filled'}
          loading={busy}
          disabled={note.trim().length < shortest}
        >
          {action || words.save}
        </Button>
      </div>
    </form>
  );
}
