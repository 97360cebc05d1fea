/**
 * A second, slow opinion on a quote, written from the words of the rules alone: it shares no code with the package.
 * It walks month by month with plain numbers and keeps a ledger of what is owed.
 */

interface NaiveCase {
  asOf: string;
  segment: string;
  class?: number;
  people: number;
  paidThrough?: string;
  joined?: string;
  wage?: number;
  regency?: string;
}

interface NaiveAnswer {
  active: boolean;
  since: string | null;
  months: number;
  cappedMonths: number;
  amount: number;
  reactivation: number;
  reactivationMonths: number;
  rehabEligible: boolean;
  maxStages: number;
  rehabTotal: number;
}

const split = (month: string): [number, number] => [Number(month.slice(0, 4)), Number(month.slice(5, 7))];

function nextMonth(month: string): string {
  const [year, number] = split(month);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function price(given: NaiveCase, month: string): number {
  if (given.segment === 'PBPU' || given.segment === 'BP') {
    const index = (given.class ?? 3) - 1;
    let prices = [80000, 51000, 25500];
    if (month >= '2020-01' && month <= '2020-03') prices = [160000, 110000, 42000];
    if (month >= '2020-07' && month <= '2020-12') prices = [150000, 100000, 25500];
    if (month >= '2021-01') prices = [150000, 100000, 35000];
    return (prices[index] as number) * given.people;
  }
  if (given.segment === 'PBI_APBN' || given.segment === 'PBPU_PEMDA') return 0;
  const year = Number(month.slice(0, 4));
  const wages: Record<string, [number, number, number]> = {
    Badung: [3163837, 3534338, 3791002],
    Denpasar: [2994647, 3298116, 3499878],
    Tabanan: [2824613, 3102520, 3287678],
  };
  const [in2023, in2025, in2026] = wages[given.regency ?? ''] ?? [0, 0, 0];
  let least = 0;
  if (year >= 2023) least = in2023;
  if (year >= 2025) least = in2025;
  if (year >= 2026) least = in2026;
  if (given.segment === 'PPU_PN') least = 0;
  const most = year >= 2020 ? 12000000 : 8000000;
  let base = Math.floor(given.wage ?? 0);
  if (base < least) base = least;
  if (base > most) base = most;
  let total = Math.floor((base * 5 + 50) / 100);
  for (let person = 6; person <= given.people; person++) total += Math.floor((base + 50) / 100);
  return total;
}

export function naiveQuote(given: NaiveCase): NaiveAnswer {
  const now = given.asOf.slice(0, 7);
  const unpaid: string[] = [];
  let month = given.paidThrough ? nextMonth(given.paidThrough) : (given.joined ?? now);
  let since: string | null = given.joined ? `${given.joined}-01` : null;
  let active = true;
  while (month < now) {
    unpaid.push(month);
    month = nextMonth(month);
    if (active) since = `${month}-01`;
    active = false;
  }
  const taxes = given.segment === 'PBI_APBN' || given.segment === 'PBPU_PEMDA';
  const owed = taxes ? [] : unpaid;
  const billed = owed.slice(Math.max(0, owed.length - 24));
  let amount = 0;
  for (const one of billed) amount += price(given, one);
  const currentOwed = !taxes && !(given.paidThrough !== undefined && given.paidThrough >= now);
  const selfPaying = given.segment === 'PBPU' || given.segment === 'BP';
  const day = Number(given.asOf.slice(8));
  const started = given.asOf >= '2022-01-01';
  const second = given.asOf >= '2025-02-03';
  const late = !second && day > (now.endsWith('-02') ? 27 : 28);
  const rehabEligible = selfPaying && owed.length >= 4 && started && !late;
  let maxStages = 0;
  if (rehabEligible) maxStages = second ? Math.min(12, Math.floor(billed.length / 2)) : 12;
  let rehabTotal = rehabEligible ? amount : 0;
  if (rehabEligible && second) {
    let running = now;
    for (let stage = 0; stage < maxStages; stage++) {
      rehabTotal += price(given, running);
      running = nextMonth(running);
    }
  }
  return {
    active,
    since,
    months: owed.length,
    cappedMonths: billed.length,
    amount,
    reactivation: amount + (currentOwed ? price(given, now) : 0),
    reactivationMonths: billed.length + (currentOwed ? 1 : 0),
    rehabEligible,
    maxStages,
    rehabTotal,
  };
}

/** Days of every month from 2014 on, counted one by one; the service fine by its three caps and window. */
export function naiveFine(stay: {
  segment: string;
  months: number;
  reactivatedOn: string;
  inpatientOn: string;
  inaCbg: number;
}): { applies: boolean; amount: number; windowLastDay: string } {
  let last = stay.reactivatedOn;
  for (let passed = 0; passed < 45; passed++) last = nextDay(last);
  const free = stay.segment === 'PBI_APBN' || stay.segment === 'PBPU_PEMDA' || stay.months === 0;
  const outside = stay.inpatientOn < stay.reactivatedOn || stay.inpatientOn > last;
  if (free || outside) return { applies: false, amount: 0, windowLastDay: last };
  const months = Math.min(stay.months, 12);
  const perThousand = stay.inpatientOn >= '2021-01-01' ? 50 : 25;
  const fine = Number((BigInt(stay.inaCbg) * BigInt(months) * BigInt(perThousand) + 500n) / 1000n);
  return { applies: true, amount: Math.min(fine, 30000000), windowLastDay: last };
}

export function nextDay(date: string): string {
  const [year, month] = split(date);
  const day = Number(date.slice(8));
  const leap = year % 4 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
  const two = (number: number): string => String(number).padStart(2, '0');
  if (day < days) return `${year}-${two(month)}-${two(day + 1)}`;
  return `${nextMonth(date.slice(0, 7))}-01`;
}
