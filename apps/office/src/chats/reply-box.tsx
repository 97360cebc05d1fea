import type { ChatConversation } from '@jangkau/contracts';
import { Button, Menu, Textarea } from '@mantine/core';
import { IconMessageBolt, IconSend2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone } from '../ui/toast.ts';
import { Unsaved } from '../ui/unsaved.tsx';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';
import { chatActs, useChatAct } from './use-chat.ts';

/** A free reply within the 24 hours; after them the request to write again, with the answer to follow. */
export function ReplyBox({ chat }: { chat: ChatConversation }) {
  const text = useText(chatsText);
  const format = useFormat();
  const [words, setWords] = useState('');
  const settings = useQuery(apiQuery('getChatSettings'));
  const isOpen = chat.windowEndsAt !== null;
  const done = () => {
    setWords('');
    toastDone(text.sent);
  };
  const direct = useChatAct<{ text: string }>(chatActs.reply, chat.id, done);
  const late = useChatAct<{ text: string }>(chatActs.replyLate, chat.id, done);
  const act = isOpen ? direct : late;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() && !act.isPending) act.mutate({ text: words.trim() });
  };
  return (
    <form className={styles.reply} onSubmit={submit}>
      <Unsaved when={words.trim() !== ''} />
      {isOpen ? null : (
        <Notice tone="warning" title={text.windowOver}>
          {text.windowOverWhy}
        </Notice>
      )}
      <Textarea
        label={text.reply}
        description={text.replyHint}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      />
      {chat.windowEndsAt ? (
        <p className={styles.hint}>
          {text.windowUntil(format.dateTime(chat.windowEndsAt))}{' '}
          {chat.phase === 'person' ? null : text.takesOver}
        </p>
      ) : null}
      {act.error ? <ProblemPanel error={act.error} /> : null}
      <div className={styles.replyActs}>
        <Menu position="top-start" shadow="md" width={320}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconMessageBolt size={17} aria-hidden />}>
              {text.quickReplies}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(settings.data?.quickReplies ?? []).map((reply) => (
              <Menu.Item
                key={reply.title}
                onClick={() => setWords(words.trim() ? `${words.trim()}\n${reply.text}` : reply.text)}
              >
                {reply.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          type="submit"
          disabled={words.trim() === ''}
          loading={act.isPending}
          leftSection={<IconSend2 size={17} aria-hidden />}
        >
          {isOpen ? text.send : text.sendLate}
        </Button>
      </div>
    </form>
  );
}
