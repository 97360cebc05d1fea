import type { Letter } from '@jangkau/privacy';
import { typeset } from './typeset.ts';

const template = new URL('./letter.typ', import.meta.url);

/** A letter, or a document with a letterhead that nobody signs. */
export type Typeset = Letter & { signed?: boolean };

/**
 * Sets a letter as a PDF.
 * @throws ApiProblem 'letters-unavailable' when the module is missing on this machine
 */
export function typesetLetter(letter: Typeset): Promise<Buffer> {
  return typeset(template, { letter: JSON.stringify(letter) });
}
