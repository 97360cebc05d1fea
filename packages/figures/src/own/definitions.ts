import type { Words } from '../words.ts';

/** What a figure means, how it is counted and what it does not say. */
export interface FigureDefinition {
  readonly id: string;
  readonly name: Words;
  readonly meaning: Words;
  readonly numerator: Words | null;
  readonly denominator: Words | null;
  /** Where the numbers come from, in the words of the tables. */
  readonly counted: Words;
  readonly basis: string | null;
}

const states: Words = {
  id: 'Keadaan terakhir setiap peserta sampai hari terakhir bulan itu (status_change: valid_on paling akhir, lalu id paling akhir), menurut desa di register peserta.',
  en: 'The latest state of each member up to the last day of the month (status_change: latest valid_on, then latest id), by village of the member register.',
};
const people: Words = {
  id: 'Jumlah penduduk terbaru sampai akhir bulan itu, dari satu sumber untuk semua wilayah: angka yang diterbitkan (population_figure) atau register pemetaan yang selesai (village_result).',
  en: 'The latest number of residents up to the end of the month, of one source for all areas: a published figure (population_figure) or the registers of a finished mapping (village_result).',
};
const both: Words = { id: `${states.id} ${people.id}`, en: `${states.en} ${people.en}` };
const members: Words = { id: 'peserta', en: 'members' };
const population: Words = { id: 'penduduk', en: 'residents' };
const inactive: Words = { id: 'peserta tidak aktif', en: 'inactive members' };

