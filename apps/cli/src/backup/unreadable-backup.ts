import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

/** Passes failures on; one of opening the file itself becomes a message that names it. */
export function unreadable(file: string): (error: unknown) => never {
  return (error) => {
    const { code, path } = error as { code?: unknown; path?: unknown };
    if (typeof code !== 'string' || path !== file) throw error;
    throw new CommandFailure(
      exitCodes.input,
      `Berkas cadangan ${file} tidak dapat dibuka (${code}).`,
      `Backup file ${file} cannot be opened (${code}).`,
    );
  };
}
