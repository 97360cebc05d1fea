import { ranked, Weighted } from './random.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Given names of Balinese men, most frequent first. */
export const BALI_MEN = ranked(
  words(`Putra Saputra Pratama Wijaya Mahendra Sudiarta Suartana Suardana Sudana Sukarta Suparta Sudarma Adnyana
  Darmawan Artawan Budiasa Budiarta Setiawan Permana Kusuma Wirawan Suastika Subagia Sugiarta Sujana Sudiana Suarjana
  Astawa Arnawa Ardana Ariawan Arimbawa Gunawan Juliarta Kariasa Mertayasa Mudiarta Mudita Muliarta Negara Nugraha Oka
  Parwata Rai Raka Rudiarta Sanjaya Sastrawan Suadnyana Suarsana Suwirya Tirta Utama Wardana Wibawa Widiana Widnyana
  Wiguna Winarta Wiryawan Yasa Yoga Yudiana Antara Sudira Suardika Sukadana Sukerta Sumerta Suryawan Suryadi Susila
  Sutama Suteja Sutrisna Swastika Subrata Mahardika Merta Jaya Darmayasa Pradnyana Sukma Swandana Suweca Sukayasa
  Sugita Sukiada Lanus Rentang Kantun Rubag Ranten Dharma Arta Santika Artha Wisnawa Wisnu Kresna Adiputra Partama
  Suwitra Sutanaya Sweca Wenten Regeg Rajeg Tantra Sudarsana Sukanta Suwandi Suwena Subawa Subandi Adiarta Adiana
  Weda Widia Wedana Pasek Semadi Semara Sedana Segara Suena Surata Surana Suarta Suara Sumadi Sumantra Sumatra Sunarta`),
);

/** Given names of Balinese women, most frequent first. */
export const BALI_WOMEN = ranked(
  words(`Dewi Sari Lestari Pratiwi Wulandari Utami Widiastuti Suryani Ariani Yuliani Handayani Astuti Sukerti Suartini
  Sudiani Sumartini Suciati Sulastri Suryaningsih Sukarmi Sutarmi Sukreni Murniati Mariani Parwati Puspadewi Puspayanti
  Rahayu Ratnadi Rusmini Sasmita Setiawati Sriasih Susanti Trisnadewi Kusumayanti Kartini Juliani Indrayani Ekayanti
  Darmayanti Candrawati Budiani Astini Laksmi Mahayani Noviani Widiantari Widyantari Widiani Winarti Yanti Yuniari
  Savitri Adnyani Arini Cahyani Citrawati Purnami Wahyuni Suwarni Sukasih Sukarni Sukawati Sumerti Sutini Rasmini
  Rasmi Ranis Rentin Rindi Kerti Kasih Karsini Karmini Kendri Lasmini Loka Nasih Nuri Padmi Padmawati Parmini Pinatih
  Raras Sandat Sekar Seriati Sudarmi Sudarsani Sugiani Sujani Sukeni Sukesi Sukiasih Suli Sunarti Surati Suwitri Tirtawati
  Werdi Warsiki Wartini Wirati Yasmini Yudiani Yulianti Dharmayanti Krisnayanti Arthini Santi Shanti Saraswati Swandewi`),
);

/** Words that stand between birth order and last name of younger people. */
export const BALI_MIDDLE_MEN = ranked(
  words(`Agus Eka Adi Dwi Surya Tri Ari Bagus Indra Krisna Angga Yoga Wira Satya Budi Dharma Catur Andika Arya Bayu
  Aditya Rama Dedi Hendra Rai Oka Alit Juni Yogi Wahyu Gita Danu Wisnu Krishna Dika Ngurah Artha Bima Jaya Widi`),
  0.5,
);
export const BALI_MIDDLE_WOMEN = ranked(
  words(`Ayu Eka Sri Dwi Desi Novi Dian Intan Mega Diah Tri Ari Citra Putri Nita Rika Widya Indah Ratna Dewi Santi Yuni
  Juni Wina Anggi Sinta Dina Ria Mirah Kusuma Komala Puspa Trisna Ratih Cahya Gita Rai Oka Manik Sukma Lisna Devi`),
  0.5,
);

