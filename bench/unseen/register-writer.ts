import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CsvFile } from './csv-file.ts';
import { cardLine, MEMBER_HEADER, type MemberCard } from './member-card.ts';
import type { Random } from './random.ts';
import { RESIDENT_HEADER } from './resident-row.ts';
import { ShuffledLines } from './shuffled-lines.ts';

/** Writes residents.csv, members.csv (in random order), truth.csv and faults.csv into a directory. */
export class RegisterWriter {
  readonly #out: string;
  readonly #members = new ShuffledLines();
  readonly #residents: CsvFile;
  readonly #truth: CsvFile;
  readonly #faults: CsvFile;

  constructor(out: string) {
    mkdirSync(out, { recursive: true });
    this.#out = out;
    this.#residents = new CsvFile(join(out, 'residents.csv'), RESIDENT_HEADER);
    this.#truth = new CsvFile(join(out, 'truth.csv'), 'no_penduduk,no_kartu,kind\n');
    this.#faults = new CsvFile(join(out, 'faults.csv'), 'no_penduduk,no_kartu,faults\n');
  }

  get members(): number {
    return this.#members.count;
  }

  /** A resident and the card that is theirs, if any. */
  resident(id: string, line: string, card: MemberCard | undefined, faults: readonly string[]): void {
    this.#residents.write(line);
    this.#truth.write(`${id},${card?.card ?? ''},link\n`);
    if (card) this.#members.add(cardLine(card));
    if (faults.length > 0) this.#faults.write(`${id},${card?.card ?? ''},${faults.join(' ')}\n`);
  }

  /** One more card of a covered resident. */
  duplicate(id: string, card: MemberCard): void {
    this.#members.add(cardLine(card));
    this.#truth.write(`${id},${card.card},duplicate\n`);
    this.#faults.write(`${id},${card.card},${['second-card', ...card.faults].join(' ')}\n`);
  }

  /** A card of nobody in the register of residents. */
  stray(why: string, card: MemberCard): void {
    this.#members.add(cardLine(card));
    this.#faults.write(`,${card.card},${[why, ...card.faults].join(' ')}\n`);
  }

  close(random: Random): void {
    const members = new CsvFile(join(this.#out, 'members.csv'), MEMBER_HEADER);
    this.#members.writeTo(members, random);
    for (const file of [members, this.#residents, this.#truth, this.#faults]) file.close();
  }
}
