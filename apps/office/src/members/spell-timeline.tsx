import type { Membership } from '@jangkau/contracts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './members.module.css';
import { membersText } from './members-text.ts';
import { type SpellBar, spellBars } from './spell-bars.ts';

/** Spells on one line of time; the list below says the same in words. */
export function SpellTimeline({ spells, today }: { spells: Membership['spells']; today: string }) {
  const text = useText(membersText);
  const people = useText(peopleText);
  const format = useFormat();
  const { bars, years } = spellBars(spells, today);
  const words = (bar: SpellBar) =>
    `${people.segments[bar.spell.segment] ?? bar.spell.segment}, ${
      bar.spell.active ? text.active : (text.kinds[bar.spell.inactiveKind ?? ''] ?? text.inactive)
    }: ${format.shortDate(bar.spell.from)} – ${bar.spell.to ? format.shortDate(bar.spell.to) : text.now}`;
  return (
    <>
      <svg
        className={styles.line}
        viewBox="0 0 1000 58"
        preserveAspectRatio="none"
        aria-hidden
        focusable="false"
      >
        <defs>
          <pattern id="idle" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" className={styles.idleGround} />
            <rect width="3" height="8" className={styles.idleStripe} />
          </pattern>
        </defs>
        {years.map((year) => (
          <line
            key={year.year}
            x1={year.at * 1000}
            x2={year.at * 1000}
            y1="0"
            y2="46"
            className={styles.tick}
          />
        ))}
        {bars.map((bar) => (
          <rect
            key={bar.spell.from}
            x={bar.from * 1000}
            width={Math.max(1.5, (bar.to - bar.from) * 1000 - 1)}
            y="8"
            height="30"
            className={styles.bar}
            data-active={bar.spell.active || undefined}
          >
            <title>{words(bar)}</title>
          </rect>
        ))}
      </svg>
      <div className={styles.years} aria-hidden>
        {years
          .filter(({ at }) => at > 0.03 && at < 0.97)
          .map((year) => (
            <span key={year.year} style={{ left: `${year.at * 100}%` }}>
              {year.year}
            </span>
          ))}
      </div>
      <ol className={styles.spells}>
        {[...bars].reverse().map((bar) => (
          <li key={bar.spell.from} data-active={bar.spell.active || undefined}>
            <span>{words(bar)}</span>
            {bar.spell.payer ? <small>{bar.spell.payer}</small> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
