import type { LetterView } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';

/** Letters that were issued, each as it was sent. */
export function LetterList({ letters, address }: { letters: LetterView[]; address: (id: string) => string }) {
  const words = useText(privacyText);
  const format = useFormat();
  if (letters.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{words.letters}</h2>
      <ul className={styles.list}>
        {letters.map((letter) => (
          <li key={letter.id}>
            <a href={address(letter.id)} download>
              {words.openLetter(letter.number)}
            </a>
            <small>
              {letter.title}, {format.dateTime(letter.at)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
