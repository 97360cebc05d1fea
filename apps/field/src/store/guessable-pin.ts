/** True for PINs that are tried first: one digit again and again, digits in a row, a pair or three repeated. */
export function isGuessable(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, i) => (digit - (digits[i] ?? 0) + 10) % 10));
  if (steps.size <= 1 && ['0', '1', '9'].includes(String([...steps][0] ?? 0))) return true;
  return [2, 3].some(
    (length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length),
  );
}
