import type { SyncEvent } from '@jangkau/sync';
import type { FieldApp } from '../app/field-app.ts';
import type { PackPerson } from './field-pack.ts';

/** The first fact of a case about a resident of the pack. */
export function openCase(app: FieldApp, person: PackPerson): SyncEvent {
  return app.event(app.newId(), 'opened', {
    reason:
      person.status === 'arrears'
        ? 'inactive-arrears'
        : person.status === 'lapsed'
          ? 'inactive-lapsed'
          : 'by-hand',
    run: null,
    probability: null,
    subject: {
      residentNo: person.residentNo,
      memberId: null,
      name: person.name,
      sex: person.sex,
      born: person.born,
      area: person.area,
      banjar: person.banjar,
      address: person.address,
      householdKey: person.householdKey,
      segment: person.segment,
      class: null,
      arrearsMonths: null,
    },
  });
}