export const FIRST_ORDER_YOUNG = new Weighted([
  ['Putu', 46],
  ['Wayan', 26],
  ['Gede', 20],
  ['Kompiang', 1],
] as const);
export const FIRST_ORDER_OLD = new Weighted([
  ['Wayan', 66],
  ['Putu', 14],
  ['Gede', 15],
  ['Kompiang', 1],
] as const);
export const SECOND_ORDER_YOUNG = new Weighted([
  ['Kadek', 50],
  ['Made', 38],
  ['Nengah', 12],
] as const);
export const SECOND_ORDER_OLD = new Weighted([
  ['Made', 73],
  ['Nengah', 22],
  ['Kadek', 5],
] as const);
export const THIRD_ORDER_YOUNG = new Weighted([
  ['Komang', 64],
  ['Nyoman', 36],
] as const);
export const THIRD_ORDER_OLD = new Weighted([
  ['Nyoman', 88],
  ['Komang', 12],
] as const);

/** Titled houses: the words a man and a woman of the house carry. */
export const TITLES = new Weighted<readonly [men: readonly string[], women: readonly string[]]>([
  [
    [
      ['Ida', 'Bagus'],
      ['Ida', 'Ayu'],
    ],
    24,
  ],
  [
    [
      ['Anak', 'Agung'],
      ['Anak', 'Agung', 'Ayu'],
    ],
    12,
  ],
  [
    [
      ['Anak', 'Agung', 'Gede'],
      ['Anak', 'Agung', 'Istri'],
    ],
    8,
  ],
  [
    [
      ['Anak', 'Agung', 'Ngurah'],
      ['Sagung', 'Ayu'],
    ],
    6,
  ],
  [
    [
      ['I', 'Gusti', 'Ngurah'],
      ['I', 'Gusti', 'Ayu'],
    ],
    13,
  ],
  [
    [
      ['I', 'Gusti', 'Agung'],
      ['I', 'Gusti', 'Ayu', 'Agung'],
    ],
    5,
  ],
  [
    [
      ['I', 'Gusti'],
      ['I', 'Gusti', 'Ayu'],
    ],
    9,
  ],
  [[['Gusti'], ['Ni', 'Gusti', 'Ayu']], 5],
  [[['I', 'Dewa'], ['Desak']], 8],
  [[['Dewa'], ['Dewa', 'Ayu']], 6],
  [[['Cokorda'], ['Cokorda', 'Istri']], 3],
  [[['Ngakan'], ['Desak']], 3],
  [[['Sang'], ['Sang', 'Ayu']], 2],
  [[['Pande'], ['Ni', 'Pande']], 3],
  [[['Si'], ['Si', 'Luh']], 1],
]);

