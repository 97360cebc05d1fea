import type { ReactNode } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import { membersText } from './members-text.ts';
import { rupiah } from './rupiah.ts';

interface StageTableProps {
  label: string;
  stages: ReadonlyArray<{ stage: number; dueBy: string; amount: number; last: ReactNode }>;
  lastName: string;
}

/** Stages of a REHAB plan in order. */
export function StageTable({ label, stages, lastName }: StageTableProps) {
  const text = useText(membersText);
  const format = useFormat();
  return (
    <ScrollBox label={label}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.stage}</th>
            <th scope="col">{text.dueBy}</th>
            <th scope="col" className={table.number}>
              {text.amount}
            </th>
            <th scope="col">{lastName}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.stage}>
              <td data-label={text.stage}>{stage.stage}</td>
              <td data-label={text.dueBy}>{format.shortDate(stage.dueBy)}</td>
              <td data-label={text.amount} className={table.number}>
                {rupiah(format, stage.amount)}
              </td>
              <td data-label={lastName}>{stage.last}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
