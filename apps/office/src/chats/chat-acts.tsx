import type { ChatConversation } from '@jangkau/contracts';
import { Button, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useSession } from '../api/use-session.ts';
import { useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';
import { FinishDialog } from './finish-dialog.tsx';
import { chatActs, useChatAct } from './use-chat.ts';

type Assignment = { to: string | null; note?: string };

/** Taking, handing on, giving back, finishing. */
export function ChatActs({ chat }: { chat: ChatConversation }) {
  const text = useText(chatsText);
  const session = useSession();
  const [dialog, setDialog] = useState<'hand-on' | 'finish' | null>(null);
  const me = session?.officer.username ?? '';
  const assign = useChatAct<Assignment>(chatActs.assign, chat.id);
  const handBack = useChatAct<object>(chatActs.handBack, chat.id, () => toastDone(text.handedBack));
  const isMine = chat.assignedTo === me;
  const error = assign.error ?? handBack.error;
  return (
    <>
      <div className={styles.acts}>
        {isMine ? (
          <Button variant="default" loading={assign.isPending} onClick={() => assign.mutate({ to: null })}>
            {text.release}
          </Button>
        ) : (
          <Button loading={assign.isPending} onClick={() => assign.mutate({ to: me })}>
            {text.take}
          </Button>
        )}
        <Button variant="default" onClick={() => setDialog('hand-on')}>
          {text.handOn}
        </Button>
        {chat.phase === 'person' ? (
          <>
            <Button variant="default" loading={handBack.isPending} onClick={() => handBack.mutate({})}>
              {text.handBack}
            </Button>
            <Button variant="default" onClick={() => setDialog('finish')}>
              {text.finishTalk}
            </Button>
          </>
        ) : null}
      </div>
      {error ? <ProblemPanel error={error} /> : null}
      {dialog === 'hand-on' ? <HandOn chat={chat} onClose={() => setDialog(null)} /> : null}
      {dialog === 'finish' ? (
        <FinishDialog chat={chat.id} item={null} closings={chat.closings} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

function HandOn({ chat, onClose }: { chat: ChatConversation; onClose: () => void }) {
  const text = useText(chatsText);
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const officers = useQuery(apiQuery('getChatOfficers'));
  const assign = useChatAct<Assignment>(chatActs.assign, chat.id, () => {
    toastDone(text.handedOn);
    onClose();
  });
  const data = (officers.data?.items ?? [])
    .filter(({ username }) => username !== chat.assignedTo)
    .map(({ username, name }) => ({ value: username, label: `${name} (${username})` }));
  return (
    <FormDialog
      title={text.handOnTitle}
      action={text.handOnDo}
      ready={to !== null}
      busy={assign.isPending}
      error={assign.error}
      onSubmit={() => assign.mutate({ to, ...(note.trim() && { note: note.trim() }) })}
      onClose={onClose}
    >
      <Select label={text.handOnTo} searchable data={data} value={to} onChange={setTo} data-autofocus />
      <Textarea
        label={text.handOnNote}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
