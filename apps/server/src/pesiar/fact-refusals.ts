import type { FactRefusal } from '@jangkau/store';
import type { Language } from '../http/problem-document.ts';

const words: Readonly<Record<FactRefusal, Record<Language, string>>> = {
  'case-not-found': {
    id: 'Kasus tidak ditemukan di wilayah Anda.',
    en: 'There is no such case in your area.',
  },
  'case-exists': {
    id: 'Orang ini sudah punya kasus yang terbuka.',
    en: 'Somebody is looking for this person already.',
  },
  'not-own-fact': {
    id: 'Catatan ini bukan atas nama Anda.',
    en: 'This record is not in your name.',
  },
  'not-in-scope': {
    id: 'Wilayah ini di luar wilayah Anda.',
    en: 'This place is outside your area.',
  },
  'kind-not-allowed': {
    id: 'Catatan jenis ini hanya dibuat oleh kantor.',
    en: 'Records of this kind are made by the office.',
  },
  'fact-of-other-case': {
    id: 'Catatan ini sudah ada pada kasus lain.',
    en: 'This record belongs to another case.',
  },
  'consent-missing': {
    id: 'Persetujuan belum dicatat. Mintakan persetujuan dahulu.',
    en: 'Consent was not recorded. Ask for it first.',
  },
  'number-in-text': {
    id: 'Ada NIK atau nomor KK di dalam catatan. Tulis nomor hanya pada kolomnya.',
    en: 'There is a NIK or KK number in the text. Numbers belong in their own field.',
  },
};

/** Why a fact was not taken in, in words. */
export function refusalWords(code: FactRefusal, language: Language): string {
  return words[code][language];
}
