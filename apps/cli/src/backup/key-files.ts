import { readFile } from 'node:fs/promises';
import type { BackupKey } from '@jangkau/store';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

/** Files that hold what opens a backup; secrets never stand on the command line. */
export interface KeyFiles {
  passphraseFile?: string | undefined;
  identityFile?: string | undefined;
}

/** What the files hold. @throws CommandFailure when one cannot be read or is empty */
export async function readKey({ passphraseFile, identityFile }: KeyFiles): Promise<BackupKey> {
  const identities = identityFile === undefined ? undefined : (await read(identityFile)).split('\n');
  return {
    passphrase: await readPassphrase(passphraseFile),
    // age-keygen puts comments before the key.
    identities: identities?.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')),
  };
}

/** The passphrase of a file: all of it, without the line break at its end. */
export async function readPassphrase(file: string | undefined): Promise<string | undefined> {
  return file === undefined ? undefined : (await read(file)).replace(/\r?\n$/, '');
}

async function read(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw unusable(file, error.code ?? error.message);
  });
  if (text.trim() === '') throw unusable(file, 'kosong / empty');
  return text;
}

function unusable(file: string, reason: string): CommandFailure {
  return new CommandFailure(
    exitCodes.input,
    `Berkas kunci ${file} tidak dapat dipakai: ${reason}.`,
    `Key file ${file} cannot be used: ${reason}.`,
  );
}
