import type { AreaCounts } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { type ShareMeasure, shareOf } from './shares.ts';

/** Areas by a share, lowest first; a name goes one level down. Rows add up to the area they lie in. */
export function FigureAreas({ rows, measure }: { rows: readonly AreaCounts[]; measure: ShareMeasure }) {
  const text = useText(figuresText);
  const format = useFormat();
  const share = (row: AreaCounts, of: ShareMeasure) => {
    const value = shareOf(row, of);
    return value === null ? '–' : format.percent(value, 1);
  };
  const number = (value: number | null) => (value === null ? '–' : format.integer(value));
  const order = (row: AreaCounts) => shareOf(row, measure) ?? Number.POSITIVE_INFINITY;
  return (
    <ScrollBox label={text.map}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.area}</th>
            <th scope="col">
              {text.measures[measure]} ({text.lowest})
            </th>
            <th scope="col" className={table.number}>
              {text.population}
            </th>
            <th scope="col" className={table.number}>
              {text.members}
            </th>
            <th scope="col" className={table.number}>
              {text.active}
            </th>
            <th scope="col" className={table.number}>
              {text.residual}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...rows]
            .sort((a, b) => order(a) - order(b))
            .map((row) => (
              <tr key={row.code}>
                <td>
                  {row.code === '' ? (
                    row.name
                  ) : (
                    <Link to="/angka" search={(old) => ({ ...old, area: row.code })}>
                      {row.name}
                    </Link>
                  )}
                </td>
                <td data-label={text.measures[measure]}>
                  <span className={styles.meter}>
                    <span className={styles.track} aria-hidden>
                      <i style={{ width: `${Math.min(1, shareOf(row, measure) ?? 0) * 100}%` }} />
                    </span>
                    {share(row, measure)}
                  </span>
                </td>
                <td data-label={text.population} className={table.number}>
                  {number(row.population)}
                </td>
                <td data-label={text.members} className={table.number}>
                  {number(row.members)}
                </td>
                <td data-label={text.active} className={table.number}>
                  {number(row.active)}
                </td>
                <td data-label={text.residual} className={table.number}>
                  {number(row.residual)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
