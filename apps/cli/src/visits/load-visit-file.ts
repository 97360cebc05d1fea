import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, importVisits, type VisitFileReport, visitFileColumns } from '@jangkau/store';
import { stageVisitFile } from './stage-visit-file.ts';

/** What PostgreSQL says of a row with too many or too few values, or of bytes that are no text. */
const unreadable = ['22P04', '22021'];

/**
 * Enters a file of visits. CSV as the guide asks for is read by PostgreSQL itself; any other is rewritten first.
 * @throws Problem 'column-missing', 'file-empty'; RegisterFileError
 */
export async function loadVisitFile(
  pool: Database['ownerPool'],
  file: string,
  order: { by: string; today: string },
): Promise<VisitFileReport> {
  if (await isPlain(file))
    try {
      return await importVisits(pool, file, order);
    } catch (error) {
      if (!unreadable.includes((error as { code?: string }).code ?? '')) throw error;
    }
  const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-visits-'));
  try {
    const staged = await stageVisitFile(file, folder);
    return await importVisits(pool, staged, { ...order, original: file, numbered: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isPlain(file: string): Promise<boolean> {
  for await (const chunk of createReadStream(file, { end: 255, encoding: 'utf8' }))
    return /^\uFEFF?([^\r\n]*)\r?\n/.exec(String(chunk))?.[1] === visitFileColumns.join(',');
  return false;
}
