import type { ColumnMapping } from '../column-mapping.ts';
import { detectColumns, mappingOf } from '../detect/detect-columns.ts';
import type { DetectedFile } from '../detect/detect-file.ts';
import { RegisterFileError } from '../register-file-error.ts';
import { type CanonicalColumn, canonicalColumns, type RegisterKind } from '../register-kind.ts';

/** Position in the file of each canonical column it has. */
export type ColumnPositions = ReadonlyMap<CanonicalColumn, number>;

/**
 * Positions of the canonical columns, from a given mapping or from detection.
 * @throws RegisterFileError mapping-mismatch when the mapping names a column the file lacks or one column
 * twice; name-column-missing; key-column-missing
 */
export function resolveMapping(
  file: DetectedFile,
  kind: RegisterKind,
  given?: ColumnMapping,
): ColumnPositions {
  const mapping = given ?? mappingOf(detectColumns(file.columns, kind));
  const known = canonicalColumns(kind);
  const positions = new Map<CanonicalColumn, number>();
  const used = new Set<number>();
  for (const { column, canonical } of mapping.columns) {
    if (canonical === null) continue;
    const index = positionOf(file, column);
    if (index === undefined || !known.includes(canonical) || positions.has(canonical) || used.has(index))
      throw new RegisterFileError('mapping-mismatch', file.path, { detail: `${column} -> ${canonical}` });
    positions.set(canonical, index);
    used.add(index);
  }
  if (!positions.has('nama')) throw new RegisterFileError('name-column-missing', file.path);
  if (!positions.has('nik') && !positions.has('tanggal_lahir'))
    throw new RegisterFileError('key-column-missing', file.path);
  return positions;
}

function positionOf(file: DetectedFile, column: string | number): number | undefined {
  if (typeof column === 'number') return file.columns[column]?.index;
  return file.columns.find(({ name }) => name === column)?.index;
}
