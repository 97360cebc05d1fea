import type { Calendar } from '../chance/calendar.ts';
import type { CsvBuffer } from '../output/csv-buffer.ts';
import type { ShuffledCsvFile } from '../output/shuffled-csv-file.ts';
import type { Segment, SplitNumber } from '../people/person.ts';

/** One row of the member file, filled again for each member. */
export class MemberRow {
  /** Last ten digits of the card number. */
  card = 0;
  /** Head 0 for none. */
  readonly nik: SplitNumber = { head: 0, serial: 0 };
  /** Text in place of a NIK, such as '0000000000000000'; '' to use `nik`. */
  nikText = '';
  /** Head 0 for none. */
  readonly kk: SplitNumber = { head: 0, serial: 0 };
  name = '';
  capitals = true;
  /** 0 man, 1 woman, 2 not said. */
  sex = 0;
  /** Calendar day, -1 for none. */
  born = 0;
  village = '';
  address = '';
  segment: Segment = 'PBI_APBN';
  roomClass = 3;
  active = true;
  phone = 0;

  /** Appends the row to the member file. */
  write(file: ShuffledCsvFile, calendar: Calendar): void {
    const { rows } = file;
    rows.digits(this.card, 13);
    rows.comma();
    if (this.nikText !== '') rows.text(this.nikText);
    else writeNumber(rows, this.nik);
    rows.comma();
    writeNumber(rows, this.kk);
    rows.comma();
    if (this.capitals) rows.upper(this.name);
    else rows.text(this.name);
    rows.comma();
    if (this.sex < 2) rows.text(this.sex === 0 ? 'L' : 'P');
    rows.comma();
    if (this.born >= 0) rows.text(calendar.iso[this.born] as string);
    rows.comma();
    rows.text(this.village);
    rows.comma();
    if (this.capitals) rows.upper(this.address);
    else rows.text(this.address);
    rows.comma();
    rows.text(this.segment);
    rows.comma();
    rows.digits(this.roomClass, 1);
    rows.comma();
    rows.text(this.active ? 'AKTIF' : 'NONAKTIF');
    rows.comma();
    writePhone(rows, this.phone);
    file.endRow();
  }
}

/** A 16-digit number, or nothing when its head is 0. */
export function writeNumber(rows: CsvBuffer, number: SplitNumber): void {
  if (number.head === 0) return;
  rows.digits(number.head, 12);
  rows.digits(number.serial, 4);
}

/** A mobile number with its leading zero, or nothing when it is 0. */
export function writePhone(rows: CsvBuffer, phone: number): void {
  if (phone === 0) return;
  rows.text('0');
  rows.digits(phone, 1);
}
