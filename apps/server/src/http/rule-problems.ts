import type { ProblemKind } from './sign-in-problems.ts';

/** Failures of deciding on readings and of writing arrears off. */
export const ruleProblems = {
  'rule-in-the-past': {
    status: 422,
    title: 'Decision for the past',
    id: 'Keputusan berlaku paling cepat hari ini: yang sudah dihitung tidak diubah. Pilih tanggal hari ini atau sesudahnya.',
    en: 'A decision holds from today at the earliest: what has been worked out stays. Choose today or a later day.',
  },
  'rule-decided': {
    status: 409,
    title: 'Decided already',
    id: 'Sudah ada keputusan untuk setelan ini mulai tanggal itu. Pilih tanggal lain.',
    en: 'There is a decision on this setting from that day already. Choose another day.',
  },
  'write-off-off': {
    status: 409,
    title: 'Writing off is switched off',
    id: 'Penghapusan tunggakan belum diberlakukan. Kepala cabang dapat menyalakannya di halaman Aturan, setelan “Penghapusan tunggakan (pemutihan)”, dengan dasar hukum dan tanggal mulai.',
    en: 'Writing arrears off is switched off. The head of branch can switch it on on the page Rules, setting “Writing arrears off (pemutihan)”, with a legal basis and a first day.',
  },
  'write-off-nothing': {
    status: 409,
    title: 'Nothing to write off',
    id: 'Tidak ada yang dapat dihapuskan atau dikembalikan menurut aturan yang berlaku. Muat ulang halaman peserta.',
    en: 'By the rule in force there is nothing to write off or to take back. Load the member page again.',
  },
  'write-off-waiting': {
    status: 409,
    title: 'A proposal is waiting',
    id: 'Sudah ada usulan untuk keluarga ini yang menunggu keputusan.',
    en: 'A proposal about this family is waiting for a decision.',
  },
  'write-off-decided': {
    status: 409,
    title: 'Decided already',
    id: 'Usulan ini sudah diputuskan. Muat ulang halaman peserta.',
    en: 'This proposal has been decided on. Load the member page again.',
  },
  'write-off-own': {
    status: 403,
    title: 'Own proposal',
    id: 'Usulan sendiri diputuskan oleh orang lain. Minta kepala cabang yang lain.',
    en: 'Somebody else decides on one’s own proposal. Ask another head of branch.',
  },
} as const satisfies Record<string, ProblemKind>;
