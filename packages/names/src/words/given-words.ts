/** Spellings and abbreviations of frequent given names that folding the spelling cannot bring together. */
export const GIVEN_VARIANTS: ReadonlyMap<string, string> = new Map([
  ...pairs('MUHAMMAD', 'M MOH MUH MHD MOHD MUHD MOCH MUCH MOKH MUKH MHMD MUHAMMED MOHAMMED'),
  ...pairs('AHMAD', 'ACH AHMD'),
  ...pairs('ABDUL', 'ABD ABDL ABDOEL ABDUR'),
  ...pairs('NUR', 'NOOR NOER NR'),
  ...pairs('SITI', 'STI SITTI'),
  ...pairs('NURUL', 'NUROL NOERUL'),
  ...pairs('DIAH', 'DYAH DIYAH'),
  ...pairs('AGUS', 'AGS'),
]);

const MUHAMMAD = /^M[UO](?:H|CH|KH)A?M+[AE][DT]+$/;

/** True for the spellings of Muhammad: Mohammad, Mohamad, Muhamad, Mochamad, Mukhammad ... */
export function isMuhammad(word: string): boolean {
  return word.charCodeAt(0) === 77 && MUHAMMAD.test(word);
}

function pairs(canonical: string, variants: string): [string, string][] {
  return variants.split(' ').map((variant) => [variant, canonical]);
}
