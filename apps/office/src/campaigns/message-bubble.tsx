import { templateFooter } from '@jangkau/campaigns';
import styles from './campaigns.module.css';

/** A message as a phone shows it: its text, the line about STOP, and its buttons. */
export function MessageBubble({
  text,
  buttons = [],
}: {
  text: string;
  buttons?: readonly { title: string }[];
}) {
  return (
    <span className={styles.bubble}>
      <span className={styles.bubbleText}>{text}</span>
      <span className={styles.bubbleFoot}>{templateFooter}</span>
      {buttons.map(({ title }) => (
        <span key={title} className={styles.bubbleButton}>
          {title}
        </span>
      ))}
    </span>
  );
}
