export * from './generate-branch.ts';
export {
  publishedTotals,
  type ScaledTotals,
  scaledTotals,
  segmentGroups,
} from './histories/published-totals.ts';
export { semesterPopulations } from './histories/semester-populations.ts';
export { type HistoryOptions, type HistorySummary, writeHistories } from './histories/write-histories.ts';
export { fullSize } from './places/branch-places.ts';
export { type DemoFacility, demoFacilities } from './utilisation/demo-facilities.ts';
export { publishedVisits, type VisitMonth, visitPlan } from './utilisation/visit-plan.ts';
export * from './village-files/write-messy-village-files.ts';
