/** A SQL string literal: the text in single quotes, with quotes inside doubled. */
export function sqlString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A SQL identifier in double quotes, with quotes inside doubled. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
