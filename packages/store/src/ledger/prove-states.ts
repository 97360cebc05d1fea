import { type Fact, type MembershipSettings, parseDate, type Status, statusOn } from '@jangkau/membership';
import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { memberFacts } from '../membership/member-facts.ts';
import { rulesOn } from '../rules/rule-settings.ts';
import type { LedgerProof } from './prove-ledger.ts';

interface Kept {
  id: number;
  segment: string;
  active: boolean;
  kind: string | null;
  since: string;
  reason: string;
  months: number;
  /** Was without cover before the register was taken over: only the register knows since when it is covered again. */
  gap: boolean;
}

/** How to look. */
export interface ProveStatesOptions {
  /** 'YYYY-MM-DD'. */
  onDay: string;
  /** About so many members, spread evenly over all; everybody when absent. */
  sample?: number;
  onProgress?: (done: number, total: number) => void;
}

const BATCH = 20_000;
// Most members have the same few facts on the same few days: a fold of one is a fold of all of them.
const REMEMBERED = 200_000;

/**
 * Works the state of members out again from everything that is known of them, by the pure rules and one by one,
 * and compares it with the state that is kept: covered or not and why, since when, and months in arrears.
 */
export async function proveStates(
  db: Db,
  options: ProveStatesOptions,
): Promise<LedgerProof & { samples: string[] }> {
  const { rows } = await sql<{ last: number; members: number; month_end: string | null }>`
    SELECT coalesce(max(member_id), 0) AS last, count(*)::int AS members,
      ((ledger_open_month() + interval '1 month')::date - 1)::text AS month_end
    FROM member_status`.execute(db);
  const { last = 0, members = 0, month_end = null } = rows[0] ?? {};
  const every = options.sample ? Math.max(1, Math.floor(members / options.sample)) : 1;
  // A month that is over and not closed suspends nobody yet, except who paid something meanwhile; arrears do not
  // count it, which prove-ledger looks after.
  const between = month_end !== null && month_end < options.onDay;
  const days = between ? [month_end, options.onDay] : [options.onDay];
  const { membership } = await rulesOn(db, options.onDay);
  const fold = remembering(days, membership);
  const samples: string[] = [];
  let [checked, faults] = [0, 0];
  for (let from = 0; from <= last; from += BATCH * every) {
    const kept = await keptStates(db, from, from + BATCH * every, every);
    const facts = await memberFacts(
      db,
      kept.map(({ id }) => id),
    );
    for (const row of kept) {
      checked++;
      const told = fold(facts.get(row.id) ?? []).map((status) => asText(status, row.gap, between));
      const own = [
        row.active,
        row.kind,
        row.reason,
        between ? '' : row.months,
        row.gap ? '' : row.since,
      ].join(' ');
      if (told.includes(own)) continue;
      faults++;
      if (samples.length < 20) samples.push(`${row.id} ${row.segment}: ${own} / ${told.join(' / ')}`);
    }
    options.onProgress?.(Math.min(checked, members), Math.ceil(members / every));
  }
  return {
    id: 'states-are-the-fold',
    labelId: 'Keadaan tiap peserta = hasil semua faktanya menurut aturan',
    labelEn: 'The state of a member is what its facts come to by the rules',
    checked,
    faults,
    samples,
  };
}

async function keptStates(db: Db, from: number, to: number, every: number): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    SELECT s.member_id AS id, s.segment, s.active, s.inactive_kind AS kind, s.since, s.reason, s.arrears_months AS months,
      EXISTS (SELECT FROM status_change c WHERE c.member_id = s.member_id AND NOT c.active AND c.valid_on < s.since) AS gap
    FROM member_status s
    WHERE s.member_id >= ${from} AND s.member_id < ${to} AND s.member_id % ${every} = 0
    ORDER BY s.member_id`.execute(db);
  return rows;
}

function asText(
  { active, inactivity, reason, arrearsMonths, since }: Status,
  gap: boolean,
  between: boolean,
): string {
  const told = reason === 'CURRENT_MONTH_DUE' ? 'PAID' : reason;
  return [active, inactivity, told, between ? '' : arrearsMonths, gap ? '' : String(since)].join(' ');
}

/** The fold on some days, remembered by what the facts say. */
function remembering(
  days: readonly string[],
  settings: MembershipSettings,
): (facts: readonly Fact[]) => Status[] {
  const known = new Map<string, Status[]>();
  return (facts) => {
    const key = facts.some(({ kind }) => kind === 'withdrawn') ? undefined : contentOf(facts);
    const before = key && known.get(key);
    if (before) return before;
    const statuses = days.map((day) => statusOn(facts, parseDate(day), { settings }));
    if (key && known.size < REMEMBERED) known.set(key, statuses);
    return statuses;
  };
}

/** What facts say, without their keys. A birth matters to a worker's child alone. */
function contentOf(facts: readonly Fact[]): string {
  const child = facts.some((fact) => fact.kind === 'enrolled' && fact.role === 'child');
  return facts
    .filter(({ kind }) => child || kind !== 'born')
    .map(({ id: _, recordedAt: __, ...said }) => Object.values(said).map(String).join(' '))
    .join('|');
}
