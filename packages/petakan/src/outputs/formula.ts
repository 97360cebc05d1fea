/** SQL: text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function neutraliseFormulaSql(text: string): string {
  return `CASE WHEN ${text}[1] IN ('=', '+', '-', '@') THEN '''' || ${text} ELSE ${text} END`;
}
