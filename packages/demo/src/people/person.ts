import type { Wangsa } from '../names/balinese-name.ts';
import type { Culture } from '../names/culture.ts';
import type { Village } from '../places/branch-places.ts';

/** Place in the household as the family card prints it. */
export type Relation =
  | 'KEPALA KELUARGA'
  | 'SUAMI'
  | 'ISTRI'
  | 'ANAK'
  | 'MENANTU'
  | 'CUCU'
  | 'ORANG TUA'
  | 'MERTUA'
  | 'FAMILI LAIN';

/** A 16-digit number in two parts: the first twelve digits and the serial of four. */
export interface SplitNumber {
  head: number;
  serial: number;
}

/** Somebody who exists, or did: in the village register, in the member file, or in both. Days are calendar days. */
export class Person {
  relation: Relation = 'KEPALA KELUARGA';
  /** 0 man, 1 woman. */
  sex = 0;
  born = 0;
  name = '';
  /** Naming habit; a spouse may come from another one than the household. */
  culture: Culture = 'balinese';
  /** Birth order, 0 when unknown. */
  order = 0;
  birthplace = '';
  /** First twelve digits of the NIK and its serial; head 0 while none has been issued. */
  nik: SplitNumber = { head: 0, serial: 0 };
  /** The date the NIK was issued for; differs from `born` when the birth date was corrected later. */
  nikBorn = 0;
  /** Name of the mother, '' when she is not in the household. */
  mother = '';
  occupation = '';
  /** National number without the leading zero, 0 for none. */
  phone = 0;
}

/** Who pays for most of a household. */
export type Segment = 'PBI_APBN' | 'PBPU_PEMDA' | 'PPU_PN' | 'PPU_BU' | 'PBPU' | 'BP';

/** People on one family card. The same object is filled again for the next household. */
export class Household {
  readonly people: Person[] = Array.from({ length: 32 }, () => new Person());
  /** How many of `people` count. */
  size = 0;
  kk: SplitNumber = { head: 0, serial: 0 };
  culture: Culture = 'balinese';
  wangsa: Wangsa = 'jaba';
  family = '';
  segment: Segment = 'PBI_APBN';
  banjar = '';
  address = '';
  /** Came from elsewhere within memory of the registers. */
  migrant = false;
  village: Village;

  constructor(village: Village) {
    this.village = village;
  }

  /** The next person to fill, with nothing left over from an earlier household. */
  add(relation: Relation, sex: number, born: number): Person {
    const person = this.people[this.size] ?? new Person();
    this.people[this.size++] = person;
    person.relation = relation;
    person.sex = sex;
    person.born = born;
    person.name = '';
    person.culture = this.culture;
    person.order = 0;
    person.nik.head = 0;
    person.nik.serial = 0;
    person.mother = '';
    person.phone = 0;
    return person;
  }
}
