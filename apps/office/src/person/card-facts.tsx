import type { PersonRecord } from '@jangkau/contracts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './person.module.css';
import { personText } from './person-text.ts';

/** What the member register says of one card. */
export function CardFacts({ card }: { card: PersonRecord }) {
  const text = useText(personText);
  const words = useText(peopleText);
  const format = useFormat();
  const facts: Array<[keyof typeof text.fields, string | null]> = [
    ['id', card.id],
    ['nik', card.nik],
    ['kk', card.kk],
    ['born', card.born ? format.date(card.born) : null],
    ['sex', card.sex ? words.sexes[card.sex] : null],
    ['village', [card.village, card.district].filter(Boolean).join(', ') || null],
    ['address', card.address],
    ['phone', card.phone],
    ['segment', card.segment ? (words.segments[card.segment] ?? card.segment) : null],
    ['status', card.status ? (words.statuses[card.status] ?? card.status) : null],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{text.fields[name]}</dt>
          <dd>{value ?? text.empty}</dd>
        </div>
      ))}
    </dl>
  );
}
