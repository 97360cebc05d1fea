import { useFormat, useText } from '../text/language-context.tsx';
import styles from './coverage-bar.module.css';
import { uiText } from './ui-text.ts';

interface CoverageBarProps {
  residents: number;
  linked: number;
  /** Linked but inactive; a part of `linked`. */
  inactive: number;
  size?: 'thin' | 'thick';
  /** Names under the bar. */
  legend?: boolean;
}

/**
 * The population of an area as one bar: active, inactive, not registered. The same bar stands wherever an
 * area does, so that areas can be compared at a glance.
 */
export function CoverageBar({ residents, linked, inactive, size = 'thin', legend }: CoverageBarProps) {
  const text = useText(uiText);
  const format = useFormat();
  const parts = coverageParts(residents, linked, inactive);
  const share = (count: number) => (residents > 0 ? format.percent(count / residents) : '–');
  return (
    <div className={styles.wrap}>
      <div
        className={styles.bar}
        data-size={size}
        role="img"
        aria-label={text.barLabel(share(parts.active), share(parts.inactive), share(parts.uncovered))}
      >
        <span className={styles.covered} style={{ flexGrow: parts.active }} />
        <span className={styles.inactive} style={{ flexGrow: parts.inactive }} />
        <span className={styles.uncovered} style={{ flexGrow: parts.uncovered }} />
      </div>
      {legend ? (
        <ul className={styles.legend}>
          <li data-part="covered">
            {text.covered} <b>{share(parts.active)}</b>
          </li>
          <li data-part="inactive">
            {text.inactive} <b>{share(parts.inactive)}</b>
          </li>
          <li data-part="uncovered">
            {text.uncovered} <b>{share(parts.uncovered)}</b>
          </li>
        </ul>
      ) : null}
    </div>
  );
}

/** Splits residents into three parts that add up to them; figures that do not fit are cut at the edges. */
export function coverageParts(
  residents: number,
  linked: number,
  inactive: number,
): { active: number; inactive: number; uncovered: number } {
  const linkedWithin = Math.min(Math.max(linked, 0), residents);
  const inactiveWithin = Math.min(Math.max(inactive, 0), linkedWithin);
  return {
    active: linkedWithin - inactiveWithin,
    inactive: inactiveWithin,
    uncovered: residents - linkedWithin,
  };
}
