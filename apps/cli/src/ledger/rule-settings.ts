import { addRuleSetting, ruleSettings, rulesOn } from '@jangkau/store';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { today } from '../terminal/today.ts';
import { withLedger } from './with-ledger.ts';

/** Prints what the branch decided on disputed rules, and what holds today. */
export async function listRuleSettings(): Promise<void> {
  const { decided, inForce } = await withLedger(async ({ owner }, settings) => ({
    decided: await ruleSettings(owner),
    inForce: await rulesOn(owner, today(settings.timeZone)),
  }));
  for (const [name, value] of Object.entries({ ...inForce.membership, ...inForce.contributions }))
    process.stdout.write(`${name.padEnd(28)}${JSON.stringify(value)}\n`);
  if (decided.length > 0) process.stdout.write('\nKeputusan / decisions\n');
  for (const { name, validFrom, value, legalBasis, setBy } of decided)
    process.stdout.write(
      `${validFrom}  ${name.padEnd(28)}${JSON.stringify(value)}  ${legalBasis} (${setBy})\n`,
    );
}

/**
 * Enters a decision.
 * @throws CommandFailure with code 2 when there is one of that name and day
 */
export async function setRuleSetting(
  name: string,
  value: string,
  { from, basis }: { from: string; basis: string },
): Promise<void> {
  const setting = { name, validFrom: from, value: asValue(value), legalBasis: basis };
  const added = await withLedger(({ owner }) => addRuleSetting(owner, setting, 'jangkau settings set'));
  if (!added)
    throw new CommandFailure(
      exitCodes.usage,
      'Sudah ada keputusan dengan nama dan tanggal ini; pilih tanggal lain.',
      'There is a decision of this name and day; choose another day.',
    );
  process.stdout.write('Dicatat. / Entered.\n');
}

function asValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
