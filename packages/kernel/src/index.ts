export * from './area-code.ts';
export * from './card-number.ts';
export * from './indonesian-format.ts';
export * from './kk-number.ts';
export * from './masking.ts';
export * from './nik.ts';
export * from './problem.ts';
export * from './problem-catalogue.ts';
export { memberColumns, residentColumns } from './register-columns.ts';
