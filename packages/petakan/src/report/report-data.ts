import type { MappingSummary } from '../summary.ts';
import type { AllAreas } from './area-figures.ts';
import type { AreaNames } from './area-names.ts';

/** Everything a section of the report may show. */
export interface ReportData {
  summary: MappingSummary;
  areas: AllAreas;
  names: AreaNames;
}
