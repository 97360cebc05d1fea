import type { Detection, UploadProblem, UploadProfile } from '@jangkau/contracts';
import { maskNumbersIn } from '@jangkau/kernel';
import { Engine } from '@jangkau/linkage';
import {
  type DetectedFile,
  detectColumns,
  detectFile,
  importRegister,
  profileRegister,
} from '@jangkau/registers';
import { isUsable, type RegisterReader } from './register-file.ts';

const samplesShown = 5;
const quarantineShown = 50;
/** A column recognised with less confidence is pointed out. */
const sure = 0.7;

/** Reads register files with @jangkau/registers. */
export const registersReader: RegisterReader = {
  async detect(file, kind): Promise<Detection> {
    const found = await detectFile(file);
    const columns = detectColumns(found.columns, kind).map(({ name, index, ...guess }) => ({
      header: name,
      ...guess,
      samples: (found.columns[index]?.samples ?? []).slice(0, samplesShown).map(maskNumbersIn),
      remembered: false,
    }));
    return {
      format: found.kind,
      delimiter: found.dialect?.delimiter ?? null,
      encoding: found.encoding,
      headerRow: found.headerLine,
      columns,
      problems: problemsOf(found, columns),
      corrected: false,
      usable: isUsable(columns),
    };
  },

  async profile(file, kind, mapping): Promise<UploadProfile> {
    const today = new Date().toISOString().slice(0, 10);
    const engine = await Engine.open({ memoryLimit: '2GiB', threads: 1 });
    try {
      const imported = await importRegister(engine, {
        table: kind,
        kind,
        files: [file],
        today,
        ...(mapping && { mapping }),
      });
      const profile = await profileRegister(engine, kind, { today });
      const quarantine = await engine.rows<UploadProfile['quarantine'][number]>(
        `SELECT "line", "column", reason, row FROM ${kind}_quarantine ORDER BY "line" LIMIT ${quarantineShown}`,
      );
      return {
        rowsIn: imported.rowsIn,
        rowsUsed: imported.rowsUsed,
        rowsQuarantined: imported.rowsQuarantined,
        columns: profile.columns.map(({ canonical, filled, valid, distinct }) => ({
          canonical,
          header: (imported.columns as Record<string, string | null | undefined>)[canonical] ?? null,
          filled,
          valid,
          distinct,
        })),
        issues: [
          ...imported.warnings.map(({ code, count, message, messageEn }) => ({
            code,
            column: null,
            severity: 'warning' as const,
            count,
            message,
            messageEn,
          })),
          ...profile.issues.map(({ code, column, severity, count, message, messageEn }) => ({
            code,
            column,
            severity,
            count,
            message,
            messageEn,
          })),
        ],
        quarantine: quarantine.map((one) => ({ ...one, row: one.row && maskNumbersIn(one.row) })),
      };
    } finally {
      await engine.close();
    }
  },
};

function problemsOf(file: DetectedFile, columns: Detection['columns']): UploadProblem[] {
  const problems: UploadProblem[] = [];
  const has = (name: string) => columns.some((column) => column.canonical === name);
  const add = (
    severity: UploadProblem['severity'],
    code: string,
    message: string,
    messageEn: string,
    column?: string,
  ) => problems.push({ severity, code, message, messageEn, ...(column !== undefined && { column }) });
  if (!has('nama'))
    add(
      'error',
      'name-column-missing',
      'Kolom nama belum dikenali.',
      'The column with names is not recognised.',
    );
  if (!has('nik') && !has('tanggal_lahir'))
    add(
      'error',
      'key-column-missing',
      'Kolom NIK atau tanggal lahir belum dikenali.',
      'Neither NIK nor date of birth is recognised.',
    );
  if (file.headerLine === null)
    add(
      'warning',
      'header-missing',
      'Berkas tanpa baris judul; kolom ditebak dari isinya.',
      'The file has no header; columns were guessed from values.',
    );
  if (file.sheets.length > 1)
    add(
      'info',
      'sheets-not-read',
      `Hanya lembar "${file.sheet}" yang dibaca.`,
      `Only sheet "${file.sheet}" is read.`,
    );
  for (const { header, canonical, confidence, reason, reasonEn } of columns)
    if (canonical !== null && confidence < sure) add('warning', 'column-unsure', reason, reasonEn, header);
  return problems;
}
