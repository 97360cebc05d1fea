import { ApiProblem, openUserCommands, readSettings, type UserCommands } from '@jangkau/server';
import { databaseFailure } from '../terminal/database-failure.ts';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

/**
 * Does something with the users of the settings' database.
 * @throws CommandFailure with what is wrong, in both languages
 */
export async function runUserCommand(work: (users: UserCommands) => Promise<void>): Promise<void> {
  const settings = readSettings({ JANGKAU_LOG_LEVEL: 'silent', ...process.env });
  const users = await openUserCommands(settings).catch((error: unknown) => {
    throw databaseFailure(error);
  });
  try {
    await work(users);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw databaseFailure(error);
    throw new CommandFailure(exitCodes.usage, error.messageIn('id'), error.messageIn('en'));
  } finally {
    await users.close();
  }
}