/** Every figure Jangkau states of itself. */
export const figureDefinitions = {
  population: {
    name: { id: 'Penduduk', en: 'Population' },
    meaning: {
      id: 'Orang yang menurut sumbernya tinggal di wilayah itu. Setiap angka menyebut sumber dan tanggalnya.',
      en: 'People who live in the area according to the source. Each number names its source and date.',
    },
    numerator: null,
    denominator: null,
    counted: people,
    basis: null,
  },
  members: {
    name: { id: 'Peserta', en: 'Members' },
    meaning: {
      id: 'Pemegang kartu JKN, aktif atau tidak. Yang meninggal, pindah ke luar negeri, atau kartu gandanya tidak dihitung.',
      en: 'Holders of a JKN card, active or not. Who died or left the country, and second cards, are not counted.',
    },
    numerator: null,
    denominator: null,
    counted: states,
    basis: null,
  },
  'active-members': {
    name: { id: 'Peserta aktif', en: 'Active members' },
    meaning: {
      id: 'Peserta yang kartunya dapat dipakai pada hari terakhir bulan itu.',
      en: 'Members whose card works on the last day of the month.',
    },
    numerator: null,
    denominator: null,
    counted: states,
    basis: 'Perpres 82/2018; Perpres 64/2020 Pasal 42',
  },
  'inactive-members': {
    name: { id: 'Peserta tidak aktif', en: 'Inactive members' },
    meaning: {
      id: 'Peserta yang kartunya tidak dapat dipakai: menunggak, atau mutasi (kehilangan pembayar, biasanya tidak berutang).',
      en: 'Members whose card does not work: in arrears, or lapsed (they lost their payer and usually owe nothing).',
    },
    numerator: null,
    denominator: null,
    counted: states,
    basis: 'Perpres 64/2020 Pasal 42',
  },
  residual: {
    name: { id: 'Selisih daftar', en: 'Difference of the lists' },
    meaning: {
      id: 'Penduduk dikurangi peserta. Ini selisih bersih, bukan daftar kerja: orang tanpa kartu dikurangi kartu tanpa orang. Dapat kurang dari nol.',
      en: 'Residents less members. A net difference, not a work list: people without a card less cards without a person. It can be below zero.',
    },
    numerator: null,
    denominator: null,
    counted: both,
    basis: null,
  },
  coverage: {
    name: { id: 'Cakupan', en: 'Coverage' },
    meaning: {
      id: 'Bagian penduduk yang terdaftar. Dapat melewati 100 % bila register peserta memuat orang yang pindah atau kartu ganda.',
      en: 'Share of residents who are registered. It can pass 100 % when the member register holds people who moved, or second cards.',
    },
    numerator: members,
    denominator: population,
    counted: both,
    basis: 'UHC 2024: paling sedikit 98 %',
  },
  'active-of-members': {
    name: { id: 'Keaktifan dari peserta', en: 'Active, of members' },
    meaning: {
      id: 'Bagian peserta yang aktif. Tidak sama dengan keaktifan dari penduduk: sebutkan selalu penyebutnya.',
      en: 'Share of members who are active. Not the same as active of residents: always name the denominator.',
    },
    numerator: { id: 'peserta aktif', en: 'active members' },
    denominator: members,
    counted: states,
    basis: 'UHC 2024: paling sedikit 80 %',
  },
  'active-of-population': {
    name: { id: 'Keaktifan dari penduduk', en: 'Active, of residents' },
    meaning: {
      id: 'Bagian penduduk yang kartunya dapat dipakai. Sebagian rilis memakai penyebut ini tanpa menyebutnya.',
      en: 'Share of residents whose card works. Some releases use this denominator without saying so.',
    },
    numerator: { id: 'peserta aktif', en: 'active members' },
    denominator: population,
    counted: both,
    basis: null,
  },
  'inactive-of-members': {
    name: { id: 'Tidak aktif dari peserta', en: 'Inactive, of members' },
    meaning: {
      id: 'Bagian peserta yang tidak aktif. Dihitung sendiri, tidak pernah sebagai 100 % dikurangi angka lain.',
      en: 'Share of members who are inactive. Counted by itself, never as 100 % less another figure.',
    },
    numerator: inactive,
    denominator: members,
    counted: states,
    basis: null,
  },
  'arrears-of-inactive': {
    name: { id: 'Menunggak, dari yang tidak aktif', en: 'In arrears, of the inactive' },
    meaning: {
      id: 'Yang tidak aktif karena iuran belum dibayar. Jalannya: membayar atau REHAB.',
      en: 'Inactive because contributions are owed. Their way: pay, or REHAB.',
    },
    numerator: { id: 'peserta menunggak', en: 'members in arrears' },
    denominator: inactive,
    counted: states,
    basis: 'Perpres 64/2020 Pasal 42',
  },
  'lapsed-of-inactive': {
    name: { id: 'Mutasi, dari yang tidak aktif', en: 'Lapsed, of the inactive' },
    meaning: {
      id: 'Yang kehilangan pembayar (keluar dari PBI, Pemda, atau pekerjaan) dan belum punya segmen baru. Menagih mereka keliru.',
      en: 'Who lost their payer (PBI, Pemda or employer) and have no new segment. Billing them would be wrong.',
    },
    numerator: { id: 'peserta mutasi', en: 'lapsed members' },
    denominator: inactive,
    counted: states,
    basis: null,
  },
  'tax-funded-of-members': {
    name: { id: 'Dibayar negara dan daerah', en: 'Paid by state and region' },
    meaning: {
      id: 'Bagian peserta PBI (APBN) dan yang didaftarkan Pemda (APBD).',
      en: 'Share of members of PBI (state budget) and those a local government registered.',
    },
    numerator: { id: 'peserta PBI APBN + Pemda', en: 'members of PBI APBN + Pemda' },
    denominator: members,
    counted: states,
    basis: null,
  },
  'pemda-of-members': {
    name: { id: 'Didaftarkan Pemda', en: 'Registered by the Pemda' },
    meaning: {
      id: 'Bagian peserta yang didaftarkan Pemda; kategori UHC Utama dan Madya menanyakannya.',
      en: 'Share of members a local government registered; the UHC categories Utama and Madya ask for it.',
    },
    numerator: { id: 'peserta Pemda', en: 'members of the Pemda' },
    denominator: members,
    counted: states,
    basis: 'UHC Awards Januari 2026',
  },
  'rehab-segments-of-members': {
    name: { id: 'Membayar sendiri (PBPU dan BP)', en: 'Paying themselves (PBPU and BP)' },
    meaning: {
      id: 'Bagian peserta di segmen yang dapat ikut REHAB.',
      en: 'Share of members in segments that can take REHAB.',
    },
    numerator: { id: 'peserta PBPU + BP', en: 'members of PBPU + BP' },
    denominator: members,
    counted: states,
    basis: null,
  },
  uses: {
    name: { id: 'Pemanfaatan', en: 'Uses of care' },
    meaning: {
      id: 'Kunjungan FKTP (sakit dan sehat), kunjungan rawat jalan (RJTL) dan kasus rawat inap (RITL) yang dimulai dalam bulan itu. Angka lama hanya menghitung kunjungan sakit: jangan dibandingkan.',
      en: 'Visits to an FKTP (sick and healthy), hospital outpatient visits (RJTL) and inpatient cases (RITL) that began in the month. Old totals count visits of the sick only: do not compare.',
    },
    numerator: null,
    denominator: null,
    counted: {
      id: 'Log kunjungan (visit) menurut desa peserta; koreksi sudah dikurangkan (visit_by_area).',
      en: 'Log of visits (visit) by village of the member; corrections taken off (visit_by_area).',
    },
    basis: null,
  },
  'uses-per-day': {
    name: { id: 'Pemanfaatan per hari', en: 'Uses per day' },
    meaning: {
      id: 'Pemanfaatan dibagi jumlah hari kalender bulan itu; jumlah harinya selalu disebut.',
      en: 'Uses divided by the calendar days of the month; the number of days is always named.',
    },
    numerator: { id: 'pemanfaatan', en: 'uses of care' },
    denominator: { id: 'hari', en: 'days' },
    counted: {
      id: 'Log kunjungan (visit_by_area) dan kalender.',
      en: 'Log of visits (visit_by_area) and the calendar.',
    },
    basis: null,
  },
  'contact-rate': {
    name: { id: 'Angka kontak', en: 'Contact rate' },
    meaning: {
      id: 'Orang yang berbeda yang bertemu FKTP dalam bulan itu, seberapa sering pun datangnya, dibagi peserta. Terbaik mulai 150 per mil.',
      en: 'Different people who met their FKTP in the month, however often they came, over members. Best from 150 per mille.',
    },
    numerator: { id: 'orang yang kontak', en: 'people with a contact' },
    denominator: members,
    counted: {
      id: 'Peserta berbeda di log kunjungan FKTP bulan itu (contact_by_month).',
      en: 'Distinct members in the log of visits to FKTPs of the month (contact_by_month).',
    },
    basis: 'Peraturan BPJS Kesehatan 7/2019',
  },
  pesiar: {
    name: { id: 'Kasus PESIAR', en: 'PESIAR cases' },
    meaning: {
      id: 'Orang yang dicari, menurut hasilnya sampai akhir bulan. Setiap kasus ada di tepat satu kelompok.',
      en: 'People who were looked for, by what came of it by the end of the month. Every case is in exactly one group.',
    },
    numerator: null,
    denominator: null,
    counted: {
      id: 'Kasus yang dibuka sampai akhir bulan (pesiar_case), menurut kelompok tempat berakhirnya.',
      en: 'Cases opened by the end of the month (pesiar_case), by the group they ended in.',
    },
    basis: null,
  },
  uhc: {
    name: { id: 'Kategori UHC', en: 'UHC category' },
    meaning: {
      id: 'Utama: 99 % terdaftar, 95 % aktif, 18 % didaftarkan Pemda. Madya: 98 % dan 85 %, atau 80 % dengan 25 % Pemda. Pratama: 98 % dan 80 %. Prioritas juga meminta Pemda tanpa tunggakan, permohonan resmi dan verifikasi, yang tidak tampak dari hitungan.',
      en: 'Utama: 99 % registered, 95 % active, 18 % registered by the Pemda. Madya: 98 % and 85 %, or 80 % with 25 % Pemda. Pratama: 98 % and 80 %. Prioritas also asks for a Pemda without arrears, a formal request and verification, which counts do not show.',
    },
    numerator: null,
    denominator: null,
    counted: both,
    basis: 'UHC Awards 27 Januari 2026',
  },
} as const satisfies Record<string, Omit<FigureDefinition, 'id'>>;

/** A figure with a definition. */
export type FigureId = keyof typeof figureDefinitions;
