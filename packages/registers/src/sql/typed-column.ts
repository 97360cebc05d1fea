/**
 * How a text column of the file becomes typed columns of the table. `steps` are expressions computed one
 * after another, each in its own nested SELECT, because DuckDB does not share a repeated expression inside
 * CASE: naming it once is several times faster. `outputs` are the columns of the imported table.
 */
export interface TypedColumn {
  steps: NamedExpression[];
  outputs: NamedExpression[];
}

/** An SQL expression and the name it gets. */
type NamedExpression = readonly [name: string, expression: string];

/**
 * One SELECT over `source` that computes all columns: the first steps of all columns together, then the
 * second ones, and the outputs last. `where` may use the names of the outputs.
 */
export function typedSelect(source: string, columns: readonly TypedColumn[], where?: string): string {
  const depth = Math.max(0, ...columns.map((column) => column.steps.length));
  let sql = source;
  for (let level = 0; level < depth; level++) {
    const added = columns.flatMap((column) => (column.steps[level] ? [column.steps[level]] : []));
    sql = `SELECT *, ${list(added as NamedExpression[])} FROM (${sql})`;
  }
  sql = `SELECT ${list(columns.flatMap((column) => column.outputs))} FROM (${sql})`;
  return where ? `SELECT * FROM (${sql}) WHERE ${where}` : sql;
}

function list(expressions: readonly NamedExpression[]): string {
  return expressions.map(([name, expression]) => `${expression} AS ${name}`).join(', ');
}
