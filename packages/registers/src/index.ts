export {
  type ImportOptions,
  type ImportProgress,
  type ImportResult,
  type ImportWarning,
  importRegister,
} from './import/import-register.ts';
export { type CanonicalColumn, canonicalColumns, idColumn, type RegisterKind } from './register-kind.ts';
