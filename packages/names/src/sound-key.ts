/**
 * A looser form of a folded word for finding and forgiving what foldSpelling keeps apart: i/y and u/w as
 * glides (Widiantari/Widyantari), e/i and o/u (Sukerti/Sukirti, Komala/Kumala), a silent h and final ng/n. Equal keys make two words similar, not equal.
 */
export function soundKey(folded: string): string {
  return folded
    .replace(/[YE]/g, 'I')
    .replace(/[WO]/g, 'U')
    .replace(/H/g, '')
    .replace(/NG$/, 'N')
    .replace(/([A-Z])\1+/g, '$1');
}
