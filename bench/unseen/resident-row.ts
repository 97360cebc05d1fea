import { quoted } from './csv-file.ts';
import { scaled, writeBirth, writeName } from './member-card.ts';
import { writeMobile } from './numbers.ts';
import type { Household, Person, World } from './world.ts';

export const RESIDENT_HEADER =
  'no_penduduk,nik,no_kk,nama,jenis_kelamin,tempat_lahir,tanggal_lahir,kode_desa,banjar,alamat,hubungan_keluarga,pekerjaan,no_hp\n';

/** A row of the village register: the line, and the faults the village's clerk made. */
export function residentRow(
  world: World,
  household: Household,
  person: Person,
  id: string,
  nik: string,
  mess: number,
  upper: boolean,
  faults: string[],
): string {
  const { random, rates } = world;
  let name = writeName(person, scaled(rates.residentName, mess), faults, random, 'resident-name-');
  if (upper) name = name.toUpperCase();
  const born = writeBirth(world, person, scaled(rates.residentBirth, mess), faults, 'resident-');
  let sex = person.woman ? 'P' : 'L';
  if (random.chance(scaled(rates.residentSex, mess))) {
    const missing = random.chance(0.6);
    sex = missing ? '' : person.woman ? 'L' : 'P';
    faults.push(missing ? 'resident-sex-missing' : 'resident-sex-wrong');
  }
  const phone = person.phone !== '' && random.chance(0.7) ? writeMobile(person.phone, random) : '';
  return `${id},${nik},${household.kk},${quoted(name)},${sex},${person.birthplace},${born},${household.village.code},${household.banjar},${quoted(household.address)},${person.relation},${occupation(person, random.next())},${phone}\n`;
}

function occupation(p: Person, roll: number): string {
  if (p.age < 6) return 'BELUM/TIDAK BEKERJA';
  if (p.age < 19) return 'PELAJAR/MAHASISWA';
  if (p.age > 70) return roll < 0.5 ? 'BELUM/TIDAK BEKERJA' : 'PETANI/PEKEBUN';
  if (roll < 0.36) return 'KARYAWAN SWASTA';
  if (roll < 0.55) return 'WIRASWASTA';
  if (roll < 0.67) return p.woman ? 'MENGURUS RUMAH TANGGA' : 'BURUH HARIAN LEPAS';
  if (roll < 0.78) return 'PETANI/PEKEBUN';
  if (roll < 0.84) return 'PEGAWAI NEGERI SIPIL';
  if (roll < 0.9) return 'PEDAGANG';
  return 'BELUM/TIDAK BEKERJA';
}
