import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

/**
 * Makes sure a folder exists and can be written.
 * @throws CommandFailure with exit code 4
 */
export async function prepareOutputFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(
      exitCodes.output,
      `Folder hasil ${folder} tidak dapat dipakai: ${reason}.`,
      `The output folder ${folder} cannot be used: ${reason}.`,
    );
  }
}
