import type { BackupEntry, BackupState } from '@jangkau/contracts';
import { Problem } from '@jangkau/kernel';
import { type BackupLogRow, BackupRepository, type Db } from '@jangkau/store';
import type { Language } from '../http/problem-document.ts';
import type { Settings } from '../settings.ts';
import { type BackupService, staleAfterHours } from './backup-service.ts';

const listed = 60;

/** How the backups stand, as the office shows it. */
export async function backupState(
  db: Db,
  service: BackupService,
  settings: Settings,
  language: Language,
): Promise<BackupState> {
  const log = new BackupRepository(db);
  const last = await log.lastGood();
  const ageHours = last ? (Date.now() - last.getTime()) / 3_600_000 : null;
  return {
    lastGood: last?.toISOString() ?? null,
    ageHours,
    stale: ageHours === null || ageHours > staleAfterHours,
    scheduled: settings.backupSchedule !== undefined,
    next: service.next?.toISOString() ?? null,
    keep: settings.backupKeep,
    encrypted: settings.backupRecipients.length > 0,
    running: service.running,
    items: (await log.list(listed)).map((row) => entryView(row, language)),
  };
}

function entryView(row: BackupLogRow, language: Language): BackupEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    outcome: row.outcome,
    origin: row.origin,
    file: row.file,
    asOf: row.as_of?.toISOString() ?? null,
    seconds: row.started_at ? Math.max(0, (row.at.getTime() - row.started_at.getTime()) / 1000) : null,
    bytes: row.bytes,
    rows: row.table_rows,
    files: row.files,
    encrypted: row.encrypted,
    sha256: row.sha256,
    reason: row.reason,
    message: row.reason === null ? null : messageOf(row, language),
  };
}

/** What a failure means to people; where the server keeps its files is nobody's business here. */
function messageOf({ reason, file }: BackupLogRow, language: Language): string {
  const known = ['backup-folder-unusable', 'backup-sees-too-little', 'backup-damaged'] as const;
  const code = known.find((one) => one === reason) ?? 'internal';
  const folder = 'JANGKAU_BACKUP_DIR';
  const problem = new Problem(code, { file, folder, reason: reason ?? '', part: '-', tables: '-' });
  return language === 'id' ? problem.messageId : problem.messageEn;
}
