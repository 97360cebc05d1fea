import type { PhoneMessage } from '@jangkau/contracts';
import { FocusTrap } from '@mantine/core';
import { IconRosetteDiscountCheckFilled, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './phone.module.css';
import { PhoneComposer } from './phone-composer.tsx';
import { PhoneBubble } from './phone-message.tsx';
import { simulatorText } from './simulator-text.ts';
import type { Phone } from './use-phone.ts';

/** The screen of a phone: the chat with PANDAWA and what one writes. */
export function PhoneScreen({ phoneId, held }: { phoneId: string; held: Phone }) {
  const text = useText(simulatorText);
  const format = useFormat();
  const [list, setList] = useState<PhoneMessage | null>(null);
  const end = useRef<HTMLLIElement>(null);
  const { phone, say } = held;
  const messages = phone.data?.messages ?? [];
  const last = messages.at(-1)?.id;
  useEffect(() => {
    const log = end.current?.closest('[role=log]');
    if (last !== undefined && log) log.scrollTop = log.scrollHeight;
  }, [last]);
  const choose = (message: string, id: string) => {
    setList(null);
    say.mutate({ kind: 'choice', message, id });
  };
  return (
    <section className={styles.phone} aria-label={text.chat}>
      <header className={styles.bar}>
        <span className={styles.avatar} aria-hidden>
          P
        </span>
        <span>
          <strong>
            PANDAWA <IconRosetteDiscountCheckFilled size={15} aria-hidden />
          </strong>
          <small>{text.account}</small>
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.log} role="log" aria-label={text.chat} aria-live="polite" tabIndex={0}>
        {phone.isPending ? <Loading lines={4} /> : null}
        {phone.error ? <ProblemPanel error={phone.error} /> : null}
        {phone.data && messages.length === 0 ? <p className={styles.empty}>{text.emptyChat}</p> : null}
        <ol className={styles.messages}>
          {messages.map((message) => (
            <PhoneBubble
              key={message.id}
              phoneId={phoneId}
              message={message}
              onChoose={(id) => choose(message.id, id)}
              onOpenList={() => setList(message)}
            />
          ))}
          <li ref={end} aria-hidden />
        </ol>
        {phone.data && phone.data.undelivered > 0 ? (
          <p className={styles.note}>{text.undelivered(format.integer(phone.data.undelivered))}</p>
        ) : null}
      </div>
      <PhoneComposer busy={say.isPending} onSay={(said) => say.mutate(said)} />
      {list ? <ListSheet message={list} onChoose={choose} onClose={() => setList(null)} /> : null}
    </section>
  );
}

/** The rows of a list, over the chat as on a phone. */
function ListSheet(props: {
  message: PhoneMessage;
  onChoose: (message: string, id: string) => void;
  onClose: () => void;
}) {
  const text = useText(simulatorText);
  const { message, onChoose, onClose } = props;
  return (
    <FocusTrap active>
      <div
        className={styles.sheet}
        role="dialog"
        aria-modal="true"
        aria-label={message.button ?? ''}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        <div className={styles.sheetBar}>
          <strong>{message.button}</strong>
          <button type="button" className={styles.icon} aria-label={text.closeList} onClick={onClose}>
            <IconX size={20} aria-hidden />
          </button>
        </div>
        <ul>
          {message.choices.map((choice) => (
            <li key={choice.id}>
              <button type="button" onClick={() => onChoose(message.id, choice.id)}>
                {choice.title}
                {choice.description ? <small>{choice.description}</small> : null}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </FocusTrap>
  );
}
