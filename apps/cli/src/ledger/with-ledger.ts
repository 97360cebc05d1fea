import path from 'node:path';
import { readSettings, type Settings } from '@jangkau/server';
import { connect, type Database, ownerOnly, reachOwner, saveTariffs } from '@jangkau/store';
import { databaseFailure } from '../terminal/database-failure.ts';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

/** Does work on the office's database: through the PostgreSQL of a running server, or by starting it. */
export async function withLedger<T>(
  work: (database: Database, settings: Settings) => Promise<T>,
): Promise<T> {
  const settings = readSettings({ JANGKAU_LOG_LEVEL: 'silent', ...process.env });
  const reached = await reachOwner({
    url: settings.databaseUrl,
    directory: path.join(settings.dataDir, 'postgres'),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.message.startsWith('there is no database'))
      throw new CommandFailure(
        exitCodes.input,
        'Belum ada basis data di folder ini. Jalankan npm start lebih dahulu.',
        'There is no database in this folder yet. Run npm start first.',
      );
    throw databaseFailure(error);
  });
  const owner = reached.connection;
  const database = connect(ownerOnly(owner));
  try {
    await saveTariffs(database.owner);
    return await work(database, settings);
  } finally {
    await database.close();
    await reached.close();
  }
}
