/** SQL condition: the text only fills the cell, with one repeated character. */
export function fillerNikSql(text: string): string {
  return `(strlen(${text}) > 0 AND replace(${text}, ${text}[1], '') = '')`;
}

/** SQL condition: the text is a number a spreadsheet rounded, like 5,17E+15. */
export function roundedNikSql(text: string): string {
  return `regexp_matches(${text}, '^\\d[.,]\\d+[eE]')`;
}
