/**
 * Round values for an axis that holds all of `values`, about `wanted` of them, ascending.
 * A value may stand outside the outer marks by a millionth of a step: nobody sees it, and no mark is added for it.
 */
export function axisTicks(values: readonly number[], wanted = 5): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const size = Math.max(Math.abs(low), Math.abs(high));
  // A smaller step than this would make marks that are equal: a number of this size cannot hold them apart.
  const smallest = Math.max(size * 1e-9, 1e-9);
  const rough = Math.max((high === low ? size * 0.02 || 1 : high - low) / (wanted - 1), smallest);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough;
  const first = Math.floor(low / step + 1e-6);
  const last = Math.ceil(high / step - 1e-6);
  const ticks: number[] = [];
  for (let i = first; i <= Math.max(last, first + 1); i++) ticks.push(Number((i * step).toPrecision(14)));
  return ticks;
}
