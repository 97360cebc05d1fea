import type { StandardWord } from '@jangkau/linkage';
import { soundKey, standardiseToken } from '@jangkau/names';

/**
 * Words of a person's name for linkage: given names are compared word by word, birth order and titles are
 * minor words, degrees and honorifics say nothing, BAYI marks a child without a name.
 */
export function jknWords(raw: string): StandardWord[] {
  return standardiseToken(raw).flatMap(({ token, role, order }): StandardWord[] => {
    switch (role) {
      case 'given':
        return [{ word: token, sound: soundKey(token), part: 'main' }];
      case 'order':
        return [{ word: token, sound: token, part: 'minor', rank: order }];
      case 'placeholder':
        return [{ word: token, sound: token, part: 'flag' }];
      default:
        return [];
    }
  });
}
