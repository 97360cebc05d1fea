import { expect, test } from 'vitest';
import { Calendar } from '../chance/calendar.ts';
import { Random } from '../chance/random.ts';
import { BranchPlaces, type Village } from '../places/branch-places.ts';
import { HouseholdMaker } from './household-maker.ts';
import { NumberIssuer } from './number-issuer.ts';
import { Household, type Person } from './person.ts';

const calendar = new Calendar('2026-10-31');
const places = await BranchPlaces.load(1000000, 4);

/** Makes households of one regency and shows each to `look`. */
function households(regency: string, count: number, look: (household: Household) => void): void {
  const random = new Random(4, 2);
  const maker = new HouseholdMaker({
    random,
    calendar,
    places,
    issuer: new NumberIssuer(calendar, places.origins),
  });
  const villages = places.villages.filter(({ code }) => code.startsWith(regency));
  const household = new Household(villages[0] as Village);
  for (let i = 0; i < count; i++) {
    maker.make(household, villages[i % villages.length] as Village, 99);
    look(household);
  }
}
const years = (days: number) => days / 365.25;

test('roles and ages fit together', () => {
  households('51.02', 4000, (household) => {
    const people = household.people.slice(0, household.size);
    const head = people[0] as Person;
    expect(head.relation).toBe('KEPALA KELUARGA');
    expect(people.filter(({ relation }) => relation === 'KEPALA KELUARGA')).toHaveLength(1);
    expect(years(calendar.today - head.born)).toBeGreaterThan(17);
    for (const person of people) {
      expect(person.born).toBeLessThanOrEqual(calendar.today);
      expect(person.name.length).toBeGreaterThan(1);
      if (person.relation === 'ISTRI' || person.relation === 'MENANTU') expect(person.sex).toBe(1);
      if (person.relation === 'ORANG TUA') expect(years(head.born - person.born)).toBeGreaterThan(14);
      const wife = people.find(({ relation }) => relation === 'ISTRI');
      if (person.relation === 'ANAK' && wife) expect(years(person.born - wife.born)).toBeGreaterThan(16.5);
    }
  });
});

test('three generations and twins occur', () => {
  let threeGenerations = 0;
  let twins = 0;
  households('51.02', 4000, (household) => {
    const people = household.people.slice(0, household.size);
    if (people.some(({ relation }) => relation === 'CUCU' || relation === 'ORANG TUA')) threeGenerations++;
    const children = people.filter(({ relation }) => relation === 'ANAK' || relation === 'CUCU');
    const births = new Set(children.map(({ born, mother }) => `${born} ${mother}`));
    if (births.size < children.length) twins++;
  });
  expect(threeGenerations / 4000).toBeGreaterThan(0.2);
  expect(twins / 4000).toBeGreaterThan(0.005);
  expect(twins / 4000).toBeLessThan(0.03);
});

test.each([
  ['51.71', 0.34],
  ['51.03', 0.21],
  ['51.02', 0.1],
])('in %s about %f of households are not Balinese', (regency, share) => {
  let migrants = 0;
  households(regency, 5000, (household) => {
    if (household.culture !== 'balinese') migrants++;
  });
  expect(Math.abs(migrants / 5000 - share)).toBeLessThan(0.025);
});

test('about 15 % of Balinese households carry a title, and wives keep their names', () => {
  let titled = 0;
  let balinese = 0;
  let sameName = 0;
  households('51.03', 5000, (household) => {
    if (household.culture !== 'balinese') return;
    balinese++;
    if (household.wangsa !== 'jaba') titled++;
    const [head, wife] = household.people as [Person, Person];
    if (wife.relation === 'ISTRI' && wife.name.split(' ').at(-1) === head.name.split(' ').at(-1)) sameName++;
  });
  expect(Math.abs(titled / balinese - 0.15)).toBeLessThan(0.025);
  expect(sameName / balinese).toBeLessThan(0.02);
});
