import { defineText } from '../text/define-text.ts';

export const failureText = defineText({
  id: {
    refused: 'Permintaan tidak dapat dilayani',
    notFound: 'Data ini tidak ada, atau bukan wilayah Anda',
    unreachable: 'Server tidak menjawab',
    unreachableDetail: 'Sambungan terputus atau layanan sedang tidak berjalan.',
    unreadable: 'Halaman ini lebih lama daripada servernya',
    unreadableDetail: 'Jawaban server tidak dikenali oleh halaman ini.',
    unknown: 'Ada yang tidak berjalan',
    advice: {
      retry: 'Coba lagi sebentar lagi. Data yang sudah tersimpan tidak hilang.',
      reload: 'Muat ulang halaman ini.',
      signIn: 'Masuk lagi, lalu ulangi.',
      scope: 'Buka dari daftar di Beranda, atau minta akses wilayah kepada pengelola.',
      fix: 'Perbaiki isian di atas, lalu kirim lagi.',
      wait: 'Tunggu sampai proses yang berjalan selesai, atau batalkan dulu.',
      admin: 'Bila berulang, sampaikan nomor rujukan di bawah kepada pengelola.',
      slow: 'Persempit saringannya, misalnya pilih satu desa.',
    },
  },
  en: {
    refused: 'The request cannot be served',
    notFound: 'This does not exist, or is outside your area',
    unreachable: 'The server does not answer',
    unreachableDetail: 'The connection broke or the service is not running.',
    unreadable: 'This page is older than its server',
    unreadableDetail: 'The page does not recognise the server’s answer.',
    unknown: 'Something did not work',
    advice: {
      retry: 'Try again shortly. What was saved is not lost.',
      reload: 'Reload this page.',
      signIn: 'Sign in again, then repeat.',
      scope: 'Open it from the list on Home, or ask the administrator for access to the area.',
      fix: 'Correct what was entered, then send it again.',
      wait: 'Wait until the running work is finished, or cancel it first.',
      admin: 'If it repeats, give the reference below to the administrator.',
      slow: 'Narrow the filters, for example to one village.',
    },
  },
});
