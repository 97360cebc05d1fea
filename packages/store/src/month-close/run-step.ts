import type pg from 'pg';
import type { CloseStep } from './close-step.ts';

/** What a step changed. */
export interface StepResult {
  id: string;
  labelId: string;
  labelEn: string;
  count: number;
  /** Rupiah, where the step is about money. */
  amount: number | null;
  /** Keys of a few members or households it touched. */
  samples: number[];
  ms: number;
}

const types = { month: 'date', next: 'date', today: 'date', by: 'text', cause: 'text' } as const;
/** What the placeholders of a step stand for. */
export type StepValues = Record<keyof typeof types, string>;

/** Does one step inside the caller's transaction. */
export async function runStep(
  client: pg.PoolClient,
  step: CloseStep,
  values: StepValues,
): Promise<StepResult> {
  const started = performance.now();
  const used: string[] = [];
  const text = step.sql.replace(/(?<!:):(month|next|today|by|cause)\b/g, (_, name: keyof StepValues) => {
    if (!used.includes(name)) used.push(name);
    return `$${used.indexOf(name) + 1}::${types[name]}`;
  });
  const { rows } = await client.query(
    text,
    used.map((name) => values[name as keyof StepValues]),
  );
  const { count, amount, samples } = rows[0] as { count: number; amount: string | null; samples: number[] };
  return {
    id: step.id,
    labelId: step.labelId,
    labelEn: step.labelEn,
    count,
    amount: amount === null ? null : Number(amount),
    samples,
    ms: Math.round(performance.now() - started),
  };
}
