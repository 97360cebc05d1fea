import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { monthSpans } from '../members/month-name.ts';
import { rupiah } from '../members/rupiah.ts';
import { writeOffsText } from '../members/write-offs-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import styles from './money.module.css';

/** Proposals to write arrears off that nobody has decided on; nothing when there are none. */
export function WaitingWriteOffs() {
  const text = useText(writeOffsText);
  const format = useFormat();
  const waiting = useQuery(apiQuery('listWaitingWriteOffs'));
  const items = waiting.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{text.waitingTitle}</h2>
      <DataTable
        label={text.waitingTitle}
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          {
            header: text.proposedBy,
            role: 'title',
            cell: ({ proposedBy, proposedAt }) => text.by(proposedBy, format.dateTime(proposedAt)),
          },
          { header: text.reason, cell: ({ reason }) => reason },
          { header: text.months, cell: ({ months }) => monthSpans(format, months) },
          { header: text.amount, number: true, cell: ({ amount }) => rupiah(format, amount) },
          {
            header: text.open,
            role: 'acts',
            cell: ({ memberId }) => (
              <Link to="/peserta/$memberId" params={{ memberId: String(memberId) }}>
                {text.open}
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}
