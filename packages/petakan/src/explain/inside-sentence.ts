/** Words as they stand inside a sentence; abbreviations such as NIK and KK stay as they are. */
export function insideSentence(text: string): string {
  return /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
