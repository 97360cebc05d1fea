import type { ExitKind } from '@jangkau/pesiar';
import type { FieldCase, FieldDesk } from '../people/field-desk.ts';
import type { DraftPerson } from './visit-draft.ts';

/** Relations as registers write them. */
const relations: readonly [RegExp, DraftPerson['relation']][] = [
  [/kepala/i, 'head'],
  [/istri|suami/i, 'spouse'],
  [/anak/i, 'child'],
  [/orang ?tua|mertua/i, 'parent'],
];

/**
 * Who can be on the form: the person alone, or everyone of the family card when the family pays for itself
 * (Peraturan BPJS Kesehatan 4/2014 Pasal 2). Whoever is covered is listed and left off.
 */
export function peopleOf(desk: FieldDesk, one: FieldCase, exit: ExitKind | null): DraftPerson[] {
  const { subject } = one.state;
  const household = desk.households.find(({ cases }) => cases.includes(one));
  const whole = exit === 'pbpu';
  const family = (household?.people ?? []).map((person): DraftPerson => {
    const covered = person.status === 'active' ? (person.segment ?? 'JKN') : null;
    return {
      residentNo: person.residentNo,
      name: person.name,
      sex: person.sex,
      born: person.born,
      relation: relations.find(([words]) => words.test(person.relation ?? ''))?.[1] ?? 'other',
      coveredIn: covered,
      chosen: covered === null && (whole || person.residentNo === subject.residentNo),
    };
  });
  if (family.some(({ residentNo }) => residentNo === subject.residentNo)) return family;
  const { residentNo, name, sex, born } = subject;
  return [{ residentNo, name, sex, born, relation: 'other', coveredIn: null, chosen: true }, ...family];
}
