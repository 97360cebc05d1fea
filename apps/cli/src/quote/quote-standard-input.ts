import { text } from 'node:stream/consumers';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { quoteCases } from './quote-cases.ts';

/**
 * Reads cases from standard input and prints their quotes. Ends with code 2 when a case cannot be quoted; the answers,
 * with a problem document in its place, are printed all the same.
 */
export async function quoteStandardInput(): Promise<void> {
  if (process.stdin.isTTY) {
    process.stderr.write('Ketik kasus JSON, akhiri dengan Ctrl-D. / Type a JSON case, end with Ctrl-D.\n');
  }
  const { document, problems } = quoteCases(await text(process.stdin));
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  const [first, ...more] = problems;
  if (!first) return;
  if (!Array.isArray(document)) throw new CommandFailure(exitCodes.usage, first.messageId, first.messageEn);
  const [bad, all] = [1 + more.length, document.length];
  throw new CommandFailure(
    exitCodes.usage,
    `${bad} dari ${all} kasus tidak dapat dihitung: ${first.messageId}`,
    `${bad} of ${all} cases cannot be quoted: ${first.messageEn}`,
  );
}
