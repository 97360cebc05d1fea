export { explainResident } from './explain/explain-resident.ts';
export {
  DEFAULT_THRESHOLD,
  type Decision,
  MAPPING_STAGES,
  type MappingOptions,
  type MappingProgress,
  type MappingStage,
  STAGE_LABELS,
} from './mapping-options.ts';
export { jknRegisterModel } from './model/jkn-register-model.ts';
export { jknWords } from './model/jkn-words.ts';
export { prepareMembers } from './prepare-members.ts';
export { runMapping } from './run-mapping.ts';
export type { MappingCounts, MappingSummary } from './summary.ts';
