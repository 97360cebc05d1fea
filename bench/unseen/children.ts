import { dateAtAge, person } from './person.ts';
import { balineseGiven, fullName, orderWord } from './person-name.ts';
import { type Random, Weighted } from './random.ts';
import type { Household, Person, Relation, World } from './world.ts';

const CHILDREN = new Weighted([
  [1, 30],
  [2, 43],
  [3, 20],
  [4, 6],
  [5, 1],
] as const);

/** Adds the children still at home, with twins, shared given names and sons named after fathers. */
export function addChildren(
  world: World,
  household: Household,
  motherAge: number,
  father: Person | undefined,
  relation: Relation,
): void {
  const { random } = world;
  const wanted = CHILDREN.draw(random);
  let ageOfMother = 18 + random.int(8) + random.int(8);
  const shared = random.chance(0.07);
  let elder: Person | undefined;
  for (let position = 1; position <= wanted && ageOfMother <= motherAge; position++) {
    const age = motherAge - ageOfMother;
    ageOfMother += 1 + random.int(3) + random.int(4);
    if (age > 22 && random.chance(Math.min(0.95, (age - 20) * 0.09))) continue;
    const child = person(world, household, random.chance(0.487), dateAtAge(world, age), position);
    child.relation = relation;
    if (!child.woman) nameAfter(child, father, random, 0.05);
    if (shared && elder && elder.woman === child.woman) {
      child.name = {
        ...child.name,
        marker: elder.name.marker,
        given: elder.name.given,
        after: '',
        before: '',
      };
      rename(child, 'sibling-same-given');
      elder.traits.push('sibling-same-given');
    }
    household.people.push(child);
    elder = child;
    if (random.chance(0.0105)) household.people.push(twinOf(world, household, child, position));
  }
}

/** Names a son (some of the time) after his father: the same given names, or the same last one. */
export function nameAfter(child: Person, father: Person | undefined, random: Random, p: number): void {
  if (!father || !random.chance(p)) return;
  const own = child.name.given;
  const given =
    random.chance(0.5) && own.length > 1
      ? [own[0] as string, father.name.given.at(-1) as string]
      : father.name.given;
  child.name = { ...child.name, given, after: '', before: '' };
  rename(child, 'named-after-father');
  father.traits.push('named-after-father');
}

/** A twin: same day, same card; the names differ in one word, now and then in one letter. */
function twinOf(world: World, household: Household, first: Person, position: number): Person {
  const { random } = world;
  const woman = random.chance(0.7) ? first.woman : !first.woman;
  const twin = person(world, household, woman, first.born, position);
  twin.relation = first.relation;
  const given = [...first.name.given];
  const at = random.int(given.length);
  if (woman === first.woman) {
    const other = balineseGiven(woman, first.born.year, random)[0] as string;
    const word = given[at] as string;
    const mirrored =
      word.length > 3 && random.chance(0.25)
        ? word.slice(0, -2) + word.charAt(word.length - 1) + word.charAt(word.length - 2)
        : other;
    given[at] = mirrored === word ? `${word}a` : mirrored;
    twin.name = { ...first.name, given, before: '', after: '' };
    if (household.culture === 'bali' && random.chance(0.25))
      twin.name.order = [orderWord(position + 1, first.born.year, random)];
  }
  rename(twin, 'twin');
  first.traits.push('twin');
  return twin;
}

function rename(p: Person, trait: string): void {
  p.text = fullName(p.name);
  p.traits.push(trait);
}
