import type { ProblemKind } from './sign-in-problems.ts';

/** Failures of campaigns. */
export const campaignProblems = {
  'campaign-not-found': {
    status: 404,
    title: 'No such campaign',
    id: 'Kampanye tidak ditemukan.',
    en: 'There is no such campaign.',
  },
  'campaign-moved-on': {
    status: 409,
    title: 'Campaign has moved on',
    id: 'Keadaan kampanye sudah berubah, sehingga tindakan ini tidak berlaku lagi. Muat ulang halaman.',
    en: 'The campaign has moved on, so this can no longer be done. Reload the page.',
  },
  'campaign-four-eyes': {
    status: 403,
    title: 'Drawn up by the same person',
    id: 'Kampanye harus disetujui orang lain, bukan penyusunnya. Minta kepala cabang yang lain menyetujuinya.',
    en: 'A campaign is approved by somebody else than whoever drew it up. Ask another head of branch.',
  },
  'campaign-of-nobody': {
    status: 422,
    title: 'Nobody to write to',
    id: 'Tidak ada keluarga yang dapat dikirimi pesan dengan pilihan ini. Perluas sasarannya.',
    en: 'No family can be written to with these choices. Widen the audience.',
  },
  'template-not-approved': {
    status: 409,
    title: 'Message not approved by Meta',
    id: 'Pesan ini belum disetujui Meta. Tunggu persetujuannya, atau pilih pesan lain.',
    en: 'Meta has not approved this message. Wait for it, or choose another message.',
  },
  'template-name-taken': {
    status: 409,
    title: 'Name of the message taken',
    id: 'Sudah ada pesan dengan nama ini. Pilih nama lain.',
    en: 'There is a message with this name. Choose another.',
  },
  'template-faulty': {
    status: 422,
    title: 'Message cannot be handed in',
    id: 'Pesan ini belum dapat diajukan. Perbaiki hal yang ditandai, lalu ajukan lagi.',
    en: 'This message cannot be handed in yet. Mend what is marked and hand it in again.',
  },
} as const satisfies Record<string, ProblemKind>;
