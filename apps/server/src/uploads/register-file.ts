import {
  type CanonicalColumn,
  columnsOf,
  type Detection,
  type RegisterKind,
  type UploadProfile,
} from '@jangkau/contracts';
import { type ColumnMapping, headerSignature } from '@jangkau/registers';

/** Reads register files for the office: what their columns are, and how good the data is. */
export interface RegisterReader {
  /** @throws RegisterFileError when the file cannot be used */
  detect(file: string, kind: RegisterKind): Promise<Detection>;
  /** @throws RegisterFileError when the file cannot be used */
  profile(file: string, kind: RegisterKind, mapping: ColumnMapping | undefined): Promise<UploadProfile>;
}

/** Identifies the headers of a file, whatever its rows: corrections are remembered by it. */
export function signatureOf(detection: Detection): string {
  return headerSignature(detection.columns.map((column) => column.header));
}

/** The columns as somebody corrected them; undefined when the registers' own reading stands. */
export function correctedMapping(detection: Detection): ColumnMapping | undefined {
  if (!detection.corrected) return undefined;
  return { columns: detection.columns.map(({ canonical }, column) => ({ column, canonical })) };
}

/**
 * Applies corrected columns, by header. Headers the correction does not name are not used; a canonical
 * column goes to the first header that claims it.
 */
export function applyCorrection(
  detection: Detection,
  correction: Readonly<Record<string, string | null | undefined>>,
  kind: RegisterKind,
  remembered: boolean,
): Detection {
  const known = new Set<string>(columnsOf(kind));
  const taken = new Set<string>();
  const columns = detection.columns.map((column) => {
    const wanted = correction[column.header] ?? null;
    const free = wanted !== null && known.has(wanted) && !taken.has(wanted);
    if (free) taken.add(wanted);
    const canonical = free ? (wanted as CanonicalColumn) : null;
    return { ...column, canonical, confidence: 1, remembered };
  });
  return { ...detection, columns, corrected: true, usable: isUsable(columns) };
}

/** Canonical column by header, as it stands: what is remembered of a correction. */
export function correctionOf(detection: Detection): Record<string, string | null> {
  return Object.fromEntries(detection.columns.map((column) => [column.header, column.canonical]));
}

/** A mapping needs a name, and a NIK or a date of birth. */
export function isUsable(columns: Detection['columns']): boolean {
  const has = (name: CanonicalColumn) => columns.some((column) => column.canonical === name);
  return has('nama') && (has('nik') || has('tanggal_lahir'));
}
