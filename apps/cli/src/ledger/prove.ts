import { formatNumber } from '@jangkau/kernel';
import { proveLedger, proveStates } from '@jangkau/store';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { ProgressLine } from '../terminal/progress-line.ts';
import { today } from '../terminal/today.ts';
import { withLedger } from './with-ledger.ts';

// Enough to notice a rule that went wrong; everybody of a branch takes minutes.
const SAMPLE = 5000;

/**
 * Works all balances out again, and the state of a sample of members or of everybody, and compares.
 * @throws CommandFailure with code 5 when something differs
 */
export async function prove({ on, everyMember }: { on?: string; everyMember?: boolean }): Promise<void> {
  const line = new ProgressLine();
  const proofs = await withLedger(async (database, settings) => {
    const onDay = on ?? today(settings.timeZone);
    const ledger = await proveLedger(database.ownerPool, onDay);
    const states = await proveStates(database.owner, {
      onDay,
      ...(!everyMember && { sample: SAMPLE }),
      onProgress: (done, total) =>
        line.report({
          stage: 'states',
          label_id: 'Keadaan peserta',
          label_en: 'States of members',
          done,
          total,
        }),
    });
    return [...ledger, states];
  }).finally(() => line.close());
  for (const { labelId, labelEn, checked, faults } of proofs)
    process.stdout.write(
      `${faults === 0 ? 'ok  ' : 'FAIL'} ${formatNumber(checked).padStart(12)}  ${labelId} / ${labelEn}\n`,
    );
  for (const sample of proofs.flatMap((proof) => ('samples' in proof ? proof.samples : [])))
    process.stdout.write(`     ${sample}\n`);
  const broken = proofs.find(({ faults }) => faults > 0);
  if (broken)
    throw new CommandFailure(
      exitCodes.broken,
      `Buku besar tidak cocok: ${broken.labelId} (${formatNumber(broken.faults)}).`,
      `The ledger does not agree: ${broken.labelEn} (${broken.faults}).`,
    );
}
