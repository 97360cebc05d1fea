/** Characters with which a spreadsheet takes a cell for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** Puts an apostrophe before text that a spreadsheet would run as a formula; other text stays as it is. */
export function neutraliseFormula(value: string): string {
  return formulaStart.test(value) ? `'${value}` : value;
}

/**
 * SQL expression that does what `neutraliseFormula` does to a text expression. All those characters sort before
 * 'A' and none is a digit, so two comparisons settle nearly every value. (A list to look the first character up in
 * would be asked of every value: DuckDB makes a join of it.)
 */
export function neutraliseFormulaSql(expression: string): string {
  return `CASE WHEN ${expression} >= 'A' OR (${expression} >= '0' AND ${expression} < ':') THEN ${expression}
    WHEN regexp_matches(${expression}, '^[=+@\\t\\r-]') THEN '''' || ${expression} ELSE ${expression} END`;
}
