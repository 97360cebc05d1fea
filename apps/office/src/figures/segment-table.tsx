import type { MonthFigures } from '@jangkau/contracts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { figuresText } from './figures-text.ts';

/** Members by segment and state; rows add up to the members. */
export function SegmentTable({ view }: { view: MonthFigures }) {
  const text = useText(figuresText);
  const people = useText(peopleText);
  const format = useFormat();
  const { members, active, arrears, lapsed } = view.area;
  const share = (part: number) => (members > 0 ? format.percent(part / members, 1) : '–');
  const totals = { active, arrears, lapsed };
  const states = ['active', 'arrears', 'lapsed'] as const;
  return (
    <DataTable
      label={text.segments}
      rows={view.segments}
      keyOf={({ segment }) => segment}
      columns={[
        {
          header: text.segment,
          role: 'title',
          cell: ({ segment }) => people.segments[segment] ?? segment,
          foot: text.sum,
        },
        {
          header: text.members,
          number: true,
          cell: (row) => format.integer(row.members),
          foot: format.integer(members),
        },
        { header: text.share, number: true, cell: (row) => share(row.members), foot: share(members) },
        ...states.map((state) => ({
          header: text[state],
          number: true,
          cell: (row: MonthFigures['segments'][number]) => format.integer(row[state]),
          foot: format.integer(totals[state]),
        })),
      ]}
    />
  );
}
