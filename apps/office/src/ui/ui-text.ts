import { defineText } from '../text/define-text.ts';

export const uiText = defineText({
  id: {
    dropFile: 'Letakkan berkas di sini, atau pilih',
    loading: 'Memuat…',
    retry: 'Coba lagi',
    cancel: 'Batal',
    close: 'Tutup',
    shownOnce: 'Hanya ditampilkan sekali ini. Sesudah ditutup tidak dapat dilihat lagi.',
    copy: 'Salin',
    copied: 'Tersalin',
    kept: 'Sudah saya catat',
    readMore: 'Cara menghitungnya',
    reference: (id: string) => `Nomor rujukan untuk pengelola: ${id}`,
    definitionOf: (name: string) => `Apa arti ${name}?`,
    covered: 'Terhubung, aktif',
    inactive: 'Terhubung, tidak aktif',
    uncovered: 'Belum terdaftar',
    barLabel: (covered: string, inactive: string, uncovered: string) =>
      `Aktif ${covered}, tidak aktif ${inactive}, belum terdaftar ${uncovered}`,
  },
  en: {
    dropFile: 'Drop a file here, or choose one',
    loading: 'Loading…',
    retry: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    shownOnce: 'Shown this once. After closing it cannot be seen again.',
    copy: 'Copy',
    copied: 'Copied',
    kept: 'I have noted it',
    readMore: 'How it is counted',
    reference: (id: string) => `Reference for the administrator: ${id}`,
    definitionOf: (name: string) => `What does ${name} mean?`,
    covered: 'Linked, active',
    inactive: 'Linked, inactive',
    uncovered: 'Not registered',
    barLabel: (covered: string, inactive: string, uncovered: string) =>
      `Active ${covered}, inactive ${inactive}, not registered ${uncovered}`,
  },
});
