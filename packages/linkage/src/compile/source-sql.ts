import { sqlName } from '../engine/quote.ts';
import type { Field, Source } from '../model/link-model.ts';

/** Which of the two registers. */
export type Side = 'left' | 'right';

/** The SQL of a field's source over a row alias. `{sql}` sources speak of a row named `t`. */
function sourceSql(source: Source, side: Side, alias: string): string {
  if (typeof source === 'string') return `${alias}.${sqlName(source)}`;
  if ('sql' in source) return `(${source.sql.replaceAll(/\bt\./g, `${alias}.`)})`;
  if (side === 'left') return 'left' in source ? `${alias}.${sqlName(source.left)}` : 'NULL';
  return `${alias}.${sqlName(source.right)}`;
}

/** The SQL of a raw field over a row alias. */
export function rawField(field: Field, side: Side, alias: string): string {
  return sourceSql(field.from, side, alias);
}

/** The columns of a register that a field is made of. */
export function sourceColumns({ from }: Field, side: Side): string[] {
  if (typeof from === 'string') return [from];
  if ('sql' in from) return [...from.sql.matchAll(/\bt\.(\w+)/g)].map((m) => m[1] as string);
  if (side === 'left') return 'left' in from ? [from.left] : [];
  return [from.right];
}
