import { Problem } from './problem.ts';

declare const cardNumberBrand: unique symbol;

/** Number of a JKN card: 13 opaque digits; leading zeros count. */
export type CardNumber = string & { readonly [cardNumberBrand]: true };

/**
 * Reads a card number: 13 digits; space around it is dropped.
 * @throws Problem 'card-number-invalid'
 */
export function parseCardNumber(text: string): CardNumber {
  const trimmed = text.trim();
  if (!isCardNumber(trimmed)) throw new Problem('card-number-invalid');
  return trimmed;
}

/** True for 13 digits. */
export function isCardNumber(text: string): text is CardNumber {
  return /^\d{13}$/.test(text);
}
