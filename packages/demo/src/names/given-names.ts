import { ranked, type Weighted } from '../chance/weighted.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

const menOld = words(`
  Sudiarta Suartana Sudana Suardana Sukarta Suparta Sudarma Sudiana Suarjana Suastika Subagia Subrata Sugiarta
  Sujana Sukadana Sukerta Sumerta Suryawan Susila Sutama Suteja Sutrisna Swastika Artawan Ardana Ariawan Arimbawa
  Arnawa Astawa Budiarta Budiasa Darmayasa Gunawan Jaya Juliarta Kariasa Merta Mertayasa Mudiarta Mudita Muliarta
  Negara Oka Parwata Rai Raka Rudiarta Sanjaya Sastrawan Setiawan Suadnyana Suarsana Suwirya Tirta Wardana Wibawa
  Widiana Widnyana Winarta Wirawan Yasa Yudiana Antara Sudira Suardika Rena Geria Puja Rentek Kantun Lanus Rugeg
  Tantra Mandra Kondra Rundah Nyarka Sadra Griya Nuada Wena Kerta`);
const menNew = words(`
  Putra Pratama Saputra Mahendra Wijaya Kusuma Permana Pradnyana Nugraha Mahardika Wiguna Wirawan Darmawan Yoga
  Aditya Wiryawan Utama Setiawan Adnyana Dharma Pramana Arta Widiana Prayoga Wibawa Santika Arya Danendra Ananta
  Prasetya Wardhana Sanjaya Mahesa Adiguna Parama Dinata Pranata Suputra Widyatmika Wicaksana Kurniawan Hartawan
  Satyawan Baskara Danuarta Raditya Narendra Sudarsana Paramartha Adinata Wisnawa Maheswara Premana Dananjaya`);
const womenOld = words(`
  Sukerti Suartini Sudiani Sumartini Suciati Sulastri Suryaningsih Sukarmi Sutarmi Sukreni Murniati Mariani Parwati
  Rusmini Astini Sriasih Budiani Kartini Winarti Suryani Ariani Yuliani Astuti Ratnadi Wahyuni Purnami Adnyani Arini
  Juliani Indrayani Darmayanti Candrawati Setiawati Susanti Rai Oka Puspawati Kerti Rentin Lasmini Sudiasih Mertini
  Renti Nuri Gabrug Kendri Sadri Sulandri Wiratni Suwitri Ngarti Landri Muliani Suweni Rasmi Darmi Suti Sari`);
const womenNew = words(`
  Dewi Sari Lestari Pratiwi Wulandari Utami Widiastuti Handayani Puspadewi Puspayanti Rahayu Sasmita Trisnadewi
  Kusumayanti Indrayani Ekayanti Laksmi Mahayani Noviani Widiantari Widyantari Widiani Yanti Yuniari Savitri Cahyani
  Citrawati Anggreni Maharani Anjani Puspita Kirana Saraswati Pradnyani Pramesti Paramita Padmayani Cintyadewi
  Kusumadewi Permatasari Purnamasari Damayanti Febriani Oktaviani Apriliani Widyaswari Pradnyandari Aryani Suciani`);
const stemsMen =
  words(`Suar Sudi Suka Suta Suma Suwi Suba Sura Suji Suge Arta Arya Budi Darma Wira Widi Wina Merta
  Mudi Muli Nata Rudi Sasta Tirta Wara Yuda Kerta Kari Guna Eka`);
const tailsMen = words('na ta wan yasa dana dika jaya nata sa ya wira mika ka ada');
const stemsWomen =
  words(`Suar Sudi Suka Sri Mur Mar Par Ratna Rus Wid Win Yuli Asti Budi Candra Dar Eka Indra Jul Kus
  Lis Mega Nov Pus Tri Ani Erna Febri Okta Desi`);
const tailsWomen = words('ani ini yanti wati antari asih ningsih yani ari mini dewi nadi');

/** Every stem with every tail; where two vowels would meet, the stem loses its own. */
const composed = (stems: string[], tails: string[]): string[] =>
  tails.flatMap((tail, i) =>
    stems.map((_, j) => {
      const stem = stems[(j + i * 7) % stems.length] as string;
      return (/^[aeiou]/.test(tail) ? stem.replace(/[aeiou]+$/, '') : stem) + tail;
    }),
  );

/** A pool of given names for an era, the common ones first, with a long tail of composed ones. */
function pool(first: string[], second: string[], tail: string[]): Weighted<string> {
  const seconds = second.filter((_, i) => i % 2 === 0);
  return ranked([...new Set([...first, ...seconds, ...tail])], 8);
}

const tailMen = composed(stemsMen, tailsMen);
const tailWomen = composed(stemsWomen, tailsWomen);

/** Balinese given names by sex (0 man, 1 woman) and era (0 born before about 1975, 1 after). */
export const givenNames: readonly (readonly Weighted<string>[])[] = [
  [pool(menOld, menNew, tailMen), pool(menNew, menOld, tailMen)],
  [pool(womenOld, womenNew, tailWomen), pool(womenNew, womenOld, tailWomen)],
];

/** Names that stand between birth order and given name, by sex. */
export const middleNames: readonly Weighted<string>[] = [
  ranked(
    words(`Agus Eka Adi Bagus Surya Indra Krisna Angga Yoga Wira Satya Dwi Tri Catur Ari Arya Bayu Dharma Artha Rai
    Gde Ngurah Dika Rama Kevin Rangga Yudha Dimas Andika Oka Bramasta Widi Pande Wahyu Budi Ardi Juli Novan`),
    4,
  ),
  ranked(
    words(`Ayu Eka Sri Desi Novi Dian Intan Mega Diah Dwi Tri Ari Indah Ratna Candra Surya Satya Puspa Widya Sinta Cahya
    Pradnya Citra Gita Dinda Tia Anggi Putri Kusuma Yuni Rika Erna Lia Sukma Dewi Mirah Krisna Nadia Tasya Amanda`),
    4,
  ),
];
