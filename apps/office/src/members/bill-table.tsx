import type { HouseholdLedger } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './members.module.css';
import { membersText } from './members-text.ts';
import { monthName } from './month-name.ts';
import { rupiah } from './rupiah.ts';

const LATEST = 12;

/** Bills month by month, newest first; what is left of each in its own column. */
export function BillTable({ months }: { months: HouseholdLedger['months'] }) {
  const text = useText(membersText);
  const format = useFormat();
  const [all, setAll] = useState(false);
  if (months.length === 0) return null;
  const shown = all ? months : months.slice(0, LATEST);
  const left = (month: (typeof months)[number]) => month.amount - month.paid - month.relieved;
  return (
    <div className={styles.block}>
      <ScrollBox label={text.money}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              <th scope="col" className={`${table.number} ${styles.wide}`}>
                {text.people}
              </th>
              <th scope="col" className={table.number}>
                {text.bill}
              </th>
              <th scope="col" className={`${table.number} ${styles.wide}`}>
                {text.paid}
              </th>
              <th scope="col" className={table.number}>
                {text.left}
              </th>
              <th scope="col">{text.paidOn}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((month) => (
              <tr key={month.month} data-owing={left(month) > 0 || undefined}>
                <td className={styles.month}>{monthName(format, month.month)}</td>
                <td className={`${table.number} ${styles.wide}`}>{format.integer(month.people)}</td>
                <td className={table.number}>{rupiah(format, month.amount)}</td>
                <td className={`${table.number} ${styles.wide}`}>
                  <span>
                    {rupiah(format, month.paid)}
                    {month.relieved > 0 ? (
                      <small className={styles.absent}>
                        {' '}
                        {text.relieved} {rupiah(format, month.relieved)}
                      </small>
                    ) : null}
                  </span>
                </td>
                <td className={`${table.number} ${styles.left}`}>{rupiah(format, left(month))}</td>
                <td>
                  {month.paidOn ? (
                    format.shortDate(month.paidOn)
                  ) : (
                    <span className={styles.absent}>{text.unpaid}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {months.length > LATEST ? (
        <Button variant="default" size="xs" mt={10} onClick={() => setAll(!all)}>
          {all ? text.showLess : text.showAll(format.integer(months.length))}
        </Button>
      ) : null}
    </div>
  );
}
