import type { CampaignDetail } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { DayBars } from './day-bars.tsx';

const columns = ['sent', 'delivered', 'read', 'answered'] as const;

/** Messages by the day they were sent, with what became of them since. */
export function DailyResults({ days }: { days: CampaignDetail['results']['days'] }) {
  const text = useText(campaignsText);
  const format = useFormat();
  if (days.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{text.daily}</h2>
      <DayBars
        label={text.daily}
        days={days.map((day) => ({ date: day.date, parts: [day.sent, day.read, day.answered] }))}
        names={[text.funnel.sent, text.funnel.read, text.funnel.answered]}
      />
      <ScrollBox label={text.daily}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{text.date}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className={table.number}>
                  {text.funnel[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <td>{format.shortDate(day.date)}</td>
                {columns.map((column) => (
                  <td key={column} className={table.number}>
                    {format.integer(day[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
