export { foldSpelling } from './fold-spelling.ts';
export { splitRawName } from './split-raw-name.ts';
export type { BirthOrder, StandardToken, TokenRole } from './standard-token.ts';
export { type StandardName, standardiseName } from './standardise-name.ts';
export { standardiseToken } from './standardise-token.ts';
export { standardiseWords } from './standardise-words.ts';
export { titleInitials } from './title-initials.ts';
