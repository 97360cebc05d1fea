import type { Random } from '../chance/random.ts';
import { ranked } from '../chance/weighted.ts';
import type { Village } from '../places/branch-places.ts';

const streets = ranked(
  `Raya Sesetan,Teuku Umar,Gatot Subroto,Imam Bonjol,Gunung Agung,Ahmad Yani,Hayam Wuruk,Nangka,Kebo Iwa,Pulau Moyo,
Tukad Badung,Tukad Yeh Aya,Danau Tempe,By Pass Ngurah Rai,Raya Kerobokan,Raya Sempidi,Kartika,Melati,Kenanga,Cempaka,
Gunung Batukaru,Gajah Mada,Pulau Nias,Tukad Pancoran,Raya Dalung,Padma,Ratna,Seroja,Subita,Sedap Malam,Turi,Kecubung,
Kamboja,Anyelir,Mawar,Pudak,Sandat,Gunung Lebah,Pahlawan,Wagimin,Katamso,Debes,Rama,Sahadewa,Yudistira,Bisma`
    .replaceAll('\n', '')
    .split(','),
  12,
);
const lanes = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'Mawar',
  'Melati',
  'Cempaka',
  'Nuri',
  'Merak',
  'Beji',
  'Taman',
  'Sari',
];
const estates = [
  'Griya Asri',
  'Dalung Permai',
  'Nuansa Indah',
  'Bumi Sari',
  'Taman Wira',
  'Puri Gading',
  'Canggu Asri',
];

/** An address as a village clerk writes it. */
export function anyAddress(village: Village, banjar: string, random: Random): string {
  const roll = random.float();
  if (roll > village.regency.urban * 0.75 + 0.12) {
    return random.chance(0.6) ? `Br. ${banjar}` : `Br. ${banjar}, ${village.name}`;
  }
  const number = random.between(1, 240);
  if (roll < 0.08) {
    return `Perum ${random.of(estates)} Blok ${String.fromCharCode(65 + random.below(12))} No. ${random.between(1, 40)}`;
  }
  const street = streets.pick(random);
  if (random.chance(0.35)) return `Jl. ${street} Gg. ${random.of(lanes)} No. ${number}`;
  return random.chance(0.3) ? `Jl. ${street} No. ${number}, Br. ${banjar}` : `Jl. ${street} No. ${number}`;
}

/** The same address in another hand: other abbreviations, a part left out. */
export function rewriteAddress(address: string, random: Random): string {
  const roll = random.float();
  let text = address;
  if (roll < 0.5) text = text.replace('Jl. ', random.of(['Jalan ', 'JL ', 'Jln. ', 'Jln ', 'Jl ']));
  if (random.chance(0.4)) text = text.replace('Gg. ', random.of(['Gang ', 'GG ', 'Gg ']));
  if (random.chance(0.4)) text = text.replace('No. ', random.of(['No ', 'NO.', 'Nomor ', 'no. ']));
  if (random.chance(0.3))
    text = text.replace('Br. ', random.of(['Banjar ', 'BR ', 'Br ', 'Lingk. ', 'Dusun ']));
  if (roll > 0.8) text = text.replace(/,? No.*$/, '');
  else if (roll > 0.65) text = text.replace(/,.*$/, '');
  return text;
}
