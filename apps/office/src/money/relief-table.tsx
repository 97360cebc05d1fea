import type { MoneyReconciliation } from '@jangkau/contracts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import styles from './money.module.css';
import { moneyText } from './money-text.ts';

/** Relief and the taking back of relief in the days chosen, and whether every rupiah of it stands on a bill. */
export function ReliefTable({ relief }: { relief: MoneyReconciliation['relief'] }) {
  const text = useText(moneyText);
  const format = useFormat();
  if (relief.length === 0) return null;
  return (
    <div className={styles.relief}>
      <h3>{text.relief}</h3>
      <p className={styles.why}>{text.reliefWhy}</p>
      <DataTable
        label={text.relief}
        rows={relief}
        keyOf={({ kind }) => kind}
        columns={[
          { header: text.reliefKind, role: 'title', cell: ({ kind }) => text.reliefKinds[kind] ?? kind },
          { header: text.count, number: true, cell: ({ n }) => format.integer(n) },
          { header: text.amount, number: true, cell: ({ amount }) => rupiah(format, amount) },
          { header: text.allocated, number: true, cell: ({ allocated }) => rupiah(format, allocated) },
          {
            header: text.difference,
            number: true,
            cell: ({ amount, allocated }) =>
              amount === allocated ? '–' : rupiah(format, amount - allocated),
          },
        ]}
      />
    </div>
  );
}
