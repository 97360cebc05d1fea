import type { Village } from './areas.ts';
import type { BirthDate } from './birth-date.ts';
import type { CardNumbers, SerialNumbers } from './numbers.ts';
import type { Culture, PersonName } from './person-name.ts';
import type { Random } from './random.ts';
import type { Rates } from './rates.ts';

export type Relation =
  | 'KEPALA KELUARGA'
  | 'ISTRI'
  | 'SUAMI'
  | 'ANAK'
  | 'ORANG TUA'
  | 'MENANTU'
  | 'CUCU'
  | 'FAMILI LAIN';

/** A real person with the facts as they are, before any register writes them down. */
export interface Person {
  woman: boolean;
  born: BirthDate;
  age: number;
  name: PersonName;
  /** The name as one line. */
  text: string;
  nik: string;
  relation: Relation;
  phone: string;
  birthplace: string;
  /** Circumstances that make the person hard to link: twin, same given names as a sibling, ... */
  traits: string[];
}

/** A family card: the people who share its number and address. */
export interface Household {
  village: Village;
  banjar: string;
  address: string;
  kk: string;
  /** The number of the card before this one. */
  oldKk: string;
  culture: Culture;
  migrant: boolean;
  phone: string;
  people: Person[];
}

/** What everything drawn needs: the stream of chance, the day, the number ranges, the places, the fault rates. */
export interface World {
  random: Random;
  asOf: BirthDate;
  niks: SerialNumbers;
  kks: SerialNumbers;
  villages: readonly Village[];
  cards: CardNumbers;
  rates: Rates;
}
