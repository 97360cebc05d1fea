import { formatNumber } from '@jangkau/kernel';
import { payerBillsOf } from '@jangkau/store';
import { withLedger } from './with-ledger.ts';

const SHOWN = 50;

/** Prints what those who pay for others owe for a month. */
export async function printPayers(month: string, { json }: { json?: boolean }): Promise<void> {
  const { items: bills } = await withLedger((database) =>
    payerBillsOf(database.owner, { month, most: 1_000_000 }),
  );
  if (json) {
    process.stdout.write(`${JSON.stringify(bills, undefined, 2)}\n`);
    return;
  }
  for (const { name, segment, people, amount, fromRegion } of bills.slice(0, SHOWN)) {
    const money = amount === null ? 'menurut upah / by wage' : `Rp${formatNumber(amount)}`;
    const region = fromRegion ? `  daerah / region Rp${formatNumber(fromRegion)}` : '';
    process.stdout.write(
      `${name.padEnd(32)}${segment.padEnd(12)}${formatNumber(people).padStart(10)}  ${money.padStart(22)}${region}\n`,
    );
  }
  process.stdout.write(`${formatNumber(bills.length)} pembayar / payers\n`);
}
