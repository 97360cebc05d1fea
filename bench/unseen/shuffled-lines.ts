import type { CsvFile } from './csv-file.ts';
import type { Random } from './random.ts';

const BLOCK = 1 << 25;

/** Lines kept as bytes until all are known, then written in random order (a card's place tells nothing). */
export class ShuffledLines {
  readonly #blocks: Buffer[] = [];
  #used = BLOCK;
  #starts = new Float64Array(1 << 16);
  count = 0;

  add(line: string): void {
    if (this.#used + line.length * 3 > BLOCK) {
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
      this.#used = 0;
    }
    if (this.count + 1 >= this.#starts.length / 2) {
      const more = new Float64Array(this.#starts.length * 2);
      more.set(this.#starts);
      this.#starts = more;
    }
    const block = this.#blocks.length - 1;
    const size = (this.#blocks[block] as Buffer).write(line, this.#used, 'utf8');
    this.#starts[this.count * 2] = block * BLOCK + this.#used;
    this.#starts[this.count * 2 + 1] = size;
    this.#used += size;
    this.count++;
  }

  writeTo(file: CsvFile, random: Random): void {
    const order = new Uint32Array(this.count);
    for (let i = 0; i < this.count; i++) order[i] = i;
    for (let i = this.count - 1; i > 0; i--) {
      const j = random.int(i + 1);
      const keep = order[i] as number;
      order[i] = order[j] as number;
      order[j] = keep;
    }
    for (let i = 0; i < this.count; i++) {
      const line = order[i] as number;
      const start = this.#starts[line * 2] as number;
      const block = this.#blocks[Math.floor(start / BLOCK)] as Buffer;
      const from = start % BLOCK;
      file.writeBytes(block.subarray(from, from + (this.#starts[line * 2 + 1] as number)));
    }
  }
}
