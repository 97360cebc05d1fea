/** A whole number of rupiah. There is no smaller unit in use. */
export type Rupiah = number;

/** Half-up of a ratio of whole numbers, exact: `halfUp(a, b)` is a / b to the nearest rupiah, .5 upwards. */
export function halfUp(numerator: number, denominator: number): Rupiah {
  const rest = numerator % denominator;
  return (numerator - rest) / denominator + (rest * 2 >= denominator ? 1 : 0);
}

/** Splits an amount into `count` parts that differ by one rupiah at most and add up; larger parts come first. */
export function splitEvenly(amount: Rupiah, count: number): Rupiah[] {
  const rest = amount % count;
  const part = (amount - rest) / count;
  return Array.from({ length: count }, (_, index) => part + (index < rest ? 1 : 0));
}

/** The sum of amounts. */
export function sum(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
