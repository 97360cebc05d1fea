import type { Calendar } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import type { HouseholdMaker } from '../people/household-maker.ts';
import type { Household, Person } from '../people/person.ts';
import type { MemberRegister } from './member-register.ts';
import { rates } from './rates.ts';

/**
 * Cards that belong to no resident, near the households they come from: people who died, who left alone
 * or with everybody, and who only work here. Refills `household`.
 */
export function addStrangers(
  household: Household,
  maker: HouseholdMaker,
  members: MemberRegister,
  random: Random,
  calendar: Calendar,
): void {
  const size = household.size;
  if (random.chance(rates.dead)) {
    const age = Math.min(random.bell(70, 13), 99);
    addOne(
      household,
      maker,
      members,
      household.add('ORANG TUA', random.below(2), calendar.yearsAgo(age)),
      'dead',
    );
  }
  if (random.chance(rates.leftAlone)) {
    const born = calendar.yearsAgo(Math.max(1, random.bell(28, 7)));
    addOne(household, maker, members, household.add('ANAK', random.below(2), born), 'left');
  }
  household.size = size;
  if (random.chance(rates.leftTogether)) {
    maker.make(household, household.village, 20);
    members.startStrangers(household);
    for (let i = 0; i < household.size; i++)
      members.addStranger(household, household.people[i] as Person, 'left');
  }
  if (random.chance(rates.elsewhere)) {
    household.size = 0;
    household.segment = 'PPU_BU';
    const worker = household.add('KEPALA KELUARGA', random.below(2), calendar.yearsAgo(random.bell(33, 6)));
    members.startStrangers(household);
    addOne(household, maker, members, worker, 'elsewhere');
  }
}

function addOne(
  household: Household,
  maker: HouseholdMaker,
  members: MemberRegister,
  person: Person,
  kind: 'dead' | 'left' | 'elsewhere',
): void {
  maker.complete(household, person, 1, 0);
  members.addStranger(household, person, kind);
}
