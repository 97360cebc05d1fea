import type { Calendar } from '../chance/calendar.ts';
import type { CsvBuffer } from '../output/csv-buffer.ts';
import type { Household, Person, SplitNumber } from '../people/person.ts';
import type { Village } from '../places/branch-places.ts';
import { writeNumber, writePhone } from './member-row.ts';

/** The number a village gives a resident: its code, a dash and a running number. */
export function writeResidentId(rows: CsvBuffer, village: Village, running: number): void {
  rows.text(village.undotted);
  rows.text('-');
  rows.digits(running, 6);
}

/**
 * Appends a row to the resident file.
 * @param nik as the village wrote it; head 0 for none
 * @param name as the village wrote it
 */
export function writeResident(
  rows: CsvBuffer,
  household: Household,
  person: Person,
  village: Village,
  running: number,
  nik: SplitNumber,
  name: string,
  calendar: Calendar,
): void {
  writeResidentId(rows, village, running);
  rows.comma();
  writeNumber(rows, nik);
  rows.comma();
  writeNumber(rows, household.kk);
  rows.comma();
  if (village.capitals) rows.upper(name);
  else rows.text(name);
  rows.comma();
  rows.text(person.sex === 0 ? 'L' : 'P');
  rows.comma();
  rows.text(person.birthplace);
  rows.comma();
  rows.text(calendar.iso[person.born] as string);
  rows.comma();
  rows.text(village.code);
  rows.comma();
  rows.text(household.banjar);
  rows.comma();
  rows.text(household.address);
  rows.comma();
  rows.text(person.relation);
  rows.comma();
  rows.text(person.occupation);
  rows.comma();
  writePhone(rows, person.phone);
  rows.end();
}