export const MUSLIM_MEN_FIRST = ranked(
  words(`Muhammad Ahmad Abdul Agus Moh Mohammad Nur Slamet Sugeng Eko Bambang Rizki Fajar Imam Hadi Joko Suprapto Samsul
  Wahyu Dimas Rudi Sutrisno Yusuf Arif Dedy Heri Misnan Sunaryo Suyitno Ainur Faisal Saiful Zainal Bagas Mulyadi`),
  0.8,
);
export const MUSLIM_MEN_LAST = ranked(
  words(`Hidayat Santoso Setiawan Arifin Rahman Susanto Prasetyo Hasan Saputra Kurniawan Wahyudi Purnomo Hakim Rohman Utomo
  Ramadhan Maulana Fauzi Firmansyah Hariyanto Supriyadi Anwar Efendi Ismail Huda Ridwan Basri Haryono Wibowo Nugroho
  Rizqi Syahputra Alfarizi Mustofa Gunawan Subhan Jamaluddin Pamungkas Sholeh Ansori`),
  0.5,
);
export const MUSLIM_WOMEN_FIRST = ranked(
  words(`Siti Nur Sri Dewi Sulastri Endang Indah Rina Fitri Nurul Yuni Sumiati Wiwik Anisa Lilik Umi Khoirun Eka Dwi Tri
  Suryani Halimatus Putri Aisyah Aulia Maya Nabila Kartika Mega Rahma Titik Musrifah Ulfa Zahra`),
  0.8,
);
export const MUSLIM_WOMEN_LAST = ranked(
  words(`Aminah Wahyuni Lestari Rahayu Fatimah Handayani Hidayati Khasanah Maryam Ningsih Rahmawati Susanti Astuti Maulidia
  Hasanah Safitri Ramadhani Puspitasari Wulandari Utami Kusumawati Anggraini Jannah Azizah Yuliati Purwanti Rohmah
  Sholikhah Munawaroh Mardiana Zubaidah Permatasari Indriani Fauziah`),
  0.5,
);
export const CATHOLIC_MEN = ranked(
  words(`Yohanes Antonius Petrus Fransiskus Yosef Paulus Agustinus Stefanus Marselinus Yakobus Kristoforus Dominikus
  Maksimus Emanuel Aloysius Gregorius Benediktus Robertus Hendrikus Rikardus`),
);
export const CATHOLIC_WOMEN = ranked(
  words(`Maria Yuliana Theresia Margaretha Fransiska Agnes Kristina Elisabeth Anastasia Veronika Katarina Bernadeta
  Martina Yasinta Skolastika Rosalia Emerensiana Florentina Regina Natalia`),
);
export const CATHOLIC_CLANS = ranked(
  words(`Lewar Tukan Bria Nahak Seran Klau Bere Manek Ngongo Bili Dapa Umbu Rambu Kaka Malo Jehadu Jelahut Nggadung
  Hurint Koten Hayon Wuran Lamak Kleden Bhoka Dhosa Tefa Nubatonis Tefnai Sabuna Lona Nenohai`),
  0.3,
);
export const CHINESE_FIRST_MEN = ranked(
  words('Hendra Andi Budi Kevin Steven Jonathan Willy Rudy Eddy Felix Antonius Hartono Johan Jimmy'),
);
export const CHINESE_FIRST_WOMEN = ranked(
  words('Lily Jessica Meilani Linda Fenny Vivian Yenny Christine Felicia Merry Stefanie Lanny Susan'),
);
export const CHINESE_LAST = ranked(
  words(
    'Wijaya Tanoto Gunawan Halim Santoso Kurniawan Lesmana Tanadi Setiadi Hartanto Susilo Liando Chandra Tjandra Salim Sutanto Budiman Widjaja',
  ),
  0.3,
);
export const SASAK_MEN = ranked(
  words('Lalu Ahmad Muhammad Zulkarnain Sahrul Hamzan Mahnun Saparudin Jumahir Supardi Hilmi Khairul'),
);
export const SASAK_WOMEN = ranked(
  words('Baiq Siti Nurhayati Mariana Hikmah Rohani Sahnim Inaq Fatmawati Julaeha Marwah'),
);
export const FOREIGN_MEN = ranked(
  words('Peter Mark Thomas Daniel Michael Pieter Jean Luca Andrew Robert Hans Kenji Oliver James'),
);
export const FOREIGN_WOMEN = ranked(
  words('Anna Sarah Emma Julia Sophie Marie Laura Olga Yuko Kate Ingrid Elena Claire Nina'),
);
export const FOREIGN_LAST = ranked(
  words(
    'Muller Smith Johnson Jansen Martin Rossi Brown Petrov Tanaka Wilson Schmidt Dubois Larsen Taylor Costa Meyer Visser Novak',
  ),
  0.2,
);

export const DEGREES_AFTER = [
  'S.H.',
  'S.Pd.',
  'S.E.',
  'S.Kom.',
  'S.T.',
  'M.Pd.',
  'S.Sos.',
  'A.Md.Keb.',
  'S.Kep.',
  'M.Si.',
  'S.E., M.M.',
  'S.H., M.Kn.',
];
export const DEGREES_BEFORE = ['Drs.', 'dr.', 'Ir.', 'Dra.', 'Dr.'];
