import { type Measure, measure } from './measure.ts';

/** Contacts per mille from which a first-level facility has the best rating (Peraturan BPJS Kesehatan 7/2019). */
export const bestContactRatePerMille = 150;

/**
 * Contact rate (angka kontak) of a month: distinct people with a contact over registered participants. People are
 * counted once, however often they came; multiply the ratio by 1000 for the usual per mille.
 */
export function contactRate(personOfEachContact: Iterable<string>, registered: number): Measure {
  const people = new Set(personOfEachContact).size;
  return measure(
    'contact-rate',
    { id: 'people-with-a-contact', value: people },
    { id: 'registered-participants', value: registered },
  );
}
