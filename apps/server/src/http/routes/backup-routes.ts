import { backupRoutes as contract } from '@jangkau/contracts';
import type { FastifyInstance } from 'fastify';
import { backupState } from '../../backups/backup-view.ts';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

/** How the backups stand, and making one now. */
export function backupRoutes(app: FastifyInstance, services: Services): void {
  const { backups, settings } = services;
  registerRoute(app, services, contract.getBackups, async ({ db, language }) =>
    backupState(db, backups, settings, language),
  );
  registerRoute(app, services, contract.startBackup, async ({ db, language, scope }) => {
    backups.begin('office', scope.username);
    return backupState(db, backups, settings, language);
  });
}
