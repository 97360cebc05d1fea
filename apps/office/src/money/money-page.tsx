import { useText } from '../text/language-context.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { moneyText } from './money-text.ts';
import { Reconciliation } from './reconciliation.tsx';
import { SettlementImport } from './settlement-import.tsx';
import { SuspenseList } from './suspense-list.tsx';
import { WaitingWriteOffs } from './waiting-write-offs.tsx';

/** Money in: files of banks, the daily balance, and what belongs to nobody yet. */
export function MoneyPage() {
  const text = useText(moneyText);
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      <SettlementImport />
      <SuspenseList />
      <WaitingWriteOffs />
      <Reconciliation />
    </>
  );
}
