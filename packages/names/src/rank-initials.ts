import type { StandardToken } from './standard-token.ts';
import { isTitleInitials } from './words/title-words.ts';

/** Initials that hold a marker and an order word and no title: I K(etut), NI N(yoman). IG may be I Gede. */
const NO_RANK = /^(?:I[GKN]|NK|NLK)$/;

/**
 * Initials of the title words alone, without the marker, so that IGAA, I Gusti Ayu Agung and Gusti Ayu Agung
 * all give 'GAA'. One title abbreviates another when one result begins with the other: IGK gives 'GK', I Gusti
 * Ketut 'G'. '' when the name has no title.
 */
export function rankInitials(tokens: readonly StandardToken[]): string {
  let initials = '';
  for (const { token, role } of tokens) {
    if (role !== 'title' || NO_RANK.test(token)) continue;
    if (!isTitleInitials(token)) initials += token[0] ?? '';
    else initials += /^[IN]G/.test(token) ? token.slice(1) : token;
  }
  return initials;
}
