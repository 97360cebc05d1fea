import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

/**
 * Makes sure a folder exists and can be written.
 * @throws CommandFailure with exit code 4
 */
export async function prepareOutputFolder(folder: string): Promise<void> {
  try {
    await makeFolder(resolve(folder));
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

/** Like `mkdir -p`. Node's own recursive form never ends where nothing can be made, as under /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || (await exists(dirname(folder)))) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
