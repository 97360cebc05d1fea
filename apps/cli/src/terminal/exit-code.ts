import { isProblem } from '@jangkau/kernel';
import { CommanderError } from 'commander';

/** How the command line ends; documented in its help and in the README. */
export const exitCodes = { ok: 0, unexpected: 1, usage: 2, input: 3, output: 4, cancelled: 130 } as const;

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

/** Problems of the catalogue that mean "this input file cannot be used". */
const INPUT_PROBLEMS = new Set([
  'file-not-found',
  'file-too-large',
  'file-kind-unknown',
  'file-unreadable',
  'file-empty',
  'header-not-found',
  'column-missing',
  'column-unknown',
]);

/** Problems that mean "an option has a wrong value". */
const USAGE_PROBLEMS = new Set(['setting-invalid', 'area-code-invalid', 'date-invalid', 'invalid-request']);

/** The exit code an error leads to. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommandFailure) return error.exitCode;
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (isProblem(error, 'run-cancelled')) return exitCodes.cancelled;
  if (isProblem(error) && INPUT_PROBLEMS.has(error.code)) return exitCodes.input;
  if (isProblem(error) && USAGE_PROBLEMS.has(error.code)) return exitCodes.usage;
  return exitCodes.unexpected;
}
