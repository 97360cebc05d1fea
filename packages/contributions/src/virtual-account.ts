import type { CardNumber } from '@jangkau/kernel';

/** Banks by the two ways their virtual account numbers begin. */
export type VirtualAccountBank = 'mandiri' | 'bri' | 'bni' | 'btn' | 'bca';

/** `last-eleven` is the published recipe, `last-ten` the one of the Denpasar branch. */
export type VirtualAccountRecipe = 'last-eleven' | 'last-ten';

/**
 * Virtual account of a household for one member's card, 16 digits: 88888 (89888 at Bank Mandiri) and the last eleven
 * digits of the card; the Denpasar branch writes 888880 and the last ten. They are equal only when the third digit
 * of the card is 0.
 */
export function virtualAccount(
  card: CardNumber,
  { bank = 'bri', recipe = 'last-eleven' }: { bank?: VirtualAccountBank; recipe?: VirtualAccountRecipe } = {},
): string {
  const prefix = prefixOf(bank);
  return recipe === 'last-eleven' ? prefix + card.slice(-11) : `${prefix}0${card.slice(-10)}`;
}

/** Whether both recipes give the same number for a card. */
export function recipesAgree(card: CardNumber): boolean {
  return card[2] === '0';
}

/** Virtual account of an employer, 16 digits: 88888900 (89888900 at Bank Mandiri) and its eight-digit code. */
export function employerVirtualAccount(employerCode: string, bank: VirtualAccountBank = 'bri'): string {
  if (!/^\d{8}$/.test(employerCode)) throw new RangeError('an employer code has eight digits');
  return `${prefixOf(bank)}900${employerCode}`;
}

/** Whom a virtual account number may stand for. */
export interface VirtualAccountReading {
  /** Digits the card of the household may end in. */
  readonly cardEndings: readonly string[];
  /** Code of the employer it would be; a card with 900 in the third place gives the same number. */
  readonly employerCode: string | null;
}

/** What a virtual account number can stand for; undefined when it is none of ours. */
export function readVirtualAccount(number: string): VirtualAccountReading | undefined {
  const rest = /^8[89]888(\d{11})$/.exec(number)?.[1];
  if (rest === undefined) return undefined;
  return {
    // By the branch's recipe the digit before the last ten is always 0 and says nothing about the card.
    cardEndings: rest.startsWith('0') ? [rest, rest.slice(1)] : [rest],
    employerCode: rest.startsWith('900') ? rest.slice(3) : null,
  };
}

function prefixOf(bank: VirtualAccountBank): string {
  return bank === 'mandiri' ? '89888' : '88888';
}
