import type { ProblemKind } from './sign-in-problems.ts';

/** Failures of devices that work without a connection. */
export const syncProblems = {
  'device-not-known': {
    status: 404,
    title: 'Device not known',
    id: 'Perangkat ini tidak terdaftar atas nama Anda. Keluar dari aplikasi lapangan, lalu masuk lagi.',
    en: 'This device is not enrolled in your name. Sign out of the field app and sign in again.',
  },
  'device-revoked': {
    status: 410,
    title: 'Device revoked',
    id: 'Perangkat ini dicabut. Data di dalamnya dihapus setelah yang belum terkirim diserahkan ke server.',
    en: 'This device was revoked. Its data are erased after what was not yet sent is handed to the server.',
  },
  'pack-changed': {
    status: 409,
    title: 'Pack changed',
    id: 'Data wilayah sudah berubah sejak pengunduhan dimulai. Unduhan dimulai lagi.',
    en: 'The data of the area have changed since the download began. It begins again.',
  },
  'attachment-damaged': {
    status: 422,
    title: 'Attachment damaged',
    id: 'Foto tidak sampai dengan utuh. Foto dikirim lagi dari awal.',
    en: 'The photograph did not arrive whole. It is sent again from the start.',
  },
} as const satisfies Record<string, ProblemKind>;
