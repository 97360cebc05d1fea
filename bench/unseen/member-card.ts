import type { Village } from './areas.ts';
import { isoDate } from './birth-date.ts';
import { slipBirthDate } from './birth-faults.ts';
import { quoted } from './csv-file.ts';
import { mangleName } from './name-faults.ts';
import { mistypeDigits, mobileNumber, writeMobile } from './numbers.ts';
import { type Random, Weighted } from './random.ts';
import type { Household, Person, World } from './world.ts';

/** A row of the member register. */
export interface MemberCard {
  card: string;
  nik: string;
  kk: string;
  name: string;
  sex: string;
  born: string;
  village: string;
  address: string;
  segment: string;
  class: string;
  status: string;
  phone: string;
  faults: string[];
}

/** What the members of a household have in common because they were registered together. */
export interface Registration {
  segment: string;
  class: string;
  kk: 'current' | 'old' | 'missing';
  village: Village | undefined;
  active: boolean;
}

const SEGMENTS = new Weighted([
  ['PBI_APBN', 1489],
  ['PBPU_PEMDA', 2733],
  ['PPU_PN', 790],
  ['PPU_BU', 2930],
  ['PBPU', 1815],
  ['BP', 243],
] as const);

/** How a household was registered. */
export function registerHousehold(world: World, household: Household, mess: number): Registration {
  const { random, rates } = world;
  const segment = SEGMENTS.draw(random);
  const old = household.oldKk !== '' && random.chance(Math.min(0.9, scaled(rates.memberKkOld, mess) / 0.45));
  return {
    segment,
    class: segment.startsWith('PB') && segment !== 'PBPU' ? '3' : random.pick(['1', '2', '2', '3', '3']),
    kk: old ? 'old' : random.chance(scaled(rates.memberKkMissing, mess)) ? 'missing' : 'current',
    village: random.chance(scaled(rates.memberVillage, mess) * 0.7)
      ? otherVillage(world, household.village)
      : undefined,
    active: random.chance(0.895),
  };
}

/** A rate for a record of a given messiness (1 = average): partly its own, partly the record's. */
export function scaled(rate: number, mess: number): number {
  return Math.min(0.9, rate * (0.4 + 0.6 * mess));
}

/** How messy a household or a person is written down: mean 1, one in twelve four times that. */
export function messiness(random: Random): number {
  const roll = random.next();
  return roll < 0.72 ? 0.47 : roll < 0.92 ? 1.56 : 4.4;
}

/** Another village, half of the time in the same district. */
export function otherVillage({ random, villages }: World, not: Village): Village {
  const near = random.chance(0.5) ? villages.filter((v) => v.prefix === not.prefix && v !== not) : [];
  let found = random.pick(near.length > 0 ? near : villages);
  while (found === not) found = random.pick(villages);
  return found;
}

