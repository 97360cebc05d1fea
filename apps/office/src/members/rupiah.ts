import type { Format } from '../format/create-format.ts';

/** Whole rupiah as the chosen language writes numbers: Rp3.500.000. */
export function rupiah(format: Format, amount: number): string {
  return amount < 0 ? `-Rp${format.integer(-amount)}` : `Rp${format.integer(amount)}`;
}
