import { formatNumber, formatPercent } from '@jangkau/kernel';
import { type Engine, sqlName, sqlString } from '@jangkau/linkage';
import { NO_DATE_TOO_LATE } from '../import/import-options.ts';
import { type ProfiledColumn, profiledColumns } from './profile-columns.ts';
import { issueKinds, type Severity } from './profile-issues.ts';

/** How good one column is. */
export interface ColumnProfile {
  /** Column of the imported table, and the canonical column it came from. */
  column: string;
  canonical: string;
  /** Rows whose cell held something; rows whose cell can be used. */
  filled: number;
  valid: number;
  /** filled / rows, 0 to 1. */
  filledShare: number;
  /** Different values: exact for NIK, within a few per cent for the others. */
  distinct: number;
}

/** A fault some rows have. */
export interface ProfileIssue {
  code: string;
  severity: Severity;
  /** Canonical column. */
  column: string;
  count: number;
  /** count / rows, 0 to 1. */
  share: number;
  message: string;
  messageEn: string;
}

/** Data quality of an imported register. */
export interface RegisterProfile {
  table: string;
  rows: number;
  columns: ColumnProfile[];
  /** Rows whose NIK an earlier row has. */
  duplicateNiks: number;
  /** Share of birth dates on 1 January; about 0.0027 where dates are known. */
  firstOfJanuaryShare: number;
  /** Different villages. */
  villages: number;
  /** Faults that occur, the gravest first. */
  issues: ProfileIssue[];
}

/** What to measure against. */
export interface ProfileOptions {
  /** 'YYYY-MM-DD': dates after it are implausible; none is when absent. */
  today?: string;
}

/**
 * Measures the data quality of a table made by `importRegister`, in one pass over it.
 * A mismatch between NIK and birth date is no error of its own: a NIK never changes, not even when the birth
 * date is corrected (PP 40/2019 Art 30(2)).
 */
export async function profileRegister(
  engine: Engine,
  table: string,
  options: ProfileOptions = {},
): Promise<RegisterProfile> {
  const today = options.today ?? NO_DATE_TOO_LATE;
  const described = await engine.rows<{ column_name: string }>(`DESCRIBE ${sqlName(table)}`);
  const present = new Set(described.map(({ column_name }) => column_name));
  const columns = profiledColumns.filter(({ column }) => present.has(column));
  const [counted = {}] = await engine.rows<Record<string, number | null>>(profileSql(table, columns, today));
  const n = (key: string) => counted[key] ?? 0;
  const rows = n('rows');
  const share = (count: number) => (rows === 0 ? 0 : count / rows);
  const firstOfJanuaryShare = n('born_valid') === 0 ? 0 : n('first_of_january') / n('born_valid');
  const duplicateNiks = n('nik_valid') - n('nik_distinct');
  const issues: ProfileIssue[] = issueKinds.map((kind, i) => {
    const count = n(`issue_${i}`);
    const severity = severityOf(share(count), kind.warnFrom, kind.errorFrom);
    return issue(kind.code, severity, kind.column, count, share(count), kind.id, kind.en);
  });
  const repeated = share(duplicateNiks);
  issues.push(
    issue(
      'nik-duplicate',
      severityOf(repeated, 0.001, 0.1),
      'nik',
      duplicateNiks,
      repeated,
      'NIK yang sudah ada di baris lain',
      'NIK that another row has',
    ),
  );
  if (firstOfJanuaryShare > 0.01)
    issues.push(
      issue(
        'born-first-of-january',
        firstOfJanuaryShare > 0.05 ? 'warning' : 'info',
        'tanggal_lahir',
        n('first_of_january'),
        share(n('first_of_january')),
        'Lahir 1 Januari (lebih banyak dari wajar)',
        'Born on 1 January (more than is natural)',
      ),
    );
  return {
    table,
    rows,
    columns: columns.map(({ column, canonical }) => ({
      column,
      canonical,
      filled: n(`${column}_filled`),
      valid: n(`${column}_valid`),
      filledShare: share(n(`${column}_filled`)),
      distinct: n(`${column}_distinct`),
    })),
    duplicateNiks,
    firstOfJanuaryShare,
    villages: n('village_distinct'),
    issues: issues
      .filter(({ count }) => count > 0)
      .sort((a, b) => gravity[a.severity] - gravity[b.severity] || b.count - a.count),
  };
}

const gravity: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function severityOf(share: number, warnFrom: number, errorFrom: number): Severity {
  if (share >= errorFrom) return 'error';
  return share > 0 && share >= warnFrom ? 'warning' : 'info';
}

function issue(
  code: string,
  severity: Severity,
  column: string,
  count: number,
  share: number,
  id: string,
  en: string,
): ProfileIssue {
  const tail = `${formatNumber(count)} (${formatPercent(share)})`;
  return { code, severity, column, count, share, message: `${id}: ${tail}.`, messageEn: `${en}: ${tail}.` };
}

function profileSql(table: string, columns: readonly ProfiledColumn[], today: string): string {
  const counts = columns.flatMap(({ column, filled, valid }) => [
    `count(*) FILTER (${filled ?? `${sqlName(column)} IS NOT NULL`}) AS ${column}_filled`,
    `${column === 'nik' ? 'count(DISTINCT nik)' : `approx_count_distinct(${sqlName(column)})`} AS ${column}_distinct`,
    `count(${valid ? `CASE WHEN ${valid} THEN 1 END` : sqlName(column)}) AS ${column}_valid`,
  ]);
  const issues = issueKinds.map(({ rows }, i) => `count(*) FILTER (${rows}) AS issue_${i}`);
  return `
    SELECT count(*) AS rows, count(*) FILTER (month(born) = 1 AND day(born) = 1) AS first_of_january,
      ${[...counts, ...issues].join(',\n      ')}
    FROM (
      SELECT *, CAST((nik // 100000000) % 100 AS SMALLINT) AS nik_dd, CAST((nik // 1000000) % 100 AS SMALLINT) AS nik_mm,
        CAST((nik // 10000) % 100 AS SMALLINT) AS nik_yy, regexp_matches(nama, '[0-9]') AS name_digits,
        DATE ${sqlString(today)} AS today
      FROM ${sqlName(table)}
    )`;
}
