/** All the values a rounded number may stand for; exact numbers have low = high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval of one exact value. */
export function exactly(value: number): Interval {
  return { low: value, high: value };
}

/** The middle of an interval: the printed value of a rounded number. */
export function middle({ low, high }: Interval): number {
  return (low + high) / 2;
}

/** Whether two intervals share a value. Edges count, within the error of floating point. */
export function overlap(one: Interval, other: Interval): boolean {
  const slack = 1e-12 * Math.max(1, Math.abs(one.low), Math.abs(other.high));
  return one.low <= other.high + slack && other.low <= one.high + slack;
}

/** Values both intervals hold; undefined when there is none. */
export function shared(one: Interval, other: Interval): Interval | undefined {
  const [low, high] = [Math.max(one.low, other.low), Math.min(one.high, other.high)];
  return low <= high ? { low, high } : undefined;
}
