import { formatNumber } from '@jangkau/kernel';
import { proveLedger } from '@jangkau/store';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { withLedger } from './with-ledger.ts';

/**
 * Works all balances out again and compares.
 * @throws CommandFailure with code 5 when something differs
 */
export async function prove({ on }: { on?: string }): Promise<void> {
  const proofs = await withLedger(async (database) => {
    // Arrears are counted by the close of a month: up to the month that has bills, not up to the clock.
    const { rows } = await database.ownerPool.query<{ day: string | null }>(
      `SELECT (max(month))::text AS day FROM bill`,
    );
    return proveLedger(database.ownerPool, on ?? rows[0]?.day ?? '2014-01-01');
  });
  for (const { labelId, labelEn, checked, faults } of proofs)
    process.stdout.write(
      `${faults === 0 ? 'ok  ' : 'FAIL'} ${formatNumber(checked).padStart(12)}  ${labelId} / ${labelEn}\n`,
    );
  const broken = proofs.find(({ faults }) => faults > 0);
  if (broken)
    throw new CommandFailure(
      exitCodes.broken,
      `Buku besar tidak cocok: ${broken.labelId} (${formatNumber(broken.faults)}).`,
      `The ledger does not agree: ${broken.labelEn} (${broken.faults}).`,
    );
}
