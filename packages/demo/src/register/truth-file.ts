import type { CsvFile } from '../output/csv-file.ts';
import type { Village } from '../places/branch-places.ts';
import { writeResidentId } from './resident-row.ts';

/** Header of the truth file. */
export const truthColumns = ['no_penduduk', 'no_kartu', 'kind'] as const;

/**
 * What a row of the truth says:
 * - linked: this resident holds this card;
 * - uncovered: this resident holds none (no_kartu empty);
 * - duplicate: a second card of this resident;
 * - resident-again: the person of another row, listed in a second village, with the card of that person;
 * - dead, left, elsewhere: a card nobody in the resident file holds (no_penduduk empty): the member died,
 *   moved away, or never lived here and only works here.
 */
export type TruthKind =
  | 'linked'
  | 'uncovered'
  | 'duplicate'
  | 'resident-again'
  | 'dead'
  | 'left'
  | 'elsewhere';

/** How many rows of each kind were written. */
export type TruthCounts = Record<TruthKind, number>;

/** The answer sheet of a branch. */
export class TruthFile {
  readonly counts: TruthCounts = {
    linked: 0,
    uncovered: 0,
    duplicate: 0,
    'resident-again': 0,
    dead: 0,
    left: 0,
    elsewhere: 0,
  };
  readonly file: CsvFile;

  constructor(file: CsvFile) {
    this.file = file;
  }

  /**
   * Appends a row.
   * @param village of the resident; undefined for a card that belongs to no resident
   * @param card last ten digits of the card number; -1 for none
   */
  write(kind: TruthKind, village: Village | undefined, running: number, card: number): void {
    const { rows } = this.file;
    this.counts[kind]++;
    if (village !== undefined) writeResidentId(rows, village, running);
    rows.comma();
    if (card >= 0) rows.digits(card, 13);
    rows.comma();
    rows.text(kind);
    rows.end();
  }
}
