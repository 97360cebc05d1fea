/**
 * A third opinion, on whole answers: written from the words of the rules with plain numbers and texts, and from no code
 * of this package. It says what the answer to a case is, field for field.
 */

/** A case as JSON writes it, as far as the oracle knows it. */
export interface OracleCase {
  asOf: string;
  segment: string;
  class?: number;
  people?: number;
  paidThrough?: string;
  joined?: string;
  formerSegment?: string;
  formerArrearsMonths?: number;
  wage?: number;
  regency?: string;
  reactivatedOn?: string;
  inpatient?: { date: string; inaCbg: number };
  rehabVersion?: number;
}

const pad = (n: number): string => String(n).padStart(2, '0');
/** A month as months since year 0, and back. */
const count = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const month = (n: number): string => `${Math.floor(n / 12)}-${pad((n % 12) + 1)}`;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lengthOf = (n: number): number =>
  n % 12 === 1 && Math.floor(n / 12) % 4 === 0 ? 29 : (lengths[n % 12] as number);

function perPerson(roomClass: number, of: string): number {
  if (of < '2020-01') return [80_000, 51_000, 25_500][roomClass - 1] as number;
  if (of < '2020-04') return [160_000, 110_000, 42_000][roomClass - 1] as number;
  if (of < '2020-07') return [80_000, 51_000, 25_500][roomClass - 1] as number;
  if (of < '2021-01') return [150_000, 100_000, 25_500][roomClass - 1] as number;
  return [150_000, 100_000, 35_000][roomClass - 1] as number;
}

// In sen, as in the tables of wages; the base is rounded down to whole rupiah.
const floors: Record<string, [year: number, sen: number][]> = {
  Badung: [
    [2026, 379_100_257],
    [2025, 353_433_888],
    [2023, 316_383_732],
  ],
  Denpasar: [
    [2026, 349_987_878],
    [2025, 329_811_650],
    [2023, 299_464_714],
  ],
  Tabanan: [
    [2026, 328_767_887],
    [2025, 310_252_045],
    [2023, 282_461_312],
  ],
  Bali: [
    [2026, 320_745_900],
    [2025, 299_656_100],
  ],
};

function ofWage({ segment, wage = 0, regency = '', people = 1 }: OracleCase, of: string): number {
  const year = Number(of.slice(0, 4));
  const known = segment === 'PPU_BU' ? floors[regency]?.find(([from]) => from <= year) : undefined;
  const floor = known ? (known[1] - (known[1] % 100)) / 100 : 0;
  const ceiling = year < 2020 ? 8_000_000 : 12_000_000;
  const whole = wage - (wage % 1);
  const base = Math.min(ceiling, whole < floor ? floor : whole);
  const nearest = (hundredths: number): number =>
    (hundredths - (hundredths % 100)) / 100 + (hundredths % 100 >= 50 ? 1 : 0);
  return nearest(base * 5) + nearest(base) * Math.max(0, people - 5);
}

const taxPaid = (segment: string): boolean => segment === 'PBI_APBN' || segment === 'PBPU_PEMDA';
const own = (segment: string): boolean => segment === 'PBPU' || segment === 'BP';

/** The answer, as far as it follows from the rules. */
export function oracleQuote(given: OracleCase) {
  const now = count(given.asOf);
  const cost = (n: number): number =>
    own(given.segment)
      ? perPerson(given.class ?? 3, month(n)) * (given.people ?? 1)
      : ofWage(given, month(n));
  const left = given.formerSegment !== undefined && (given.formerArrearsMonths ?? 0) > 0;

  // Every month after the last paid one is unpaid; coming back settled all up to that month.
  const lastKnown = given.paidThrough
    ? count(given.paidThrough)
    : given.joined
      ? count(given.joined) - 1
      : undefined;
  const back = given.reactivatedOn !== undefined && given.reactivatedOn <= given.asOf;
  let last = lastKnown ?? now - 1;
  if (back) {
    const settled = count(given.reactivatedOn as string);
    last = lastKnown === undefined ? settled : Math.max(lastKnown, settled);
  }
  const unpaid: number[] = [];
  for (let n = last + 1; n < now; n++) unpaid.push(n);
  const active = unpaid.length === 0;
  const since = !active
    ? `${month((unpaid[0] as number) + 1)}-01`
    : back
      ? (given.reactivatedOn as string)
      : given.joined
        ? `${given.joined}-01`
        : null;

  const wageKnown = own(given.segment) || given.wage !== undefined;
  let owed = taxPaid(given.segment) || !wageKnown ? [] : unpaid;
  let costOwed = cost;
  if (left) {
    owed = [];
    for (let n = now - (given.formerArrearsMonths as number); n < now; n++) owed.push(n);
    costOwed = (n) => perPerson(given.class ?? 3, month(n)) * (given.people ?? 1);
  }
  const billed = owed.slice(-24);
  const perMonth = billed.map((n) => ({ month: month(n), amount: costOwed(n) }));
  const amount = perMonth.reduce((sum, one) => sum + one.amount, 0);
  const currentOpen = last < now && !taxPaid(given.segment) && wageKnown;
  const ownAmount = left ? 0 : amount;
  // A family of a worker that left a debt is a bill of one worker.
  const running = left && !own(given.segment) ? ofWage({ ...given, people: 1 }, month(now)) : cost(now);

  return {
    status: { active, since },
    arrears: { months: owed.length, cappedMonths: billed.length, amount, perMonth },
    reactivation: {
      amount: ownAmount + (currentOpen ? running : 0),
      months: (left ? 0 : billed.length) + (currentOpen ? 1 : 0),
    },
    rehab: rehab(given, { owed: owed.length, perMonth, amount, left, now, costOwed }),
    serviceFine: fine(given, lastKnown),
  };
}

