const DIGIT = /[0-9]/;

/**
 * A word of a name without digits, which names cannot have (Permendagri 73/2022): 0 for O and 1 for I between
 * letters are typing slips and become letters, other digits are dropped. '' when nothing is left.
 */
export function stripDigits(word: string): string {
  if (!DIGIT.test(word)) return word;
  return word
    .replace(/(?<=[A-Z])0(?=[A-Z])/g, 'O')
    .replace(/(?<=[A-Z])1(?=[A-Z])/g, 'I')
    .replace(/[0-9]/g, '');
}
