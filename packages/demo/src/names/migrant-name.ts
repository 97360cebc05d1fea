import type { Random } from '../chance/random.ts';
import { ranked, type Weighted } from '../chance/weighted.ts';
import type { Culture } from './culture.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);
const byRank = (text: string): Weighted<string> => ranked(words(text), 5);

/** First and last names by sex; `family` names stay the same in a household. */
interface Pools {
  readonly first: readonly [Weighted<string>, Weighted<string>];
  readonly last: readonly [Weighted<string>, Weighted<string>];
  readonly family?: readonly string[];
}

const javanese: Pools = {
  first: [
    byRank(`Agus Budi Slamet Eko Dwi Joko Bambang Sugeng Heri Wahyu Andi Rudi Hadi Dedi Tri Edi Arif Teguh Yudi Aris
    Rizky Dimas Bagas Fajar Galih Ilham Krisna Gunawan Suyanto Hariyanto Iwan Didik Nanang Supri Wawan`),
    byRank(`Sri Siti Dwi Endang Wahyu Rini Yuni Tri Ani Ika Lilik Sumarni Eka Nur Indah Dewi Ratna Ayu Retno Wiwik Tutik
    Fitri Anisa Putri Novita Rina Lestari Puji Umi Yeni Titik Nining Erna Wulan`),
  ],
  last: [
    byRank(`Santoso Setiawan Prasetyo Wibowo Susanto Riyadi Hidayat Purnomo Kurniawan Utomo Nugroho Saputro Hartono
    Widodo Cahyono Haryanto Wijayanto Mulyono Suprapto Sutrisno Basuki Prayitno Irawan Firmansyah Pamungkas`),
    byRank(`Wahyuni Lestari Rahayu Utami Handayani Astuti Kurniawati Susanti Yulianti Ningsih Wulandari Puspitasari
    Setyowati Hidayati Purwanti Sulistyowati Anggraini Mulyani Fatmawati Indriani Safitri Rahmawati Maharani`),
  ],
};
const muslim: Pools = {
  first: [
    byRank(`Muhammad Ahmad Abdul Mohammad Moh Achmad Nur Imam Syaiful Hasan Umar Ali Zainal Khoirul Rizal Fathur Faisal
    Arifin Yusuf Ibrahim Ridwan Fauzan Haris Saiful Samsul Hamzah Anwar Bahrul`),
    byRank(`Siti Nur Aisyah Fatimah Khoirun Zahra Nurul Umi Alya Halimah Laila Maryam Ulfa Hikmah Rohmah Azizah Sofiyah
    Nadia Rahma Kholifah Latifah Aminah Mutia Naila Salma Suci`),
  ],
  last: [
    byRank(`Rahman Hidayat Arifin Fauzi Rizki Maulana Ramadhan Hakim Aziz Anwar Efendi Huda Rohman Ghofur Karim Yusuf
    Ilham Alfarizi Zaini Mustofa Firdaus Akbar Subhan Hanafi Basri`),
    byRank(`Aminah Hidayah Jannah Rohmah Khasanah Fitriani Maulida Zahra Aulia Laili Azizah Rahmah Fadilah Hasanah
    Maisaroh Fauziah Mukaromah Ramadhani Sa'adah Qomariyah Nisa Munawaroh`),
  ],
};
const flores: Pools = {
  first: [
    byRank(`Yohanes Petrus Antonius Fransiskus Agustinus Paulus Markus Yosef Dominikus Stefanus Kornelis Marianus Emanuel
    Gregorius Aloysius Simon Benediktus Hendrikus Viktor Rafael`),
    byRank(`Maria Yohana Theresia Margaretha Kristina Elisabeth Veronika Agnes Yuliana Anastasia Katarina Fransiska
    Yosefina Martha Regina Marselina Emilia Rosalia Paulina Angela`),
  ],
  last: [
    byRank('Yosef Kristian Mario Arnold Alfredo Rian Ferdinan Donatus Kanis Lukas Adrianus Densi'),
    byRank('Goreti Yosefina Fatima Natalia Selviana Oktaviana Delviana Dalima Bernadeta Imakulata Elfrida'),
  ],
  family:
    words(`Bria Seran Nahak Klau Tefa Bere Leto Manek Lelo Jehadut Ngadu Bani Wea Rangga Lobo Tukan Koten Hurint
  Silva Fernandez Nggadas Jebarus Ndiwa Malo Bili Mone Lende Dappa Umbu Ndapa Tamo Ina Kota Uly Radja Tahu Mali`),
};
const chinese: Pools = {
  first: [
    byRank(
      'Hendra Steven Andy Kevin Budi Erwin Rudy Johan Felix Jimmy Willy Ferry Yongki Hermanto Alvin Michael',
    ),
    byRank(
      'Jessica Vivi Linda Meiling Yenny Lily Silvia Stephanie Fenny Jenny Angeline Cindy Mei Susi Melissa',
    ),
  ],
  last: [
    byRank('Hartono Surya Pranata Wiryawan Gunadi Setiadi Darmawan Indra Lukito Sugianto'),
    byRank('Kartika Anggraeni Wati Lestari Wijayanti Susilowati Lianawati Indrawati'),
  ],
  family:
    words(`Wijaya Tanuwijaya Santoso Halim Susanto Salim Gunawan Kusuma Tanoto Lim Tan Oei Liem Hartanto Winata
  Budiman Chandra Widjaja Sutanto Setiawan`),
};
const sasak: Pools = {
  first: [
    byRank('Lalu Sahrul Mahsun Zulkarnaen Saparudin Hamdan Muhamad Sahnan Suhardi Marzuki Amrullah Junaidi'),
    byRank('Baiq Nurhayati Sahnim Rohani Sumiati Hadijah Mariam Nurjanah Husnul Raehanun Zohriah Inayah'),
  ],
  last: [
    byRank('Wirajaya Hamdi Fathurrahman Satriawan Hadi Munawar Irfan Sahdan Wiranata Jayadi Supardi'),
    byRank('Hidayati Nurul Apriani Wardani Sukmawati Rosita Hartini Yuliana Fitriana Nuraini'),
  ],
};
const foreign: Pools = {
  first: [
    byRank('John Peter Mark Thomas Lucas André Kenji Marco Daniel Olivier Sven Hiroshi'),
    byRank('Anna Maria Julia Emily Renée Yuki Laura Sophie Ingrid Naomi Claire Zoë'),
  ],
  last: [byRank('Paul James Alan Luc'), byRank('Louise Jane Marie Rose')],
  family: words('Smith Müller Tanaka Rossi Dubois Jansen Brown Schmidt Sato Lefèvre Visser Novak'),
};
const pools: Record<Exclude<Culture, 'balinese'>, Pools> = {
  javanese,
  muslim,
  flores,
  chinese,
  sasak,
  foreign,
};

