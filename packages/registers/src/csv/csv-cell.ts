/** A value in quotes on one line: line ends become `lineEndSign`, zero bytes go. */
export function csvCell(value: string, lineEndSign: string): string {
  const line = /[\r\n\0]/.test(value)
    ? value.replaceAll('\0', '').replace(/\r\n|\r|\n/g, lineEndSign)
    : value;
  return `"${line.replaceAll('"', '""')}"`;
}
