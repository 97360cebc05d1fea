import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CheckedClaim, type CheckedFile, checkClaims, readClaims, type Verdict } from '@jangkau/figures';
import { isProblem, Problem } from '@jangkau/kernel';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

/** The publications that come with Jangkau. */
const articles = ['denpasar-2024-09', 'denpasar-2023-06'].map((name) =>
  fileURLToPath(import.meta.resolve(`@jangkau/figures/articles/${name}.json`)),
);

const verdictWords: Record<Verdict, string> = {
  follows: 'COCOK / follows',
  rounds: 'COCOK DIBULATKAN / rounds',
  contradicts: 'TIDAK COCOK / contradicts',
  'cannot-be-checked': 'TIDAK DAPAT DIPERIKSA / cannot be checked',
};

/** Checks files of published figures and prints the verdict on each. Contradictions are findings, not failures. */
export async function checkFigures(files: readonly string[], { json }: { json?: boolean }): Promise<void> {
  const checked: CheckedFile[] = [];
  for (const file of files.length > 0 ? files : articles) checked.push(await checkFile(file));
  const shown = json ? `${JSON.stringify(checked, undefined, 2)}\n` : checked.map(reportOf).join('\n');
  process.stdout.write(shown);
}

async function checkFile(file: string): Promise<CheckedFile> {
  const name = basename(file);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Problem('file-not-found', { file: name });
    throw new Problem('file-unreadable', { file: name, reason: (error as Error).message });
  }
  try {
    return checkClaims(readClaims(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw new CommandFailure(exitCodes.input, `${name}: ${error.messageId}`, `${name}: ${error.messageEn}`);
  }
}

function reportOf({ title, url, published, verdicts, claims, findings }: CheckedFile): string {
  const head = [title?.id, [published, url].filter(Boolean).join(' · ')].filter(Boolean);
  const counted = Object.entries(verdicts).map(([verdict, n]) => `${n} ${verdictWords[verdict as Verdict]}`);
  const found =
    findings.length > 0
      ? ['Bersama-sama / together', ...findings.map(({ words }) => `  ${words.id}`), '']
      : [];
  return [...head, '', ...claims.flatMap(claimLines), ...found, `${counted.join(' · ')}`, ''].join('\n');
}

function claimLines({ text, printed, unit, verdict, implied, arithmetic, readings }: CheckedClaim): string[] {
  const note = implied ? ' (tersirat / implied)' : '';
  return [
    `[${verdictWords[verdict]}] ${text.id}: ${printed} ${unit}${note}`,
    `  ${arithmetic.id}`,
    ...readings.map(({ words }) => `  → ${words.id}`),
    '',
  ];
}
