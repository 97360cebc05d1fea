import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useSession } from '../api/use-session.ts';
import { todayIn } from '../format/today-in.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './money.module.css';
import { moneyText } from './money-text.ts';
import { ReliefTable } from './relief-table.tsx';

/** Money in by day and bank, and where it went. */
export function Reconciliation() {
  const text = useText(moneyText);
  const format = useFormat();
  const session = useSession();
  const today = todayIn(session?.timeZone ?? 'Asia/Makassar');
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(from) && /^\d{4}-\d{2}-\d{2}$/.test(to) && from <= to;
  const days = useQuery({
    ...apiQuery('getReconciliation', { query: { from, to } }),
    enabled: whole,
    placeholderData: keepPreviousData,
  });
  const money = (amount: number) => (amount === 0 ? '–' : rupiah(format, amount));
  const head = [
    text.notified,
    text.filed,
    text.counter,
    text.allocated,
    text.deposits,
    text.suspense,
    text.difference,
  ];
  return (
    <section className={styles.section}>
      <h2>{text.days}</h2>
      <p className={styles.why}>{text.daysWhy}</p>
      <div className={styles.range}>
        <TextInput
          type="date"
          label={text.from}
          value={from}
          onChange={(e) => setFrom(e.currentTarget.value)}
        />
        <TextInput type="date" label={text.to} value={to} onChange={(e) => setTo(e.currentTarget.value)} />
      </div>
      {days.isPending && whole ? <Loading lines={5} /> : null}
      {days.error ? <ProblemPanel error={days.error} onRetry={() => days.refetch()} /> : null}
      {days.data?.days.length === 0 ? <EmptyState title={text.noDays} /> : null}
      {days.data && days.data.days.length > 0 ? (
        <ScrollBox label={text.days}>
          <table className={`${table.table} ${table.cards}`}>
            <thead>
              <tr>
                <th scope="col">{text.day}</th>
                {head.map((name) => (
                  <th key={name} scope="col" className={table.number}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.data.days.map((day) => (
                <tr
                  key={`${day.day} ${day.bank}`}
                  className={day.difference === 0 ? undefined : styles.differs}
                >
                  <td data-label={text.day}>
                    <span>
                      {format.shortDate(day.day)} · {day.bank}
                    </span>
                  </td>
                  {[
                    day.notified.amount,
                    day.filed.amount,
                    day.counter.amount,
                    day.allocated,
                    day.deposits,
                    day.suspense,
                    day.difference,
                  ].map((amount, i) => (
                    <td key={head[i]} data-label={head[i]} className={table.number}>
                      {money(amount)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
      {days.data ? <ReliefTable relief={days.data.relief} /> : null}
    </section>
  );
}
