import { readFile } from 'node:fs/promises';
import type { Letter } from '@jangkau/privacy';
import { ApiProblem } from '../http/api-problem.ts';

const template = new URL('./letter.typ', import.meta.url);

/** A letter, or a document with a letterhead that nobody signs. */
export type Typeset = Letter & { signed?: boolean };

/**
 * Sets a letter as a PDF (A4, fonts inside). The typesetter is a native module that not every platform has; it
 * is loaded when the first letter is set, so that everything else works without it.
 * @throws ApiProblem 'letters-unavailable' when the module is missing on this machine
 */
export async function typesetLetter(letter: Typeset): Promise<Buffer> {
  const { NodeCompiler } = await loadTypesetter();
  const compiler = NodeCompiler.create({ inputs: { letter: JSON.stringify(letter) } });
  return compiler.pdf({ mainFileContent: await readFile(template, 'utf8') });
}

async function loadTypesetter(): Promise<typeof import('@myriaddreamin/typst-ts-node-compiler')> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler');
  } catch (cause) {
    throw new ApiProblem('letters-unavailable', { cause });
  }
}
