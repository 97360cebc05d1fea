import type { Format } from '../format/create-format.ts';

/** '2026-03' -> 'Mar 2026'. */
export function monthName(format: Format, month: string): string {
  return format.shortDate(`${month}-01`).replace(/^\d+\s/, '');
}

/** Months that follow one another as 'Jan 2026 – Mar 2026', others one by one. Any order; 'YYYY-MM'. */
export function monthSpans(format: Format, months: readonly string[]): string {
  const spans: [string, string][] = [];
  for (const month of [...months].sort()) {
    const last = spans.at(-1);
    if (last && following(last[1]) === month) last[1] = month;
    else spans.push([month, month]);
  }
  return spans
    .map(([from, to]) =>
      from === to ? monthName(format, from) : `${monthName(format, from)} – ${monthName(format, to)}`,
    )
    .join(', ');
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
