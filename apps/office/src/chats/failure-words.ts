import type { ChatLine } from '@jangkau/contracts';
import type { Language } from '../text/language.ts';

type Words = Record<Language, string>;

const byCode: Record<number, Words> = {
  131026: {
    id: 'Nomor ini tidak memakai WhatsApp, atau WhatsApp-nya terlalu lama tidak diperbarui.',
    en: 'The number is not on WhatsApp, or its WhatsApp is too old.',
  },
  131047: {
    id: 'Sudah lewat 24 jam sejak peserta terakhir menulis.',
    en: 'More than 24 hours have passed since the member last wrote.',
  },
  131050: {
    id: 'Peserta menutup pesan kampanye dari kita di WhatsApp-nya; jawaban tetap sampai. Berlaku sampai peserta menulis START.',
    en: 'The member has closed our campaigns in WhatsApp; answers still arrive. It holds until the member writes START.',
  },
  131056: {
    id: 'Terlalu banyak pesan ke nomor ini dalam waktu singkat; dicoba lagi.',
    en: 'Too many messages to this number in a short time; it is tried again.',
  },
};

const byKind: Record<string, Words> = {
  retry: {
    id: 'WhatsApp sedang sibuk atau terganggu; dicoba lagi sendiri.',
    en: 'WhatsApp is busy or disturbed; it is tried again by itself.',
  },
  credentials: {
    id: 'Kunci WhatsApp kantor ditolak. Beri tahu pengelola sistem.',
    en: 'WhatsApp refuses our credentials. Tell the system administrator.',
  },
  window: {
    id: 'Sudah lewat 24 jam sejak peserta terakhir menulis.',
    en: 'More than 24 hours have passed since the member last wrote.',
  },
  recipient: {
    id: 'Nomor ini tidak dapat atau tidak mau menerima pesan. Hubungi dengan cara lain.',
    en: 'The number cannot or does not want to receive messages. Use another way.',
  },
  'healthy-ecosystem': {
    id: 'WhatsApp menahan pesan untuk nomor ini; dicoba lagi besok.',
    en: 'WhatsApp holds messages for this number back; it is tried again tomorrow.',
  },
  portfolio: {
    id: 'Batas orang yang boleh disapa lebih dulu dalam 24 jam sudah tercapai; dicoba lagi nanti.',
    en: 'The limit of people who may be written to first within 24 hours is reached; it is tried again.',
  },
  content: {
    id: 'WhatsApp menolak isi pesan ini.',
    en: 'WhatsApp refuses the content of this message.',
  },
  template: {
    id: 'Templatnya dihentikan WhatsApp. Beri tahu pengelola sistem.',
    en: 'WhatsApp has paused the template. Tell the system administrator.',
  },
  account: {
    id: 'Akun WhatsApp kantor dibatasi. Beri tahu pengelola sistem.',
    en: 'The WhatsApp account of the office is restricted. Tell the system administrator.',
  },
};

const other: Words = {
  id: 'WhatsApp menolak tanpa sebab yang jelas.',
  en: 'WhatsApp refuses without a clear reason.',
};

/** Why a message did not arrive, in plain words and with what becomes of it. */
export function failureWords(failure: NonNullable<ChatLine['failure']>, language: Language): string {
  const words =
    (failure.code === null ? undefined : byCode[failure.code]) ?? byKind[failure.kind ?? ''] ?? other;
  return failure.code === null ? words[language] : `${words[language]} (${failure.code})`;
}
