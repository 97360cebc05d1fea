import { MAPPING_STAGES, type MappingStage, STAGE_LABELS } from '@jangkau/petakan';

/** A stage of a run: what people call it and its usual share of the time. */
export interface StageKind {
  stage: string;
  labelId: string;
  labelEn: string;
  /** Only shapes the progress bar. */
  weight: number;
}

const weights: Partial<Record<MappingStage, number>> = {
  'import-residents': 8,
  'import-members': 8,
  write: 8,
  load: 8,
};
const usualWeight = 3;

/** What the server adds to a mapping: its results go into the database. */
export const storeStage = 'store';

/** Stages in their order: those of the mapping and then the server's own. */
export const stageCatalogue: readonly StageKind[] = [
  ...MAPPING_STAGES.map((stage) => ({
    stage,
    labelId: STAGE_LABELS[stage].id,
    labelEn: STAGE_LABELS[stage].en,
    weight: weights[stage] ?? usualWeight,
  })),
  {
    stage: storeStage,
    labelId: 'Memuat hasil ke basis data',
    labelEn: 'Loading into the database',
    weight: 60,
  },
];
