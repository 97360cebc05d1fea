const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV with a BOM for spreadsheets; a cell that would be a formula gets an apostrophe. */
export function refusalsCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
