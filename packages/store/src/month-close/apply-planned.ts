import type pg from 'pg';
import { rulesWith } from '../rules/rule-settings.ts';
import { planned } from './close-steps.ts';
import { runStep } from './run-step.ts';

/** Lets changes that were planned for today or earlier take effect now, without waiting for a month close. */
export async function applyPlanned(client: pg.PoolClient, today: string, cause: string): Promise<number> {
  const values = { month: today, next: today, today, by: cause, cause };
  const { membership } = await rulesWith(client, today);
  return (await runStep(client, planned(membership), values)).count;
}
