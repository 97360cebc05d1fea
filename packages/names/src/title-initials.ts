import type { StandardToken } from './standard-token.ts';
import { isTitleInitials } from './words/title-words.ts';

/**
 * Initials of the marker and title words of a name, for comparing a title written out with one abbreviated:
 * I GUSTI AYU AGUNG and IGAA both give 'IGAA', ANAK AGUNG gives 'AA', IDA BAGUS gives 'IB'. '' without titles.
 */
export function titleInitials(tokens: readonly StandardToken[]): string {
  let initials = '';
  for (const { token, role } of tokens) {
    if (role === 'title' && isTitleInitials(token)) initials += token;
    else if (role === 'title' || role === 'marker') initials += token[0] ?? '';
  }
  return initials;
}
