/** Number of a request as people know it: P-000007. */
export function requestNumber(item: string): string {
  return `P-${item.padStart(6, '0')}`;
}

/** What a change of the register refers to when a request led to it. */
export function referenceOf(item: string): string {
  return `pandawa:${requestNumber(item)}`;
}
