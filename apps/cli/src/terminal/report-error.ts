import { isProblem } from '@jangkau/kernel';
import { CommanderError } from 'commander';
import { CommandFailure, isRegisterFileFailure } from './exit-code.ts';

/** What commander's error codes mean in Indonesian; `{name}` is what it put between quotes. */
const USAGE_MESSAGES: Record<string, string> = {
  'commander.unknownOption': "pilihan '{name}' tidak dikenal",
  'commander.unknownCommand': "perintah '{name}' tidak dikenal",
  'commander.missingMandatoryOptionValue': "pilihan '{name}' wajib diisi",
  'commander.optionMissingArgument': "pilihan '{name}' memerlukan nilai",
  'commander.missingArgument': "masukan '{name}' wajib diisi",
  'commander.excessArguments': 'terlalu banyak masukan',
  'commander.invalidArgument': "nilai untuk '{name}' tidak dapat dipakai",
};

/** Says on stderr what went wrong, Indonesian first. Internals are shown only for unexpected errors. */
export function reportError(error: unknown): void {
  process.stderr.write(errorText(error));
}

/** The lines `reportError` writes; empty when help or the version was shown. */
export function errorText(error: unknown): string {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return '';
    const english = error.message.replace(/^error: /, '');
    const name = /'([^']+)'/.exec(english)?.[1] ?? '';
    const indonesian = USAGE_MESSAGES[error.code]?.replace('{name}', name) ?? 'perintah salah';
    return lines(
      `Salah: ${indonesian}. Lihat jangkau --help.`,
      `Wrong: ${english.replace(/\.?\n?$/, '.')} See jangkau --help.`,
    );
  }
  if (error instanceof CommandFailure) return lines(error.messageId, error.message);
  if (isRegisterFileFailure(error)) {
    const { file, messageId, messageEn, adviceId, adviceEn } = error;
    return lines(`${file}: ${messageId} ${adviceId}`, `${file}: ${messageEn} ${adviceEn}`);
  }
  if (isProblem(error)) return lines(error.messageId, error.messageEn);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return lines('Kesalahan tak terduga:', 'Unexpected error:', detail);
}

function lines(...texts: string[]): string {
  return `${texts.join('\n')}\n`;
}
