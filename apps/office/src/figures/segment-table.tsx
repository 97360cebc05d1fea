import type { MonthFigures } from '@jangkau/contracts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import { figuresText } from './figures-text.ts';

/** Members by segment and state; rows add up to the members. */
export function SegmentTable({ view }: { view: MonthFigures }) {
  const text = useText(figuresText);
  const people = useText(peopleText);
  const format = useFormat();
  const { members, active, arrears, lapsed } = view.area;
  const share = (part: number) => (members > 0 ? format.percent(part / members, 1) : '–');
  const columns = ['active', 'arrears', 'lapsed'] as const;
  return (
    <ScrollBox label={text.segments}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.segment}</th>
            <th scope="col" className={table.number}>
              {text.members}
            </th>
            <th scope="col" className={table.number}>
              {text.share}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={table.number}>
                {text[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.segments.map((row) => (
            <tr key={row.segment}>
              <td>{people.segments[row.segment] ?? row.segment}</td>
              <td data-label={text.members} className={table.number}>
                {format.integer(row.members)}
              </td>
              <td data-label={text.share} className={table.number}>
                {share(row.members)}
              </td>
              {columns.map((column) => (
                <td key={column} data-label={text[column]} className={table.number}>
                  {format.integer(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{text.sum}</td>
            <td data-label={text.members} className={table.number}>
              {format.integer(members)}
            </td>
            <td data-label={text.share} className={table.number}>
              {share(members)}
            </td>
            {[active, arrears, lapsed].map((n, i) => (
              <td key={columns[i]} data-label={text[columns[i] ?? 'active']} className={table.number}>
                {format.integer(n)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}