/** Writes the card of a person, with the faults its mess earns it (the NIK comes in as it stands on the card). */
export function writeCard(
  world: World,
  household: Household,
  person: Person,
  registration: Registration,
  mess: number,
): MemberCard {
  const { random, rates } = world;
  const faults: string[] = [];
  const own = random.chance(0.18);
  const segment = own ? SEGMENTS.draw(random) : registration.segment;
  const name = writeName(person, scaled(rates.memberName, mess), faults, random);
  const born = writeBirth(
    world,
    person,
    scaled(rates.memberBirth, mess) * (person.age > 55 ? 1.6 : 0.9),
    faults,
    '',
  );
  let kk = registration.kk;
  if (random.chance(0.1)) {
    kk =
      household.oldKk !== '' && random.chance(scaled(rates.memberKkOld, mess) * 2)
        ? 'old'
        : random.chance(scaled(rates.memberKkMissing, mess))
          ? 'missing'
          : 'current';
  }
  let kkText = kk === 'current' ? household.kk : kk === 'old' ? household.oldKk : '';
  if (kk !== 'current') faults.push(`kk-${kk}`);
  else if (random.chance(scaled(0.008, mess))) {
    kkText = mistypeDigits(kkText, random);
    faults.push('kk-mistyped');
  }
  let village: Village | undefined = registration.village ?? household.village;
  if (random.chance(scaled(rates.memberVillage, mess) * 0.35))
    village = otherVillage(world, household.village);
  if (random.chance(scaled(rates.memberVillageMissing, mess))) village = undefined;
  if (village !== household.village) faults.push(village ? 'village-other' : 'village-missing');
  let sex = person.woman ? 'P' : 'L';
  if (random.chance(scaled(rates.memberSexMissing, mess))) {
    sex = '';
    faults.push('sex-missing');
  } else if (random.chance(scaled(rates.memberSexWrong, mess))) {
    sex = person.woman ? 'L' : 'P';
    faults.push('sex-wrong');
  }
  return {
    card: world.cards.next(),
    nik: person.nik,
    kk: kkText,
    name: random.chance(0.92) ? name.toUpperCase() : name,
    sex,
    born,
    village: village?.code ?? '',
    address: writeAddress(household, village, scaled(rates.memberAddress, mess), random),
    segment,
    class: own ? random.pick(['1', '2', '3']) : registration.class,
    status: (random.chance(0.8) ? registration.active : random.chance(0.89)) ? 'AKTIF' : 'NONAKTIF',
    phone: writePhone(household, person, random),
    faults,
  };
}

/** A name as a clerk writes it, mangled with probability p; the faults go to the list. */
export function writeName(
  person: Person,
  p: number,
  faults: string[],
  random: Random,
  prefix = 'name-',
): string {
  if (!random.chance(p)) return person.text;
  const roll = random.next();
  const mangled = mangleName(person.name, person, roll < 0.74 ? 1 : roll < 0.95 ? 2 : 3, random);
  for (const fault of mangled.faults) faults.push(prefix + fault);
  return mangled.text;
}

/** A birth date as a clerk writes it, wrong with probability p. */
export function writeBirth(
  world: World,
  person: Person,
  p: number,
  faults: string[],
  prefix: string,
): string {
  if (!world.random.chance(p)) return isoDate(person.born);
  const slip = slipBirthDate(person.born, world.asOf, world.random);
  faults.push(prefix + slip.fault);
  return slip.text;
}

function writeAddress(household: Household, village: Village | undefined, p: number, random: Random): string {
  if (!village || random.chance(0.08)) return '';
  if (village !== household.village || random.chance(p)) {
    return random.chance(0.5)
      ? `BR ${random.pick(village.banjars)}`
      : `JL ${random.pick(village.banjars)} NO ${random.between(1, 200)}`;
  }
  return random.chance(0.3)
    ? household.address.replace('Jl. ', 'JLN ').replace('Br. ', 'BANJAR ')
    : household.address;
}

function writePhone(household: Household, person: Person, random: Random): string {
  if (person.age < 15)
    return household.phone !== '' && random.chance(0.35) ? writeMobile(household.phone, random) : '';
  const roll = random.next();
  if (roll < 0.36) return '';
  if (roll < 0.8) {
    const known = person.phone !== '' ? person.phone : household.phone;
    if (known !== '') return writeMobile(known, random);
  }
  return roll < 0.94 ? writeMobile(mobileNumber(random), random) : '';
}

/** A member row as a CSV line. */
export function cardLine(c: MemberCard): string {
  return `${c.card},${c.nik},${c.kk},${quoted(c.name)},${c.sex},${c.born},${c.village},${quoted(c.address)},${c.segment},${c.class},${c.status},${c.phone}\n`;
}

export const MEMBER_HEADER =
  'no_kartu,nik,no_kk,nama,jenis_kelamin,tanggal_lahir,kode_desa,alamat,segmen,kelas,status,no_hp\n';
