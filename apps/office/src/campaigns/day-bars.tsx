import { useMediaQuery } from '@mantine/hooks';
import { useFormat } from '../text/language-context.tsx';
import styles from './campaigns.module.css';

interface DayBarsProps {
  label: string;
  /** Parts of a day lie in front of one another, the largest behind. */
  days: readonly { date: string; parts: readonly number[] }[];
  /** Names of the parts, for the legend. */
  names?: readonly string[];
  /** Beside a form, where there is half the room. */
  compact?: boolean;
}

const wide = { width: 720, height: 190, bottom: 26, top: 20, side: 18, labels: 8 } as const;
/** Where there is little room fewer days are named, and letters keep their size. */
const narrow = { width: 360, height: 170, bottom: 26, top: 20, side: 18, labels: 5 } as const;

/** Bars by day; the numbers are also in a table or list beside it. */
export function DayBars({ label, days, names = [], compact = false }: DayBarsProps) {
  const format = useFormat();
  const phone = useMediaQuery('(max-width: 760px)');
  const size = compact || phone ? narrow : wide;
  const most = Math.max(1, ...days.flatMap(({ parts }) => parts));
  const step = (size.width - 2 * size.side) / Math.max(days.length, 6);
  const height = (value: number) => (value / most) * (size.height - size.bottom - size.top);
  const every = Math.ceil(days.length / size.labels);
  return (
    <figure className={styles.bars}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        {days.map(({ date, parts }, i) => (
          <g key={date} transform={`translate(${size.side + i * step} 0)`}>
            {parts.map((value, part) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have a fixed order
                key={part}
                data-part={part}
                x={step * 0.12 + part * step * 0.07}
                width={Math.max(2, step * 0.76 - part * step * 0.14)}
                y={size.height - size.bottom - height(value)}
                height={height(value)}
                rx={2}
              />
            ))}
            {i % every === 0 ? (
              <>
                <text x={step / 2} y={size.height - 8} textAnchor="middle">
                  {format.shortDate(date).replace(/ \d{4}$/, '')}
                </text>
                <text
                  x={step / 2}
                  y={size.height - size.bottom - height(parts[0] ?? 0) - 5}
                  textAnchor="middle"
                >
                  {format.integer(parts[0] ?? 0)}
                </text>
              </>
            ) : null}
          </g>
        ))}
        <line x1={0} x2={size.width} y1={size.height - size.bottom} y2={size.height - size.bottom} />
      </svg>
      {names.length > 0 ? (
        <figcaption>
          {names.map((name, part) => (
            <span key={name}>
              <i data-part={part} aria-hidden />
              {name}
            </span>
          ))}
        </figcaption>
      ) : null}
    </figure>
  );
}
