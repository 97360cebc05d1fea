import { formatNumber } from '@jangkau/kernel';
import { proveLedger } from '@jangkau/store';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { today } from '../terminal/today.ts';
import { withLedger } from './with-ledger.ts';

/**
 * Works all balances out again and compares.
 * @throws CommandFailure with code 5 when something differs
 */
export async function prove({ on }: { on?: string }): Promise<void> {
  const proofs = await withLedger((database, settings) =>
    proveLedger(database.ownerPool, on ?? today(settings.timeZone)),
  );
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
