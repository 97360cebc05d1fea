import { sqlString } from '@jangkau/linkage';

/** A path as an SQL string that DuckDB takes for this one file: it reads '*', '?' and '[' as patterns otherwise. */
export function pathSql(path: string): string {
  return sqlString(path.replace(/[*?[]/g, (sign) => `[${sign}]`));
}
