import type { ChatConversation } from '@jangkau/contracts';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMay } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';
import { chatActs, useChatAct } from './use-chat.ts';

/** Notes for colleagues, and what front-liners did in order. */
export function ChatNotes({ chat }: { chat: ChatConversation }) {
  const text = useText(chatsText);
  const format = useFormat();
  const may = useMay();
  const [words, setWords] = useState('');
  const note = useChatAct<{ text: string }>(chatActs.note, chat.id, () => setWords(''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) note.mutate({ text: words.trim() });
  };
  return (
    <section>
      <h2>{text.history}</h2>
      {may('chat.answer') ? (
        <form className={styles.form} onSubmit={submit}>
          <Textarea
            label={text.note}
            description={text.noteHint}
            autosize
            minRows={2}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {note.error ? <ProblemPanel error={note.error} /> : null}
          <div>
            <Button type="submit" variant="default" disabled={!words.trim()} loading={note.isPending}>
              {text.addNote}
            </Button>
          </div>
        </form>
      ) : null}
      {chat.facts.length === 0 ? <p className={styles.hint}>{text.noHistory}</p> : null}
      <ol className={styles.facts}>
        {[...chat.facts].reverse().map((fact) => (
          <li key={fact.id}>
            <time dateTime={fact.at}>
              {format.dateTime(fact.at)} · {fact.by}
            </time>
            {text.facts[fact.kind] ?? fact.kind}
            {fact.to ? ` ${fact.to}` : ''}
            {fact.outcome ? `: ${text.outcomes[fact.outcome]}` : ''}
            {fact.text ? `: ${fact.text}` : ''}
          </li>
        ))}
      </ol>
    </section>
  );
}
