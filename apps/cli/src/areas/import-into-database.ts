import type { BoundaryImport } from '@jangkau/contracts';
import { importBoundaries, readAreas, type Settings } from '@jangkau/server';
import { AreaRepository, openDatabase } from '@jangkau/store';
import { databaseFailure } from '../terminal/database-failure.ts';

/** Province of the first branches: Bali. */
const PROVINCE = '51';

/** Writes boundaries straight into the database of a server that is not running. */
export async function importIntoDatabase(settings: Settings, geojson: unknown): Promise<BoundaryImport> {
  const database = await openDatabase({
    url: settings.databaseUrl,
    logins: settings.databaseLogins,
    directory: `${settings.dataDir}/postgres`,
  }).catch((error: unknown) => {
    throw databaseFailure(error);
  });
  try {
    const areas = new AreaRepository(database.owner);
    await areas.save(await readAreas(PROVINCE));
    return await importBoundaries(areas, geojson);
  } finally {
    await database.close();
  }
}
