import type { HouseholdPerson } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import styles from './person.module.css';
import { personText } from './person-text.ts';

interface HouseholdProps {
  runId: string;
  people: HouseholdPerson[];
  self: number;
  asOf: string | null;
}

/** The others on the same family card with their state. */
export function Household({ runId, people, self, asOf }: HouseholdProps) {
  const text = useText(personText);
  const words = useText(peopleText);
  const format = useFormat();
  const others = people.filter((person) => person.residentKey !== self);
  return (
    <section className={styles.section}>
      <h2>{text.household}</h2>
      <p className={styles.why}>{others.length > 0 ? text.householdWhy : text.noHousehold}</p>
      <ul className={styles.rows}>
        {others.map((person) => (
          <li key={person.residentKey} className={styles.kin}>
            <span>
              <Link
                to="/pemetaan/$runId/orang/$residentKey"
                params={{ runId, residentKey: String(person.residentKey) }}
              >
                {person.name}
              </Link>
              <small>
                {[person.relation, person.sex, format.age(person.born, asOf)].filter(Boolean).join(', ')}
              </small>
            </span>
            {person.state === 'uncovered' ? (
              <StateBadge tone="uncovered">{words.states.uncovered}</StateBadge>
            ) : person.inactiveKind ? (
              <StateBadge tone="inactive">{words.kinds[person.inactiveKind]}</StateBadge>
            ) : (
              <StateBadge tone="covered">{words.statuses.AKTIF}</StateBadge>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
