export * from './breach/breach.ts';
export * from './clocks/privacy-clock.ts';
export * from './figures/suppress-small-cells.ts';
export * from './requests/erasure-limits.ts';
export * from './requests/refusal-grounds.ts';
export * from './requests/subject-request.ts';
export * from './retention/retention-plan.ts';
export * from './retention/retention-rules.ts';
