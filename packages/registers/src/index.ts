export { type ColumnMapping, headerSignature } from './column-mapping.ts';
export type { FileKind } from './detect/content-kind.ts';
export { type ColumnGuess, detectColumns, type FileColumn, mappingOf } from './detect/detect-columns.ts';
export { type DetectedFile, detectFile, type FileEncoding } from './detect/detect-file.ts';
export { detectDateStyle } from './detect/detect-styles.ts';
export type {
  ImportedFile,
  ImportOptions,
  ImportProgress,
  ImportResult,
  ImportWarning,
  ImportWarningCode,
} from './import/import-options.ts';
export { importRegister } from './import/import-register.ts';
export type { Severity } from './profile/profile-issues.ts';
export {
  type ColumnProfile,
  type ProfileIssue,
  type ProfileOptions,
  profileRegister,
  type RegisterProfile,
} from './profile/profile-register.ts';
export { RegisterFileError, type RegisterFileErrorCode } from './register-file-error.ts';
export {
  type CanonicalColumn,
  canonicalColumns,
  memberColumns,
  ownNumberColumn,
  type RegisterKind,
  residentColumns,
} from './register-kind.ts';
export type { DateOrder, DatePattern, DateStyle } from './sql/date-sql.ts';
export { neutraliseFormula, neutraliseFormulaSql } from './sql/formula-sql.ts';
export { readTable, type TableRow } from './table/read-table.ts';
