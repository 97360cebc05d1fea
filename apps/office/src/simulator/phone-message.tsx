import { type PhoneMessage, routes, routeUrl } from '@jangkau/contracts';
import {
  IconAlertCircle,
  IconCheck,
  IconChecks,
  IconFileText,
  IconList,
  IconMapPin,
  IconMicrophone,
} from '@tabler/icons-react';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './phone.module.css';
import { simulatorText } from './simulator-text.ts';

interface PhoneMessageProps {
  phoneId: string;
  message: PhoneMessage;
  /** Only the latest question waits for an answer; earlier ones can still be pressed, as on a real phone. */
  onChoose: (choice: string) => void;
  onOpenList: () => void;
}

/** One bubble: who, what, when, and how far it got. */
export function PhoneBubble({ phoneId, message, onChoose, onOpenList }: PhoneMessageProps) {
  const text = useText(simulatorText);
  const format = useFormat();
  const { fromUs, kind, status } = message;
  return (
    <li className={styles.message} data-from={fromUs ? 'office' : 'phone'}>
      <div className={styles.bubble}>
        <span className="hidden-visually">{fromUs ? text.fromOffice : text.fromPhone}: </span>
        {message.template ? (
          <small className={styles.template}>{text.template(message.template)}</small>
        ) : null}
        <Content phoneId={phoneId} message={message} />
        <span className={styles.meta}>
          <time dateTime={message.at}>{format.time(message.at)}</time>
          <span className={styles.ticks} data-status={status} title={text.ticks[status]}>
            <Ticks status={status} />
            <span className="hidden-visually">{text.ticks[status]}</span>
          </span>
        </span>
      </div>
      {kind === 'buttons'
        ? message.choices.map((choice) => (
            <button
              key={choice.id}
              type="button"
              className={styles.choice}
              onClick={() => onChoose(choice.id)}
            >
              {choice.title}
            </button>
          ))
        : null}
      {kind === 'list' ? (
        <button type="button" className={styles.choice} aria-haspopup="dialog" onClick={onOpenList}>
          <IconList size={17} aria-hidden /> {message.button}
        </button>
      ) : null}
    </li>
  );
}

function Content({ phoneId, message }: Pick<PhoneMessageProps, 'phoneId' | 'message'>) {
  const text = useText(simulatorText);
  const { file, kind } = message;
  if (file) {
    const url = routeUrl(routes.getPhoneFile, { phone: phoneId, file: file.id });
    return (
      <>
        {kind === 'image' ? (
          <img src={url} alt={text.photo} className={styles.picture} />
        ) : (
          <span className={styles.attached}>
            <IconFileText size={20} aria-hidden /> {file.name ?? text.document}
          </span>
        )}
        {message.text ? <p className={styles.words}>{message.text}</p> : null}
      </>
    );
  }
  if (kind === 'location')
    return (
      <span className={styles.attached}>
        <IconMapPin size={20} aria-hidden /> {message.text || text.place}
      </span>
    );
  if (kind === 'other')
    return (
      <span className={styles.attached}>
        <IconMicrophone size={20} aria-hidden /> {message.text === 'audio' ? text.voice : text.other}
      </span>
    );
  return <p className={styles.words}>{message.text}</p>;
}

function Ticks({ status }: { status: PhoneMessage['status'] }) {
  if (status === 'failed') return <IconAlertCircle size={15} aria-hidden />;
  if (status === 'accepted' || status === 'sent') return <IconCheck size={15} aria-hidden />;
  return <IconChecks size={15} aria-hidden />;
}
