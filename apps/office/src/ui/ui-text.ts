import { defineText } from '../text/define-text.ts';

export const uiText = defineText({
  id: {
    loading: 'Memuat…',
    retry: 'Coba lagi',
    cancel: 'Batal',
    close: 'Tutup',
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
    loading: 'Loading…',
    retry: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
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
