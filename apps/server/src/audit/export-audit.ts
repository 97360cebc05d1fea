import { Readable } from 'node:stream';
import { type AuditFilter, AuditRepository, type AuditRow, type Database, type Scope } from '@jangkau/store';
import { csvLine } from '../exports/safe-cell.ts';

const pageSize = 2000;

/** Columns of the file, named as people read them. */
const columns: readonly [string, (row: AuditRow) => string | number | null][] = [
  ['nomor', (row) => row.id],
  ['waktu', (row) => row.at.toISOString()],
  ['pengguna', (row) => row.username],
  ['peran', (row) => row.role],
  ['tindakan', (row) => row.action],
  ['hasil', (row) => (row.outcome === 'done' ? 'dilakukan' : 'ditolak')],
  ['wilayah', (row) => row.area],
  ['jenis_objek', (row) => row.subjectKind],
  ['kunci_objek', (row) => row.subjectKey],
  ['alasan', (row) => row.purpose],
  ['rincian', (row) => row.detail && JSON.stringify(row.detail)],
  ['permintaan', (row) => row.requestId],
  ['alamat', (row) => row.address],
  ['segel', (row) => row.sealed],
];

/** Entries as CSV, oldest first; only a page of them is in memory. */
export function exportAudit(database: Database, scope: Scope, filter: AuditFilter): Readable {
  return Readable.from(lines(database, scope, filter));
}

async function* lines(database: Database, scope: Scope, filter: AuditFilter): AsyncGenerator<string> {
  // Excel takes UTF-8 for something else without the mark.
  yield `\uFEFF${csvLine(columns.map(([header]) => header))}`;
  let afterId = 0;
  for (;;) {
    const rows = await database.as(scope, (db) =>
      new AuditRepository(db).oldest(filter, { afterId, limit: pageSize }),
    );
    yield rows.map((row) => csvLine(columns.map(([, value]) => value(row)))).join('');
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    afterId = last.id;
  }
}
