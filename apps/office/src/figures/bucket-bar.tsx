import type { MonthFigures } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useMay } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import table from '../ui/table.module.css';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';

/** The population in parts, as one bar and a table whose rows add up to it. */
export function BucketBar({ view, area }: { view: MonthFigures; area: string | undefined }) {
  const text = useText(figuresText);
  const format = useFormat();
  const may = useMay();
  const { buckets } = view;
  const population = view.area.population;
  if (buckets === null || population === null) return <p className={styles.why}>{text.noParts}</p>;
  const wide = buckets.reduce((sum, { people }) => sum + Math.max(0, people), 0);
  const kindOf = { arrears: 'arrears', lapsed: 'lapsed' } as const;
  return (
    <>
      <p className={styles.why}>{text.partsWhy}</p>
      <div className={styles.bar} aria-hidden>
        {buckets.map(({ id, people }) =>
          people > 0 ? <span key={id} data-part={id} style={{ width: `${(people / wide) * 100}%` }} /> : null,
        )}
      </div>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{text.parts}</th>
            <th scope="col" className={table.number}>
              {text.people}
            </th>
            <th scope="col" className={table.number}>
              {text.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ id, people }) => (
            <tr key={id}>
              <td>
                <i className={styles.swatch} data-part={id} aria-hidden />
                {text.buckets[id]}
                {(id === 'arrears' || id === 'lapsed') && may('drive.read') ? (
                  <>
                    {' '}
                    <Link
                      className={styles.aside}
                      to="/reaktivasi/daftar"
                      search={{ area, kind: kindOf[id] }}
                    >
                      {text.list}
                    </Link>
                  </>
                ) : null}
              </td>
              <td className={table.number}>{format.integer(people)}</td>
              <td className={table.number}>{format.percent(people / population)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>
              {text.sum} = {text.population}
            </td>
            <td className={table.number}>{format.integer(population)}</td>
            <td className={table.number}>{format.percent(1)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
