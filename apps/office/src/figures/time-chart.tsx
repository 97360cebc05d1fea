import { useMediaQuery } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useLanguage } from '../text/language-context.tsx';
import { axisTicks } from './axis-ticks.ts';
import styles from './figures.module.css';
import { monthName } from './month-name.ts';

/** A line of a chart. */
interface ChartLine {
  id: string;
  name: string;
  /** One a month; null where it is not known. */
  values: readonly (number | null)[];
}

interface TimeChartProps {
  label: string;
  months: readonly string[];
  lines: readonly ChartLine[];
  write: (value: number) => string;
  /** Receives the drawing, for saving it. */
  drawing: (svg: SVGSVGElement | null) => void;
}

const wide = { width: 720, height: 300, left: 76, right: 14, top: 14, bottom: 34, labels: 8 };
/** On a phone fewer months are named, and letters keep their size. */
const narrow = { width: 380, height: 250, left: 62, right: 8, top: 12, bottom: 30, labels: 4 };

/** Lines over months. Pointing shows the month's values; the table below holds them all. */
export function TimeChart({ label, months, lines, write, drawing }: TimeChartProps) {
  const { language } = useLanguage();
  const title = useId();
  const [at, setAt] = useState<number | null>(null);
  const size = useMediaQuery('(max-width: 760px)') ? narrow : wide;
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const ticks = axisTicks(known);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = (i: number) =>
    size.left + (i * (size.width - size.left - size.right)) / Math.max(1, months.length - 1);
  const y = (value: number) =>
    size.height - size.bottom - ((value - low) / (high - low)) * (size.height - size.top - size.bottom);
  const every = Math.max(1, Math.ceil(months.length / size.labels));
  const chosen = at ?? months.length - 1;
  const point = (clientX: number, box: DOMRect) => {
    const inside = ((clientX - box.left) / box.width) * size.width;
    const step = (size.width - size.left - size.right) / Math.max(1, months.length - 1);
    setAt(Math.min(months.length - 1, Math.max(0, Math.round((inside - size.left) / step))));
  };
  return (
    <div className={styles.chartBox}>
      <svg
        ref={drawing}
        viewBox={`0 0 ${size.width} ${size.height}`}
        className={styles.chart}
        role="img"
        aria-labelledby={title}
        onPointerMove={(event) => point(event.clientX, event.currentTarget.getBoundingClientRect())}
        onPointerLeave={() => setAt(null)}
      >
        <title id={title}>{label}</title>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={size.left}
              x2={size.width - size.right}
              y1={y(tick)}
              y2={y(tick)}
              className={styles.grid}
            />
            <text x={size.left - 8} y={y(tick) + 4} textAnchor="end" className={styles.tick}>
              {write(tick)}
            </text>
          </g>
        ))}
        {months.map((month, i) =>
          (months.length - 1 - i) % every === 0 ? (
            <text
              key={month}
              x={x(i)}
              y={size.height - 12}
              textAnchor={i === months.length - 1 ? 'end' : 'middle'}
              className={styles.tick}
            >
              {monthName(month, language, true)}
            </text>
          ) : null,
        )}
        {chosen >= 0 ? (
          <line
            x1={x(chosen)}
            x2={x(chosen)}
            y1={size.top}
            y2={size.height - size.bottom}
            className={styles.cursor}
          />
        ) : null}
        {lines.map((line, k) => (
          <g key={line.id} data-line={k} className={styles.line}>
            <path d={pathOf(line.values, x, y)} />
            {line.values[chosen] === null || line.values[chosen] === undefined ? null : (
              <circle cx={x(chosen)} cy={y(line.values[chosen])} r={4} />
            )}
          </g>
        ))}
      </svg>
      <p className={styles.legend} aria-live="off">
        <strong>{monthName(months[chosen] ?? '2000-01', language)}</strong>
        {lines.map((line, k) => {
          const value = line.values[chosen];
          return (
            <span key={line.id}>
              <i data-line={k} aria-hidden />
              {line.name} <b>{value === null || value === undefined ? '–' : write(value)}</b>
            </span>
          );
        })}
      </p>
    </div>
  );
}

/** Path data of a line; a value that is not known interrupts it. */
function pathOf(
  values: readonly (number | null)[],
  x: (i: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  let path = '';
  for (const [i, value] of values.entries()) {
    if (value === null) {
      pen = 'M';
      continue;
    }
    path += `${pen}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = 'L';
  }
  return path;
}
