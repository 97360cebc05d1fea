export { readAreas } from './areas/area-data.ts';
export { importBoundaries } from './areas/import-boundaries.ts';
export { backupName } from './backups/backup-name.ts';
export { type DemoOptions, type DemoProgress, prepareDemo } from './demo/prepare-demo.ts';
export { ApiProblem } from './http/api-problem.ts';
export { openUserCommands, type UserCommands } from './sessions/user-commands.ts';
export { readSettings, type Settings, settingNames } from './settings.ts';
export { type RunningServer, type StartOptions, startServer } from './start-server.ts';
