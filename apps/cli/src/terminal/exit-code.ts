import { isProblem } from '@jangkau/kernel';
import { CommanderError } from 'commander';

/** How the command line ends; documented in its help and in the README. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  input: 3,
  output: 4,
  broken: 5,
  cancelled: 130,
} as const;

/** A command that ends with a message of its own. */
export class CommandFailure extends Error {
  readonly exitCode: number;
  readonly messageId: string;

  constructor(exitCode: number, messageId: string, messageEn: string) {
    super(messageEn);
    this.exitCode = exitCode;
    this.messageId = messageId;
  }
}

/** A register file that cannot be used; known by its name, so that the import code need not be loaded here. */
interface RegisterFileFailure extends Error {
  file: string;
  messageId: string;
  messageEn: string;
  adviceId: string;
  adviceEn: string;
}

/** Whether an error is the import's RegisterFileError. */
export function isRegisterFileFailure(error: unknown): error is RegisterFileFailure {
  return error instanceof Error && error.name === 'RegisterFileError' && 'adviceId' in error;
}

/** Problems of the catalogue that mean "this input file cannot be used". */
const INPUT_PROBLEMS: ReadonlySet<string> = new Set([
  'file-not-found',
  'file-too-large',
  'file-kind-unknown',
  'file-unreadable',
  'file-empty',
  'header-not-found',
  'column-missing',
  'column-unknown',
  'run-not-found',
  'backup-unknown',
  'backup-newer',
  'backup-locked',
  'backup-key-wrong',
  'backup-damaged',
]);

/** Problems that mean "the place to write to cannot be used". */
const OUTPUT_PROBLEMS: ReadonlySet<string> = new Set(['backup-folder-unusable', 'restore-not-empty']);

/** Problems that mean "an option or a case has a wrong value". */
const USAGE_PROBLEMS: ReadonlySet<string> = new Set([
  'setting-invalid',
  'area-code-invalid',
  'date-invalid',
  'invalid-request',
  'resident-not-found',
  'village-empty',
  'field-missing',
  'field-unknown',
  'field-invalid',
  'fields-contradict',
  'month-not-over',
  'month-out-of-order',
  'month-not-closed',
  'close-followed-by-changes',
]);

/** The exit code an error leads to. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommandFailure) return error.exitCode;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (isRegisterFileFailure(error)) return exitCodes.input;
  if (isProblem(error, 'run-cancelled')) return exitCodes.cancelled;
  if (isProblem(error) && INPUT_PROBLEMS.has(error.code)) return exitCodes.input;
  if (isProblem(error) && OUTPUT_PROBLEMS.has(error.code)) return exitCodes.output;
  if (isProblem(error) && USAGE_PROBLEMS.has(error.code)) return exitCodes.usage;
  return exitCodes.unexpected;
}
