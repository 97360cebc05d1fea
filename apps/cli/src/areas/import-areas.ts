import { readFile } from 'node:fs/promises';
import type { BoundaryImport } from '@jangkau/contracts';
import { formatNumber } from '@jangkau/kernel';
import { readSettings } from '@jangkau/server';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { importIntoDatabase } from './import-into-database.ts';
import { importThroughServer, isServerRunning } from './import-through-server.ts';

/**
 * Loads village boundaries from a GeoJSON file: through the server when one runs, else straight into its
 * database. Says how many villages were recognised.
 * @throws CommandFailure when the file cannot be used
 */
export async function importAreas(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw unusable(file, error.message);
  });
  const settings = readSettings({ JANGKAU_LOG_LEVEL: 'silent', ...process.env });
  let result: BoundaryImport;
  if (await isServerRunning(settings)) {
    result = await importThroughServer(settings, text, (reason) => unusable(file, reason));
  } else {
    result = await importIntoDatabase(settings, parsed(file, text)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'boundaries-unusable') {
        throw unusable(file, error.message);
      }
      throw error;
    });
  }
  const { imported, unknown, missing } = result;
  process.stdout.write(`Batas desa dimuat / boundaries loaded: ${formatNumber(imported)}\n`);
  if (unknown.length > 0) {
    const some = unknown.slice(0, 10).join('; ');
    process.stdout.write(`Tidak dikenal / not recognised: ${formatNumber(unknown.length)} (${some})\n`);
  }
  if (missing > 0) {
    process.stdout.write(`Desa tanpa batas / villages without a boundary: ${formatNumber(missing)}\n`);
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(file, 'not JSON');
  }
}

function unusable(file: string, reason: string): CommandFailure {
  return new CommandFailure(
    exitCodes.input,
    `Berkas ${file} tidak dapat dipakai sebagai batas desa: ${reason}.`,
    `File ${file} cannot be used as village boundaries: ${reason}.`,
  );
}