interface Debt {
  owed: number;
  perMonth: { month: string; amount: number }[];
  amount: number;
  left: boolean;
  now: number;
  costOwed: (n: number) => number;
}

function rehab(given: OracleCase, { owed, perMonth, amount, left, now, costOwed }: Debt) {
  const none = { eligible: false, maxStages: 0, stages: [], activeOn: null, total: 0 };
  const version = given.rehabVersion ?? (given.asOf < '2022-01-01' ? 0 : given.asOf < '2025-02-03' ? 1 : 2);
  if (version === 0 || given.asOf < (version === 1 ? '2022-01-01' : '2025-02-03')) return none;
  if (!left && !own(given.segment)) return none;
  if (owed < (left ? 2 : 4)) return none;
  if (left && version === 1) return none;
  const day = Number(given.asOf.slice(8));
  if (version === 1 && day > (given.asOf.slice(5, 7) === '02' ? 27 : 28)) return none;
  const half = (perMonth.length - (perMonth.length % 2)) / 2;
  const maxStages = left ? 36 : version === 1 ? 12 : Math.min(12, half);
  // Who has switched pays at least 35,000 a stage.
  const stageCount = left ? Math.max(1, Math.min(36, (amount - (amount % 35_000)) / 35_000)) : maxStages;
  const items = [...perMonth];
  if (!left && version === 2)
    for (let n = now; n < now + stageCount; n++) items.push({ month: month(n), amount: costOwed(n) });
  const total = items.reduce((sum, one) => sum + one.amount, 0);
  const least = (total - (total % stageCount)) / stageCount;
  const stages = [];
  let paid = 0;
  let covered = 0;
  for (let s = 0; s < stageCount; s++) {
    const part = least + (s < total % stageCount ? 1 : 0);
    paid += part;
    const covers = [];
    while (covered < items.length) {
      const upTo = items.slice(0, covered + 1).reduce((sum, one) => sum + one.amount, 0);
      if (upTo > paid) break;
      covers.push((items[covered] as { month: string }).month);
      covered++;
    }
    stages.push({ dueBy: `${month(now + s)}-${pad(lengthOf(now + s))}`, amount: part, covers });
  }
  const activeOn = left ? given.asOf : (stages.at(-1)?.dueBy ?? null);
  return { eligible: true, maxStages, stages, activeOn, total };
}

function fine(given: OracleCase, lastKnown: number | undefined) {
  if (given.reactivatedOn === undefined) return { applies: false, amount: 0, windowLastDay: null };
  let n = count(given.reactivatedOn);
  let day = Number(given.reactivatedOn.slice(8)) + 45;
  while (day > lengthOf(n)) {
    day -= lengthOf(n);
    n++;
  }
  const windowLastDay = `${month(n)}-${pad(day)}`;
  const behind =
    given.formerArrearsMonths ??
    (lastKnown === undefined ? 0 : Math.max(0, count(given.reactivatedOn) - lastKnown - 1));
  const stay = given.inpatient;
  const within = stay && stay.date >= given.reactivatedOn && stay.date <= windowLastDay;
  if (!within || behind === 0 || taxPaid(given.segment)) return { applies: false, amount: 0, windowLastDay };
  const thousandths = stay.inaCbg * Math.min(12, behind) * (stay.date < '2021-01-01' ? 25 : 50);
  const whole = (thousandths - (thousandths % 1000)) / 1000 + (thousandths % 1000 >= 500 ? 1 : 0);
  return { applies: true, amount: Math.min(30_000_000, whole), windowLastDay };
}
