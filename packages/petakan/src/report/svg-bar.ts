import { type Html, html } from './html.ts';

/** A bar in hundredths of its track; SVG, so that it prints without background colours. */
interface Bar {
  /** Shares of the track, 0..1, drawn one after the other. */
  parts: { share: number; kind: 'found' | 'left' | 'uncovered' }[];
  /** Ends of an interval, 0..1. */
  interval?: { low: number; high: number };
}

/** A decorative bar: the figures stand beside it as text. */
export function svgBar({ parts, interval }: Bar): Html {
  let x = 0;
  const rects = parts.map(({ share, kind }) => {
    const rect = html`<rect class="${kind}" x="${at(x)}" y="3" width="${at(share)}" height="10"/>`;
    x += share;
    return rect;
  });
  const whisker =
    interval &&
    html`<path class="whisker" vector-effect="non-scaling-stroke" d="M${at(interval.low)} 5v6M${at(interval.low)} 8H${at(interval.high)}M${at(interval.high)} 5v6"/>`;
  return html`<svg class="bar" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="3" width="100" height="10"/>${rects}${whisker}</svg>`;
}

function at(share: number): string {
  return String(Math.round(Math.min(1, Math.max(0, share)) * 10000) / 100);
}
