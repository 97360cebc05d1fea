import { momentOfName } from './backup-name.ts';

/** How many backups of the last days, weeks and months stay. */
export interface KeepRule {
  daily: number;
  weekly: number;
  monthly: number;
}

/**
 * Which backups a rotation keeps: the newest of each of the last so many days, ISO weeks and months that
 * have one, and always the newest of all. Names that are not ours are never touched, so they are not kept
 * either. Days without a backup do not count: after a month of silence nothing older disappears.
 */
export function keptBackups(names: readonly string[], rule: KeepRule): Set<string> {
  const newestFirst = names
    .map((name) => ({ name, moment: momentOfName(name) }))
    .filter((backup): backup is { name: string; moment: string } => backup.moment !== undefined)
    .sort((a, b) => (a.moment < b.moment ? 1 : -1));
  const kept = new Set<string>();
  const keep = (count: number, periodOf: (moment: string) => string) => {
    const periods = new Set<string>();
    for (const { name, moment } of newestFirst) {
      const period = periodOf(moment);
      if (periods.has(period)) continue;
      if (periods.size >= count) break;
      periods.add(period);
      kept.add(name);
    }
  };
  keep(1, () => '');
  keep(rule.daily, (moment) => moment.slice(0, 10));
  keep(rule.weekly, weekOf);
  keep(rule.monthly, (moment) => moment.slice(0, 7));
  return kept;
}

/** Monday of the week a moment lies in. */
function weekOf(moment: string): string {
  const day = new Date(`${moment.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
