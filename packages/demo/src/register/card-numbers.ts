/**
 * Card numbers: 13 digits that look unordered and never repeat. A counter goes through a Feistel network
 * over two halves of five digits, which is a permutation of the numbers below 10^10.
 */
export class CardNumbers {
  private readonly key: number;
  private count = 0;

  constructor(seed: number) {
    this.key = seed | 0;
  }

  /** How many were issued. */
  get issued(): number {
    return this.count;
  }

  /** The next number, below 10^10: the last ten of the thirteen digits. */
  next(): number {
    let left = Math.floor(this.count / 100000) % 100000;
    let right = this.count % 100000;
    this.count++;
    for (let round = 1; round <= 4; round++) {
      const mixed = Math.imul(right ^ (this.key + round * 0x9e3779b9), 0x85ebca6b) >>> 0;
      const next = (left + ((mixed ^ (mixed >>> 15)) >>> 0)) % 100000;
      left = right;
      right = next;
    }
    return left * 100000 + right;
  }
}
