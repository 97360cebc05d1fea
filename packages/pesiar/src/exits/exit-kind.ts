import type { Bilingual } from '../bilingual.ts';

/** The ways out of having no working cover. */
export const exitKinds = ['pbpu', 'pemda', 'ppu', 'pbi', 'newborn', 'reactivation'] as const;
export type ExitKind = (typeof exitKinds)[number];

/** What people call the exits. */
export const exitNames: Readonly<Record<ExitKind, Bilingual>> = {
  pbpu: { id: 'Mandiri (PBPU), sekeluarga', en: 'Self-paid (PBPU), whole family' },
  pemda: { id: 'Usulan ke Pemda lewat Dinas Sosial', en: 'Proposal to the regional government' },
  ppu: { id: 'Didaftarkan pemberi kerja (PPU)', en: 'Registered by the employer (PPU)' },
  pbi: { id: 'Usulan PBI (APBN)', en: 'Proposal to the state scheme (PBI)' },
  newborn: { id: 'Bayi baru lahir', en: 'Newborn' },
  reactivation: { id: 'Aktifkan kembali: bayar atau REHAB', en: 'Reactivation: pay or REHAB' },
};
