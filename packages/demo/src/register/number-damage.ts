import type { Random } from '../chance/random.ts';
import type { SplitNumber } from '../people/person.ts';

/** Changes one digit of a 16-digit number in place. */
export function slipDigit(number: SplitNumber, random: Random): void {
  const place = random.below(16);
  const part = place < 4 ? 'serial' : 'head';
  const power = 10 ** (place < 4 ? place : place - 4);
  const digit = Math.floor(number[part] / power) % 10;
  number[part] += (((digit + random.between(1, 9)) % 10) - digit) * power;
}

/** Swaps two neighbouring digits that differ; falls back to a changed digit. */
export function transposeDigits(number: SplitNumber, random: Random): void {
  for (let attempt = 0; attempt < 8; attempt++) {
    const place = random.below(14);
    const part = place < 3 ? 'serial' : 'head';
    const power = 10 ** (place < 3 ? place : place - 3);
    const low = Math.floor(number[part] / power) % 10;
    const high = Math.floor(number[part] / (power * 10)) % 10;
    if (low === high) continue;
    number[part] += (low - high) * power * 10 + (high - low) * power;
    return;
  }
  slipDigit(number, random);
}

/** Loses the last digit as spreadsheets do, which keep fifteen. */
export function loseLastDigit(number: SplitNumber): void {
  number.serial -= number.serial % 10;
}
