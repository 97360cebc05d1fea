/** Order words long enough that one wrong letter leaves no doubt about what was meant. */
const LONG_WORDS = ['WAYAN', 'NYOMAN', 'KOMANG', 'KADEK', 'NENGAH', 'KETUT', 'KOMPIANG'];
/** Words too short for more than two letters changing places. */
const SHORT_WORDS = ['PUTU', 'MADE', 'GEDE'];

/** Names and words of their own that lie one letter from an order word. */
const OTHER_WORDS = new Set(
  'WAWAN WIYAN WAHAN WAYANG RAYAN AYAN WAYA NOMAN NORMAN KOMAN KADER KADEN KADES KETUA KETUS NENG'.split(' '),
);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Typing slips of birth-order words, to the word meant: one letter lost, doubled, replaced, inserted or two
 * exchanged. The first letter must be right and nothing may be appended, which keeps given names out.
 */
export const ORDER_MISSPELLINGS: ReadonlyMap<string, string> = new Map([
  ...LONG_WORDS.flatMap((word) => slipsOf(word).map((slip): [string, string] => [slip, word])),
  ...SHORT_WORDS.flatMap((word) => exchangesOf(word).map((slip): [string, string] => [slip, word])),
]);

function slipsOf(word: string): string[] {
  const slips = exchangesOf(word);
  for (let at = 1; at < word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at + 1);
    slips.push(before + after);
    for (const letter of LETTERS) slips.push(before + letter + after, before + letter + word.slice(at));
  }
  return slips.filter((slip) => slip !== word && !OTHER_WORDS.has(slip));
}

function exchangesOf(word: string): string[] {
  const slips: string[] = [];
  for (let at = 1; at + 1 < word.length; at++) {
    slips.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  }
  return slips.filter((slip) => slip !== word);
}
