import { createHash } from 'node:crypto';
import type { CanonicalColumn, Detection, RegisterKind, UploadProfile } from '@jangkau/contracts';
import { columnsOf } from '@jangkau/contracts';

/** Reads register files for the office: what their columns are, and how good the data is. */
export interface RegisterReader {
  /** @throws ApiProblem upload-unreadable, or a Problem of the registers */
  detect(file: string, name: string, kind: RegisterKind): Promise<Detection>;
  profile(file: string, kind: RegisterKind, mapping: Record<string, string | null>): Promise<UploadProfile>;
}

/** Identifies the headers of a file, whatever its rows: corrections are remembered by it. */
export function headerSignature(detection: Detection): string {
  const headers = detection.columns.map((column) => column.header.trim().toLowerCase());
  return createHash('sha256').update(headers.join('\u0000')).digest('hex');
}

/** Canonical column by header, as it stands. */
export function mappingOf(detection: Detection): Record<string, string | null> {
  return Object.fromEntries(detection.columns.map((column) => [column.header, column.canonical]));
}

/**
 * Applies corrected columns. Headers the correction does not name are not used; a canonical column goes
 * to the first header that claims it.
 */
export function applyMapping(
  detection: Detection,
  mapping: Record<string, string | null | undefined>,
  kind: RegisterKind,
  remembered: boolean,
): Detection {
  const known = new Set<string>(columnsOf(kind));
  const taken = new Set<string>();
  const columns = detection.columns.map((column) => {
    const wanted = mapping[column.header] ?? null;
    const free = wanted !== null && known.has(wanted) && !taken.has(wanted);
    if (free) taken.add(wanted);
    return {
      ...column,
      canonical: free ? (wanted as CanonicalColumn) : null,
      confidence: 1,
      remembered,
    };
  });
  return { ...detection, columns, usable: isUsable(columns) };
}

/** A mapping needs a name, and a NIK or a date of birth. */
export function isUsable(columns: Detection['columns']): boolean {
  const has = (name: CanonicalColumn) => columns.some((column) => column.canonical === name);
  return has('nama') && (has('nik') || has('tanggal_lahir'));
}
