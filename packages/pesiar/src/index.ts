export type { Bilingual } from './bilingual.ts';
export * from './case/case-fact.ts';
export {
  type CasePhase,
  type CaseState,
  casePhases,
  caseState,
  type ExitStatus,
  inOrder,
} from './case/case-state.ts';
export * from './case/case-subject.ts';
export * from './case/outcome.ts';
export * from './classify/evidence.ts';
export * from './classify/payer-class.ts';
export * from './exits/exit-kind.ts';
