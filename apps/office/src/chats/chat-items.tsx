import type { ChatConversation, ChatItem } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { CarryOut } from './carry-out.tsx';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';
import { FinishDialog } from './finish-dialog.tsx';
import { SentFile } from './sent-file.tsx';

/** What was asked for in a conversation, open requests first. */
export function ChatItems({ chat }: { chat: ChatConversation }) {
  const text = useText(chatsText);
  const items = [...chat.items].sort((a, b) => Number(a.doneAt !== null) - Number(b.doneAt !== null));
  return (
    <section>
      <h2>{text.requests}</h2>
      {items.length === 0 ? <p className={styles.hint}>{text.noRequests}</p> : null}
      {items.map((item) => (
        <Request key={item.id} chat={chat.id} item={item} />
      ))}
    </section>
  );
}

function Request({ chat, item }: { chat: string; item: ChatItem }) {
  const text = useText(chatsText);
  const format = useFormat();
  const may = useMay();
  const [deciding, setDeciding] = useState(false);
  return (
    <article className={styles.item} data-done={item.doneAt !== null || undefined}>
      <div className={styles.itemHead}>
        <span>
          <strong>{text.services[item.service] ?? item.service}</strong>
          <small>
            {item.number} · {format.dateTime(item.madeAt)}
          </small>
        </span>
        {item.doneAt === null ? (
          <StateBadge tone={item.over ? 'uncovered' : 'good'}>
            {item.over ? text.isOver(format.shortDate(item.dueOn)) : text.due(format.shortDate(item.dueOn))}
          </StateBadge>
        ) : (
          <StateBadge tone="plain">
            {item.outcome ? `${text.outcomes[item.outcome]}, ` : ''}
            {text.done(format.dateTime(item.doneAt))}
          </StateBadge>
        )}
      </div>
      {item.answers.length > 0 ? (
        <dl className={styles.answers}>
          {item.answers.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {item.files.length > 0 ? (
        <ul className={styles.files} aria-label={text.documents}>
          {item.files.map((file) => (
            <li key={`${file.document} ${file.sha256}`}>
              {file.document ?? text.document} <SentFile chat={chat} file={file} />
            </li>
          ))}
        </ul>
      ) : null}
      {item.doneAt === null && may('membership.change') ? <CarryOut chat={chat} item={item} /> : null}
      {item.doneAt === null && may('chat.answer') ? (
        <div>
          <Button onClick={() => setDeciding(true)}>{text.finish}</Button>
        </div>
      ) : null}
      {deciding ? (
        <FinishDialog chat={chat} item={item} closings={item.closings} onClose={() => setDeciding(false)} />
      ) : null}
    </article>
  );
}
