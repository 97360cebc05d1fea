import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AreaRepository,
  AuditHeads,
  AuditSealer,
  openDatabase,
  refuseUnfinishedFolder,
  saveTariffs,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { readAreas } from './areas/area-data.ts';
import { buildApp } from './http/build-app.ts';
import { loadSecretKeys } from './secrets/load-secret-keys.ts';
import { buildServices, type Services } from './services.ts';
import { ensureFirstAccounts, type FirstAccount } from './sessions/first-accounts.ts';
import type { Settings } from './settings.ts';
import { registersReader } from './uploads/registers-reader.ts';

export interface StartOptions {
  /** Runs mappings; the real one unless a test brings its own. */
  jobFile?: string;
  logger?: Logger;
}

/** A running server. */
export interface RunningServer {
  url: string;
  signIn: FirstAccount;
  services: Services;
  /** Resolves when the built-in PostgreSQL cannot be brought back: nothing more can be done here. */
  lost: Promise<Error>;
  close(): Promise<void>;
}

const mappingJob = fileURLToPath(new URL('./jobs/mapping-job.ts', import.meta.url));
/** How long answers on their way are waited for when the server stops. */
const drainMs = 8000;
/** Province of the first branches: Bali. */
const province = '51';

/**
 * Starts everything: the database, the queue of runs and the HTTP side. Runs that an earlier process left
 * unfinished go on.
 */
export async function startServer(settings: Settings, options: StartOptions = {}): Promise<RunningServer> {
  const logger = options.logger ?? pino({ level: settings.logLevel });
  await mkdir(settings.dataDir, { recursive: true });
  await refuseUnfinishedFolder(settings.dataDir);
  const lost = Promise.withResolvers<Error>();
  const secretKeys = await loadSecretKeys(settings.signIn.secretKey, settings.dataDir);
  const database = await openDatabase({
    url: settings.databaseUrl,
    logins: settings.databaseLogins,
    directory: `${settings.dataDir}/postgres`,
    onLog: (line) => logger.debug({ postgres: line }),
    onError: (error) => logger.error({ message: error.message }, 'database connection lost'),
    watch: {
      onDown: (lastLine) => logger.error({ lastLine }, 'PostgreSQL ended; it is being started again'),
      onUp: () => logger.warn('PostgreSQL answers again'),
      onLost: (error) => {
        logger.fatal({ message: error.message }, 'PostgreSQL cannot be started again');
        lost.resolve(error);
      },
    },
  });
  const services = buildServices({
    database,
    settings,
    secretKeys,
    reader: registersReader,
    jobFile: options.jobFile ?? mappingJob,
    onError: (error, runId) => logger.error({ err: error, runId }, 'work in the background failed'),
  });
  const sealer = new AuditSealer({
    database,
    heads: new AuditHeads(path.join(settings.dataDir, 'audit')),
    onError: (error) => logger.error({ err: error }, 'the audit could not be sealed'),
  });
  let app: FastifyInstance | undefined;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= (async () => {
      // A download of a whole register may go on for long: after the deadline it is cut off.
      const deadline = setTimeout(() => app?.server.closeAllConnections(), drainMs);
      await app?.close();
      clearTimeout(deadline);
      await services.campaigns.close();
      await services.templates.close();
      await services.memberNotices.close();
      await services.whatsapp.close();
      await services.backups.close();
      await services.queue.close();
      await services.desk.close();
      await services.monthClose.close();
      await services.figures.close();
      await services.retention.close();
      await services.contactCounts.close();
      // What cannot be sealed now is sealed at the next start; it must not keep the server from ending.
      await sealer.close().catch((error) => logger.error({ err: error }, 'the audit could not be sealed'));
      await database.close();
    })();
    return closing;
  };
  try {
    await new AreaRepository(database.owner).save(await readAreas(province));
    await saveTariffs(database.owner);
    const signIn = await ensureFirstAccounts(database.gate, settings);
    await services.codeApps.reseal(database.gate);
    await services.clients.reseal();
    sealer.start();
    app = await buildApp(services, logger);
    const url = await app.listen({ port: settings.port, host: settings.host });
    // Only now: a server that cannot listen must not begin to map.
    await services.queue.recover();
    services.retention.start();
    services.whatsapp.start(url);
    services.campaigns.start();
    services.templates.start();
    services.memberNotices.start();
    services.figures.start();
    services.contactCounts.start();
    await services.backups.start();
    return { url, signIn, services, lost: lost.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}
