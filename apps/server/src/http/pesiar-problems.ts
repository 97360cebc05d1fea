import type { ProblemKind } from './sign-in-problems.ts';

/** Failures of the work on cases and at their desks. */
export const pesiarProblems = {
  'case-not-found': {
    status: 404,
    title: 'No such case',
    id: 'Kasus tidak ditemukan di wilayah Anda.',
    en: 'There is no such case in your area.',
  },
  'form-gone': {
    status: 409,
    title: 'The form no longer waits',
    id: 'Formulir ini sudah diputus atau ditarik. Muat ulang daftar.',
    en: 'This form has been decided about or taken back. Load the list again.',
  },
  'family-incomplete': {
    status: 409,
    title: 'The family card is not complete on the form',
    id: 'Masih ada anggota KK yang belum tercantum. Pendaftaran mandiri harus sekeluarga (Peraturan BPJS Kesehatan 4/2014 Pasal 2); minta agen melengkapi.',
    en: 'Somebody of the family card is missing. Self-paid registration is for the whole family; ask the agent to complete it.',
  },
  'already-active': {
    status: 409,
    title: 'Covered already',
    id: 'Semua orang di formulir ini sudah aktif di data peserta. Tolak formulirnya; kasusnya ditutup sebagai sudah aktif.',
    en: 'Everybody on this form is covered already. Refuse the form; the case is closed as active.',
  },
  'mother-unknown': {
    status: 409,
    title: 'The mother is not known',
    id: 'Kartu ibu tidak ditemukan. Cari ibunya di daftar peserta lalu pilih.',
    en: 'The mother’s card was not found. Look for her among the members and choose her.',
  },
  'birth-date-missing': {
    status: 409,
    title: 'The date of birth is missing',
    id: 'Tanggal lahir bayi belum diisi.',
    en: 'The baby’s date of birth is missing.',
  },
  'nik-needed': {
    status: 409,
    title: 'A NIK is needed',
    id: 'Bayi sudah lebih dari tiga bulan: NIK wajib ada. Minta keluarga mengurusnya di Dukcapil.',
    en: 'The baby is older than three months: a NIK is needed. The family gets it at Dukcapil.',
  },
  'newborn-in-register': {
    status: 409,
    title: 'The baby is in the register already',
    id: 'Bayi ini sudah ada di keluarga ibunya, mungkin sebagai “Bayi Ny …”. Perbarui datanya (PANDAWA, perubahan identitas); jangan didaftarkan lagi.',
    en: 'The baby stands in the mother’s family already, perhaps as “Bayi Ny …”. Update the data (PANDAWA, change of identity); do not register again.',
  },
  'newborn-needs-proposal': {
    status: 409,
    title: 'The Pemda decides about this newborn',
    id: 'Ibunya dibayar Pemda, dan perjanjian di wilayah ini tidak mencakup bayi dengan sendirinya. Tolak formulir ini; agen mengusulkan bayinya ke Pemda.',
    en: 'The regional government pays for the mother, and its agreement does not cover newborns by itself. Refuse this form; the agent proposes the baby to the Pemda.',
  },
  'quota-not-set': {
    status: 409,
    title: 'No quota is set',
    id: 'Kuota bulan ini belum diisi. Isi kuota dan anggaran Pemda dahulu.',
    en: 'No quota is set for this month. Set the heads and the budget of the Pemda first.',
  },
  'agent-not-found': {
    status: 404,
    title: 'No such agent',
    id: 'Tidak ada agen dengan nama itu di wilayah Anda.',
    en: 'There is no agent of that name in your area.',
  },
  'gathering-not-found': {
    status: 404,
    title: 'No such gathering',
    id: 'Sosialisasi tidak ditemukan, atau sudah dibatalkan.',
    en: 'There is no such gathering, or it was called off.',
  },
  'letter-empty': {
    status: 409,
    title: 'Nothing to write about',
    id: 'Tidak ada orang untuk dimuat dalam surat ini.',
    en: 'There is nobody to name in this letter.',
  },
} as const satisfies Record<string, ProblemKind>;
