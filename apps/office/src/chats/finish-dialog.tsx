import type { ChatItem, ChatOutcome } from '@jangkau/contracts';
import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { toastDone } from '../ui/toast.ts';
import { uiText } from '../ui/ui-text.ts';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';
import { chatActs, useChatAct } from './use-chat.ts';

interface FinishDialogProps {
  chat: string;
  /** The request that is decided; null: a talk that ends. */
  item: Pick<ChatItem, 'id' | 'number'> | null;
  closings: ChatItem['closings'];
  onClose: () => void;
}

/** The outcome and the closing message, which may be changed before it goes. */
export function FinishDialog({ chat, item, closings, onClose }: FinishDialogProps) {
  const text = useText(chatsText);
  const ui = useText(uiText);
  const offered: readonly ChatOutcome[] = item
    ? ['granted', 'refused', 'incomplete', 'answered']
    : ['answered'];
  const [outcome, setOutcome] = useState<ChatOutcome>(offered[0] ?? 'answered');
  const [words, setWords] = useState(item ? (closings[outcome] ?? '') : '');
  const finish = useChatAct<{ item: string | null; outcome: ChatOutcome; text: string }>(
    chatActs.finish,
    chat,
    () => {
      toastDone(text.finished);
      onClose();
    },
  );
  const unfinished = /(karena|:)\s*$/.test(words) || words.trim().length < 10;
  const choose = (next: ChatOutcome) => {
    // What was written by hand is not thrown away.
    if (words === (closings[outcome] ?? '')) setWords(closings[next] ?? '');
    setOutcome(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!unfinished) finish.mutate({ item: item?.id ?? null, outcome, text: words.trim() });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={item ? text.finishTitle(item.number) : text.finishTalkTitle}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <form className={styles.form} onSubmit={submit}>
        {offered.length > 1 ? (
          <Segments
            label={text.outcome}
            value={outcome}
            options={offered.map((value) => ({ value, label: text.outcomes[value] }))}
            onChange={choose}
          />
        ) : null}
        <Textarea
          label={text.closing}
          description={text.closingHint}
          autosize
          minRows={4}
          maxLength={3900}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          data-autofocus
        />
        {finish.error ? <ProblemPanel error={finish.error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button type="submit" disabled={unfinished} loading={finish.isPending}>
            {text.finishDo}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