/** A clan or family name for a household, or nothing where names of a family share no word. */
export function familyName(culture: Culture, random: Random): string {
  const names = culture === 'balinese' ? undefined : pools[culture].family;
  return names ? random.of(names) : '';
}

/**
 * A name in the habit of a culture other than Balinese.
 * @param family the clan or family name of the household, '' for none
 * @param year year of birth; before about 1970 many Javanese have one name only
 */
export function migrantName(
  culture: Exclude<Culture, 'balinese'>,
  sex: number,
  family: string,
  year: number,
  random: Random,
): string {
  const { first, last } = pools[culture];
  const given = (first[sex] as Weighted<string>).pick(random);
  if (culture === 'javanese' && random.chance(year < 1970 ? 0.42 : year < 1990 ? 0.14 : 0.02)) {
    return (last[sex] as Weighted<string>).pick(random);
  }
  const second = (last[sex] as Weighted<string>).pick(random);
  if (family !== '') return random.chance(0.55) ? `${given} ${second} ${family}` : `${given} ${family}`;
  if (given === second) return `${given} ${(last[sex] as Weighted<string>).pick(random)}`;
  const roll = random.float();
  if (culture === 'muslim' && year < 1985 && roll < 0.05) {
    return `${given} ${sex === 0 ? 'Bin' : 'Binti'} ${pools.muslim.last[0].pick(random)}`;
  }
  if (roll < 0.32 && year > 1985) {
    const middle = (first[sex] as Weighted<string>).pick(random);
    return middle === given || middle === second ? `${given} ${second}` : `${given} ${middle} ${second}`;
  }
  return `${given} ${second}`;
}
