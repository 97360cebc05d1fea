/** The letters of Windows-1252 between 0x80 and 0x9f that the demo uses; the rest equals Latin-1. */
const special = new Map([
  ['–', 0x96],
  ['—', 0x97],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['…', 0x85],
  ['€', 0x80],
]);

/** Bytes of a text in one of the encodings village files come in; what an encoding lacks becomes '?'. */
export function encodeText(text: string, encoding: 'utf8' | 'utf8-bom' | 'windows-1252'): Uint8Array {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf8-bom') return Buffer.from(`\uFEFF${text}`, 'utf8');
  return Uint8Array.from(text, (letter) => special.get(letter) ?? latin1(letter));
}

function latin1(letter: string): number {
  const code = letter.charCodeAt(0);
  return code < 256 ? code : 63;
}
