import { Html, html } from './html.ts';
import type { ReportData } from './report-data.ts';
import { REPORT_STYLE } from './report-style.ts';
import { areaChart } from './sections/area-chart.ts';
import { certainty } from './sections/certainty.ts';
import { checks } from './sections/checks.ts';
import { coverageTable } from './sections/coverage-table.ts';
import { dataQuality } from './sections/data-quality.ts';
import { funnel } from './sections/funnel.ts';
import { headline } from './sections/headline.ts';
import { method } from './sections/method.ts';
import { reasons } from './sections/reasons.ts';
import { settings } from './sections/settings.ts';
import { tileMap } from './sections/tile-map.ts';
import { villageTable } from './sections/village-table.ts';

const SECTIONS = [
  headline,
  funnel,
  reasons,
  areaChart,
  tileMap,
  villageTable,
  coverageTable,
  certainty,
  dataQuality,
  checks,
  method,
  settings,
];

/** The whole page: needs no script, no network and no other file. */
export function reportPage(data: ReportData): string {
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Laporan pemetaan JKN ${data.summary.asOf}</title>
<style>${new Html(REPORT_STYLE)}</style>
</head>
<body>
<main>
${SECTIONS.map((part) => part(data))}</main>
</body>
</html>
`.markup;
}
