import type { Evidence } from '@jangkau/contracts';

/** One bar of the waterfall: it starts where the last one ended. All in bits. */
export interface WaterfallStep {
  evidence: Evidence;
  from: number;
  to: number;
}
export interface Waterfall {
  steps: WaterfallStep[];
  /** Sum of all weights, in bits. */
  total: number;
  /** The chance that both are the same person, 0..1, before others compete for the card. */
  probability: number;
  /** Range that holds every bar and zero. */
  low: number;
  high: number;
}

/** Stacks evidence into a waterfall; the prior comes first, the rest as given. */
export function waterfall(evidence: readonly Evidence[]): Waterfall {
  const ordered = [
    ...evidence.filter((item) => item.field === 'prior'),
    ...evidence.filter((item) => item.field !== 'prior'),
  ];
  let total = 0;
  let low = 0;
  let high = 0;
  const steps = ordered.map((item) => {
    const from = total;
    total += item.weight;
    low = Math.min(low, total);
    high = Math.max(high, total);
    return { evidence: item, from, to: total };
  });
  return { steps, total, probability: probabilityOf(total), low, high };
}

/** Odds of 2^bits as a probability. */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** '+' or '−' for bits that do not round to zero at one decimal. */
export function signOf(bits: number): '+' | '−' | '' {
  if (Math.abs(bits) < 0.05) return '';
  return bits > 0 ? '+' : '−';
}

/** Where a bar lies on a track from 0 to 100. */
export function barOn(
  step: WaterfallStep,
  range: Pick<Waterfall, 'low' | 'high'>,
): { left: number; width: number } {
  const span = Math.max(range.high - range.low, 1e-9);
  const left = (Math.min(step.from, step.to) - range.low) / span;
  return { left: left * 100, width: (Math.abs(step.to - step.from) / span) * 100 };
}
