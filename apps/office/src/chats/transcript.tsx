import { type ChatConversation, type ChatLine, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { useMay } from '../api/use-session.ts';
import { UnmaskDialog } from '../person/unmask-dialog.tsx';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';
import { failureWords } from './failure-words.ts';
import { SentFile } from './sent-file.tsx';

/** Everything that was said, numbers masked until somebody says why they need them. */
export function Transcript({ chat }: { chat: ChatConversation }) {
  const text = useText(chatsText);
  const may = useMay();
  const log = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState<ReadonlyMap<string, string>>(new Map());
  const last = chat.messages.at(-1)?.id;
  useEffect(() => {
    if (last !== undefined && log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [last]);
  return (
    <section className={styles.main}>
      <h2>{text.talk}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={log} className={styles.log} role="log" aria-label={text.talk} tabIndex={0}>
        {chat.messages.length === 0 ? <p className={styles.hint}>{text.noTalk}</p> : null}
        <ol className={styles.lines}>
          {chat.messages.map((line) => (
            <Line key={line.id} chat={chat.id} line={line} words={opened.get(line.id) ?? line.text} />
          ))}
        </ol>
      </div>
      {may('person.unmask') && opened.size === 0 && chat.messages.length > 0 ? (
        <Button size="compact-sm" variant="subtle" mt={6} onClick={() => setAsking(true)}>
          {text.unmask}
        </Button>
      ) : null}
      <UnmaskDialog
        unmask={(reason) => call(routes.unmaskChat, { params: { chat: chat.id }, body: { reason } })}
        opened={asking}
        onClose={() => setAsking(false)}
        onOpen={({ messages }) => setOpened(new Map(messages.map((one) => [one.id, one.text])))}
      />
    </section>
  );
}

function Line({ chat, line, words }: { chat: string; line: ChatLine; words: string }) {
  const text = useText(chatsText);
  const format = useFormat();
  const { language } = useLanguage();
  const who = { member: text.member, bot: text.bot, officer: line.by ?? text.officerSays }[line.from];
  const state = line.from === 'member' ? '' : (text.states[line.state] ?? line.state);
  return (
    <li className={styles.line} data-from={line.from} data-failed={line.failure !== null || undefined}>
      {line.file ? <SentFile chat={chat} file={line.file} /> : null}
      {line.what ? <p className={styles.hint}>{text.cannotShow(line.what)}</p> : null}
      {line.event ? <p className={styles.hint}>{text.events[line.event]}</p> : null}
      {words ? <p>{words}</p> : null}
      {!words && !line.file && !line.what && !line.event ? (
        <p className={styles.hint}>{text.fileNotKept}</p>
      ) : null}
      {line.choices.length > 0 ? (
        <ul className={styles.options} aria-label={text.choices}>
          {line.choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      ) : null}
      <span className={styles.meta}>
        {[who, format.dateTime(line.at), state].filter(Boolean).join(' · ')}
      </span>
      {line.byTemplate ? <span className={styles.failure}>{text.byTemplate}</span> : null}
      {line.failure ? <span className={styles.failure}>{failureWords(line.failure, language)}</span> : null}
    </li>
  );
}
