import type { PayerBill, PayerBills } from '@jangkau/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuildingBank } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { monthName } from '../members/month-name.ts';
import { rupiah } from '../members/rupiah.ts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Listed } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PayDialog } from './pay-dialog.tsx';
import styles from './payers.module.css';
import { payersText } from './payers-text.ts';

/** Bills of a month to those who pay for others, and what they paid. */
export function PayersPage() {
  const text = useText(payersText);
  const format = useFormat();
  const [month, setMonth] = useState<string>();
  const [name, setName] = useState('');
  const [settled] = useDebouncedValue(name.trim(), 250);
  const [paying, setPaying] = useState<PayerBill | null>(null);
  const bills = useQuery({
    ...apiQuery('listPayerBills', { query: { month, name: settled || undefined } }),
    placeholderData: keepPreviousData,
  });
  const data = bills.data;
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      {data?.month ? (
        <div className={styles.tools}>
          <NativeSelect
            label={text.month}
            value={data.month}
            data={data.months.map((value) => ({ value, label: monthName(format, value) }))}
            onChange={(event) => setMonth(event.currentTarget.value)}
          />
          <TextInput
            label={text.find}
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
      ) : null}
      <Listed
        query={bills}
        items={data?.items}
        lines={6}
        empty={{
          title: settled ? text.nobody : text.none,
          ...(!settled && { why: text.noneWhy }),
          icon: <IconBuildingBank size={36} stroke={1.3} aria-hidden />,
        }}
      >
        {(items) => (
          <>
            <Totals totals={data?.totals ?? []} />
            <h2 className={styles.heading}>{text.bills}</h2>
            <Bills items={items} onPay={setPaying} />
            {data?.more ? <p className={styles.why}>{text.more}</p> : null}
          </>
        )}
      </Listed>
      {paying && data?.month ? (
        <PayDialog bill={paying} month={data.month} onClose={() => setPaying(null)} />
      ) : null}
    </>
  );
}

/** What is still to be paid; unknown for employers. */
function open({ amount, paid }: Pick<PayerBill, 'amount' | 'paid'>): number | null {
  return amount === null ? null : amount - paid;
}

function Totals({ totals }: { totals: PayerBills['totals'] }) {
  const text = useText(payersText);
  const people = useText(peopleText);
  const format = useFormat();
  const money = (amount: number | null) => (amount === null ? text.byWage : rupiah(format, amount));
  return (
    <>
      <h2 className={styles.heading}>{text.totals}</h2>
      <DataTable
        label={text.totals}
        rows={totals}
        keyOf={({ segment }) => segment}
        columns={[
          { header: text.segment, role: 'title', cell: ({ segment }) => people.segments[segment] ?? segment },
          { header: text.people, number: true, cell: (row) => format.integer(row.people) },
          { header: text.amount, number: true, cell: ({ amount }) => money(amount) },
          { header: text.paid, number: true, cell: ({ paid }) => rupiah(format, paid) },
          { header: text.open, number: true, cell: (row) => money(open(row)) },
        ]}
      />
    </>
  );
}

function Bills({ items, onPay }: { items: readonly PayerBill[]; onPay: (bill: PayerBill) => void }) {
  const text = useText(payersText);
  const people = useText(peopleText);
  const format = useFormat();
  return (
    <DataTable
      label={text.bills}
      rows={items}
      keyOf={({ payerId, segment }) => `${payerId} ${segment}`}
      columns={[
        {
          header: text.payer,
          role: 'title',
          cell: ({ name, code }) => (
            <span>
              {name}
              <small className={styles.small}>{code}</small>
            </span>
          ),
        },
        { header: text.segment, cell: ({ segment }) => people.segments[segment] ?? segment },
        { header: text.people, number: true, cell: (bill) => format.integer(bill.people) },
        {
          header: text.amount,
          number: true,
          cell: ({ amount, fromRegion }) => (
            <span>
              {amount === null ? text.byWage : rupiah(format, amount)}
              {fromRegion ? (
                <small className={styles.small}>{text.region(rupiah(format, fromRegion))}</small>
              ) : null}
            </span>
          ),
        },
        { header: text.paid, number: true, cell: ({ paid }) => (paid === 0 ? '–' : rupiah(format, paid)) },
        {
          header: text.record,
          role: 'acts',
          cell: (bill) => (
            <Button
              size="xs"
              variant="default"
              aria-label={text.recordFor(bill.name)}
              onClick={() => onPay(bill)}
            >
              {text.record}
            </Button>
          ),
        },
      ]}
    />
  );
}
