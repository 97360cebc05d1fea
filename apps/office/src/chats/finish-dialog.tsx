import type { ChatItem, ChatOutcome } from '@jangkau/contracts';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import { toastDone } from '../ui/toast.ts';
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
  return (
    <FormDialog
      title={item ? text.finishTitle(item.number) : text.finishTalkTitle}
      size="lg"
      action={text.finishDo}
      ready={!unfinished}
      busy={finish.isPending}
      error={finish.error}
      onSubmit={() => finish.mutate({ item: item?.id ?? null, outcome, text: words.trim() })}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
