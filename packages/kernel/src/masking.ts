/**
 * What is left of a person's numbers when they are shown: the one place that decides it. NIK and KK keep at
 * most the first six and the last two digits, phones the last three, cards the last four (UU 27/2022 Art 16:
 * no more than the purpose needs). A number too short to hide anything in is hidden whole.
 */
const HIDDEN = '*';

/** A NIK for screens and files: '5171014507900000' -> '517101********00'. */
export function maskNik(nik: string): string {
  return keepEnds(digitsOf(nik), 6, 2);
}

/** A family card number: as a NIK, the first six (district) and the last two digits. */
export function maskKk(kk: string): string {
  return keepEnds(digitsOf(kk), 6, 2);
}

/** A phone number: its last three digits, without plus sign or spaces: '+62 812-3456-7890' -> '**********890'. */
export function maskPhone(phone: string): string {
  return keepEnds(digitsOf(phone), 0, 3);
}

/** A JKN card number: its last four digits. */
export function maskCard(card: string): string {
  return keepEnds(digitsOf(card), 0, 4);
}

/**
 * The number a village gives a resident. Villages' own short numbers ('P0000017') say nothing and stay; some
 * registers use the NIK or another long number, which is masked.
 */
export function maskRegisterNumber(id: string): string {
  return digitsOf(id).length >= LONG ? maskNumber(digitsOf(id)) : id;
}

/**
 * Free text (a note, an address, a row set aside) with every long number in it masked, however it is spaced.
 * Area codes with their dots and the ids of rows stay as they are.
 */
export function maskNumbersIn(text: string): string {
  return text.replace(NUMBER_IN_TEXT, (found) =>
    ROW_ID.test(found) || DOTTED_AREA.test(found) ? found : maskNumber(digitsOf(found)),
  );
}

/** True when a text holds a number long enough to be a person's: it has no place in an address or a log. */
export function holdsPersonNumber(text: string): boolean {
  return maskNumbersIn(text) !== text;
}

/** Shorter numbers are house numbers, years and counts. */
const LONG = 9;
const NUMBER_IN_TEXT = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\+?\d(?:[ .-]?\d){8,}/gi;
const ROW_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-/i;
const DOTTED_AREA = /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/;

function maskNumber(digits: string): string {
  if (digits.length === 16) return maskNik(digits);
  return digits.length === 13 && digits.startsWith('000') ? maskCard(digits) : maskPhone(digits);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** At least half of the digits are hidden, whatever the rule would keep. */
function keepEnds(digits: string, first: number, last: number): string {
  if (digits.length < 2 * (first + last)) return HIDDEN.repeat(digits.length);
  return digits.slice(0, first) + HIDDEN.repeat(digits.length - first - last) + digits.slice(-last);
}
