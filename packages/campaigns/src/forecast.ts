import { type Pace, roomNow } from './pace.ts';
import { DAY, HOUR, localDate, opensFrom } from './sending-hours.ts';

/** Messages that went out at an instant (milliseconds since 1970). */
export interface Sent {
  readonly at: number;
  readonly people: number;
}

/** When a campaign will have written to everybody. */
export interface Forecast {
  /** Instant of the first and the last message; undefined when there is nothing to send or no hour to do it in. */
  readonly firstAt: number | undefined;
  readonly lastAt: number | undefined;
  /** Messages by day at the branch. */
  readonly days: readonly { readonly date: string; readonly people: number }[];
}

const stepMs = 5 * 60_000;
/** A campaign that would take longer than 400 days, a year and a month, is not forecast further. */
const mostDays = 400;

/**
 * Runs the pace of a campaign forward in steps of five minutes, with the same rule that sends: no formula, so hours,
 * free days and what has gone out already come out as they will.
 * @param others what others of the business wrote in the last 24 hours; later they are taken to write nothing
 */
export function forecast(
  people: number,
  startsAt: number,
  pace: Pace,
  { own = [], others = [] }: { own?: readonly Sent[]; others?: readonly Sent[] } = {},
): Forecast {
  const lastDay = new Window(DAY, own);
  const lastHour = new Window(HOUR, own);
  const allLastDay = new Window(
    DAY,
    [...own, ...others].sort((a, b) => a.at - b.at),
  );
  const days = new Map<string, number>();
  let left = people;
  let firstAt: number | undefined;
  let lastAt: number | undefined;
  for (
    let at = opensFrom(startsAt, pace.hours);
    at !== undefined && left > 0;
    at = opensFrom(at + stepMs, pace.hours)
  ) {
    if (at - startsAt > mostDays * DAY) break;
    const gone = { ownLastDay: lastDay.at(at), ownLastHour: lastHour.at(at), allLastDay: allLastDay.at(at) };
    const now = Math.min(left, roomNow(gone, pace));
    if (now <= 0) continue;
    for (const window of [lastDay, lastHour, allLastDay]) window.add({ at, people: now });
    const date = localDate(at, pace.hours);
    days.set(date, (days.get(date) ?? 0) + now);
    left -= now;
    firstAt ??= at;
    lastAt = at;
  }
  return {
    firstAt,
    lastAt: left > 0 ? undefined : lastAt,
    days: [...days].map(([date, n]) => ({ date, people: n })),
  };
}

/** What went out in a moving stretch of time that ends now; time only goes forward. */
class Window {
  readonly #length: number;
  readonly #sent: Sent[];
  #first = 0;
  #sum: number;

  constructor(length: number, sent: readonly Sent[]) {
    this.#length = length;
    this.#sent = [...sent];
    this.#sum = sent.reduce((sum, { people }) => sum + people, 0);
  }

  at(now: number): number {
    for (
      let sent = this.#sent[this.#first];
      sent && sent.at <= now - this.#length;
      sent = this.#sent[this.#first]
    ) {
      this.#sum -= sent.people;
      this.#first++;
    }
    return this.#sum;
  }

  add(sent: Sent): void {
    this.#sent.push(sent);
    this.#sum += sent.people;
  }
}
