import { memberColumns, residentColumns } from '@jangkau/kernel';
import { z } from 'zod';
import { IsoInstant } from './paging.ts';

export const RegisterKind = z.enum(['residents', 'members']);
export type RegisterKind = z.infer<typeof RegisterKind>;

/** Canonical columns of a kind of register, in their usual order. */
export function columnsOf(kind: RegisterKind): readonly CanonicalColumn[] {
  return kind === 'residents' ? residentColumns : memberColumns;
}
export const CanonicalColumn = z.enum([...new Set([...residentColumns, ...memberColumns])] as [
  'no_kartu',
  ...((typeof residentColumns)[number] | (typeof memberColumns)[number])[],
]);
export type CanonicalColumn = (typeof residentColumns)[number] | (typeof memberColumns)[number];

/** What a column of the file was taken for. `canonical` null: the column is not used. */
export const DetectedColumn = z.object({
  header: z.string(),
  canonical: CanonicalColumn.nullable(),
  confidence: z.number().min(0).max(1),
  reason: z.string().describe('Why, in Indonesian'),
  reasonEn: z.string(),
  samples: z.array(z.string()).describe('A few values, numbers of persons masked'),
  remembered: z.boolean().describe('True when an earlier correction for the same headers was applied'),
});
export type DetectedColumn = z.infer<typeof DetectedColumn>;

/** Something about the file worth knowing before it is used. */
export const UploadProblem = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  message: z.string().describe('Indonesian'),
  messageEn: z.string(),
  column: z.string().optional(),
});
export type UploadProblem = z.infer<typeof UploadProblem>;

/** How the file was read: enough to show it to the user and let them correct it. */
export const Detection = z.object({
  format: z.enum(['csv', 'tsv', 'xlsx', 'parquet', 'unknown']),
  delimiter: z.string().nullable(),
  encoding: z.string().nullable(),
  headerRow: z.int().nullable().describe('1-based line of the header'),
  columns: z.array(DetectedColumn),
  problems: z.array(UploadProblem),
  corrected: z.boolean().describe('True once somebody has said what the columns are'),
  usable: z.boolean().describe('False while a column the mapping cannot do without is missing'),
});
export type Detection = z.infer<typeof Detection>;

/** A register file on the server. */
export const Upload = z
  .object({
    id: z.string(),
    name: z.string(),
    size: z.number().int().describe('bytes'),
    kind: RegisterKind,
    source: z.enum(['upload', 'demo']),
    createdAt: IsoInstant,
    detection: Detection,
  })
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof Upload>;
export const UploadList = z.object({ items: z.array(Upload) });

export const UploadQuery = z.object({ kind: RegisterKind, name: z.string().min(1).max(255) });
export type UploadQuery = z.infer<typeof UploadQuery>;

/** The user's correction: what each header is. Headers left out are not used. */
export const MappingCorrection = z.object({
  columns: z.array(z.object({ header: z.string(), canonical: CanonicalColumn.nullable() })),
});
export type MappingCorrection = z.infer<typeof MappingCorrection>;

/** How good one column is. Counts are of rows; `filled` >= `valid`. */
export const ColumnProfile = z.object({
  canonical: z.string(),
  header: z.string().nullable(),
  filled: z.int(),
  valid: z.int(),
  distinct: z.int().nullable(),
});
export type ColumnProfile = z.infer<typeof ColumnProfile>;

/** Data quality of one file. rowsIn = rowsUsed + rowsQuarantined. */
export const UploadProfile = z
  .object({
    rowsIn: z.int(),
    rowsUsed: z.int(),
    rowsQuarantined: z.int(),
    columns: z.array(ColumnProfile),
    issues: z.array(
      z.object({
        code: z.string(),
        column: z.string().nullable(),
        severity: z.enum(['error', 'warning', 'info']),
        count: z.int(),
        message: z.string().describe('Indonesian'),
        messageEn: z.string(),
      }),
    ),
    quarantine: z
      .array(
        z.object({
          line: z.int().nullable(),
          column: z.string().nullable(),
          reason: z.string(),
          row: z.string().nullable(),
        }),
      )
      .describe('The first rows set aside'),
  })
  .meta({ id: 'UploadProfile' });
export type UploadProfile = z.infer<typeof UploadProfile>;

/** The demo branch's two files, ready to start a run with. */
export const DemoFiles = z.object({
  available: z.boolean(),
  residents: Upload.nullable(),
  members: Upload.nullable(),
});
export type DemoFiles = z.infer<typeof DemoFiles>;
