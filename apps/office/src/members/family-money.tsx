import type { HouseholdLedger } from '@jangkau/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { BillTable } from './bill-table.tsx';
import styles from './members.module.css';
import { membersText } from './members-text.ts';
import { PaymentList } from './payment-list.tsx';
import { RehabOffer } from './rehab-offer.tsx';
import { RehabPlan } from './rehab-plan.tsx';
import { rupiah } from './rupiah.ts';
import { WriteOffs } from './write-offs.tsx';

/** What the family owes, paid, and can do about it. */
export function FamilyMoney({ memberId, active }: { memberId: string; active: boolean }) {
  const text = useText(membersText);
  const [stages, setStages] = useState<number | undefined>(undefined);
  const ledger = useQuery({
    ...apiQuery('getMemberLedger', { params: { memberId }, query: { stages } }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className={styles.section}>
      <h2>{text.money}</h2>
      {ledger.isPending ? <Loading lines={4} /> : null}
      {ledger.error ? <ProblemPanel error={ledger.error} onRetry={() => ledger.refetch()} /> : null}
      {ledger.data ? (
        <Money
          ledger={ledger.data}
          active={active}
          memberId={memberId}
          stages={stages}
          onStages={setStages}
        />
      ) : null}
    </section>
  );
}

interface MoneyProps {
  ledger: HouseholdLedger;
  active: boolean;
  memberId: string;
  stages: number | undefined;
  onStages: (stages: number) => void;
}

function Money({ ledger, active, memberId, stages, onStages }: MoneyProps) {
  const text = useText(membersText);
  const format = useFormat();
  const { arrears, months, payments, deposit, toPay, rehab, rehabOffer } = ledger;
  const running = rehab.some((plan) => plan.state === 'running');
  if (months.length === 0 && payments.length === 0 && rehab.length === 0)
    return <p className={styles.why}>{text.noBills}</p>;
  return (
    <>
      <Figures>
        <Figure
          label={text.owed}
          value={rupiah(format, arrears.amount)}
          note={arrears.months > 0 ? text.months(format.integer(arrears.months)) : undefined}
          tone={arrears.amount > 0 ? 'inactive' : 'covered'}
        />
        <Figure
          label={text.toPay}
          value={rupiah(format, toPay)}
          note={toPay > 0 ? (active ? text.toPayActive : text.toPayWhy) : undefined}
        />
        {deposit > 0 ? (
          <Figure label={text.deposit} value={rupiah(format, deposit)} note={text.depositWhy} />
        ) : null}
      </Figures>
      {rehab.map((plan) => (
        <RehabPlan key={plan.id} plan={plan} />
      ))}
      {rehabOffer && !running && arrears.amount > 0 ? (
        <RehabOffer
          offer={rehabOffer}
          people={arrears.people}
          memberId={memberId}
          stages={stages}
          onStages={onStages}
        />
      ) : null}
      <WriteOffs memberId={memberId} />
      <BillTable months={months} />
      <PaymentList payments={payments} />
    </>
  );
}
