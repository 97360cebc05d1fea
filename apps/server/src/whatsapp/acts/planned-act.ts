import type { FacilityChangeRule, FacilityException, MembershipAct } from '@jangkau/contracts';
import { maskCard } from '@jangkau/kernel';
import { classChange, facilityChange, isSelfPaying, parseDate, type Segment } from '@jangkau/membership';
import {
  classChosenOn,
  type Db,
  type FamilyPerson,
  facilityChosenOn,
  familyOfMember,
  type OpenItem,
  otherCardsOf,
  rulesOn,
} from '@jangkau/store';
import { referenceOf } from '../request-number.ts';
import { actOfService } from './act-of-service.ts';

const nothing: MembershipAct = {
  kind: null,
  refused: null,
  from: null,
  effectiveOn: null,
  people: [],
  field: null,
  value: null,
  exception: null,
  rule: null,
};

/** What carrying a request out would do today. People out of reach are not among those it may be about. */
export async function plannedAct(
  db: Db,
  item: OpenItem,
  { today, rule }: { today: string; rule: FacilityChangeRule },
): Promise<MembershipAct> {
  const kind = actOfService(item.service);
  if (kind === null) return nothing;
  const act = { ...nothing, kind };
  if (item.memberId === null) return { ...act, refused: 'member-unknown' };
  const family = await familyOfMember(db, item.memberId);
  const own = family.find(({ memberId }) => memberId === item.memberId);
  if (!own) return { ...act, refused: 'member-unknown' };
  const { answers } = item;
  switch (kind) {
    case 'class':
      return { ...act, ...(await plannedClass(db, own, family, today)), value: answers.class ?? null };
    case 'facility': {
      const asked = answers.whom === 'all' ? family : [own];
      const chosen = await facilityChosenOn(
        db,
        asked.map(({ memberId }) => memberId),
        referenceOf(item.id),
      );
      const exception = exceptionOf(answers.exception, rule);
      const people = asked.map((one) => {
        const last = chosen.get(one.memberId);
        const change = facilityChange(parseDate(today), last ? parseDate(last) : undefined, rule.months);
        return { ...personView(one), allowedFrom: change.allowed ? null : change.allowedFrom.toString() };
      });
      const late = people.map(({ allowedFrom }) => allowedFrom).filter((from) => from !== null);
      return {
        ...act,
        people,
        refused: late.length === people.length && exception === null ? 'too-soon' : null,
        from: late.sort()[0] ?? null,
        effectiveOn: facilityChange(parseDate(today)).effectiveFrom.toString(),
        value: answers.facility ?? null,
        exception,
        rule,
      };
    }
    case 'death':
      return { ...act, people: family.map(personView), value: answers.died ?? null };
    case 'identity':
      return {
        ...act,
        people: [personView(own)],
        field: answers.field ?? null,
        value: answers.value ?? null,
      };
    case 'duplicate': {
      const others = await otherCardsOf(db, item.memberId);
      // Either card may be the one that goes.
      const people = [own, ...others].map(personView);
      return { ...act, people, refused: others.length === 0 ? 'nobody' : null };
    }
  }
}

async function plannedClass(
  db: Db,
  own: FamilyPerson,
  family: readonly FamilyPerson[],
  today: string,
): Promise<Pick<MembershipAct, 'refused' | 'from' | 'effectiveOn' | 'people'>> {
  const pays = family.filter(({ segment, active }) => active && isSelfPaying(segment as Segment));
  const people = pays.map(personView);
  if (!isSelfPaying(own.segment as Segment))
    return { refused: 'not-self-paying', from: null, effectiveOn: null, people: [] };
  const { refusedFor, allowedFrom, effectiveFrom } = classChange(
    {
      askedOn: parseDate(today),
      chosenOn: parseDate((await classChosenOn(db, own.memberId)) ?? '2014-01-01'),
      arrearsMonths: Math.max(0, ...family.map(({ arrearsMonths }) => arrearsMonths)),
    },
    (await rulesOn(db, today)).membership,
  );
  return {
    refused: refusedFor ?? (pays.length === 0 ? 'nobody' : null),
    from: refusedFor === 'too-soon' ? allowedFrom.toString() : null,
    effectiveOn: effectiveFrom.toString(),
    people,
  };
}

/** The exception that was claimed, as far as the branch allows it. */
function exceptionOf(claimed: string | undefined, rule: FacilityChangeRule): FacilityException | null {
  return rule.exceptions.find((one) => one === claimed) ?? null;
}

function personView(person: FamilyPerson): MembershipAct['people'][number] {
  const { memberId, name, born, card, active } = person;
  return { memberId, name, born, card: maskCard(card), active, allowedFrom: null };
}
