/** Names of segments as people write them. */
export const segmentNames: Readonly<Record<string, string>> = {
  PBI_APBN: 'PBI APBN',
  PBPU_PEMDA: 'Didaftarkan Pemda',
  PPU_PN: 'PPU penyelenggara negara',
  PPU_BU: 'PPU badan usaha',
  PBPU: 'PBPU mandiri',
  BP: 'Bukan pekerja',
  OTHER: 'Segmen lain',
};

/** Names of the counts that make a share. */
export const countNames: Readonly<Record<string, string>> = {
  population: 'penduduk',
  members: 'peserta',
  'active-members': 'peserta aktif',
  'inactive-members': 'peserta tidak aktif',
  'members-in-arrears': 'peserta menunggak',
  'members-without-payer': 'peserta mutasi',
  'tax-funded-members': 'peserta PBI dan Pemda',
  'pemda-members': 'peserta Pemda',
  'self-paying-members': 'peserta PBPU dan BP',
  'people-with-a-contact': 'orang yang kontak',
};

/** Parts of the population. */
export const bucketNames = {
  active: 'Aktif',
  arrears: 'Menunggak',
  lapsed: 'Mutasi',
  residual: 'Selisih daftar (penduduk − peserta)',
} as const;

/** Kinds of care. */
export const useNames = {
  FKTP_sick: 'FKTP, kunjungan sakit',
  FKTP_healthy: 'FKTP, kunjungan sehat',
  RJTL: 'Rumah sakit, rawat jalan (RJTL)',
  RITL: 'Rumah sakit, rawat inap (RITL)',
} as const;

/** UHC categories. */
export const uhcNames = {
  utama: 'Utama',
  madya: 'Madya',
  pratama: 'Pratama',
  prioritas: 'Prioritas',
} as const;

/** What made later versions of a month. */
export const causeNames: Readonly<Record<string, string>> = {
  payment: 'pembayaran yang datang terlambat',
  close: 'tutup bulan',
  undo: 'pembatalan tutup bulan',
  list: 'daftar perubahan',
  population: 'jumlah penduduk yang baru terbit',
  visits: 'kunjungan yang dilaporkan terlambat',
  pesiar: 'catatan lapangan yang datang terlambat',
};

/** Counts of an area. */
export const measureNames: Readonly<Record<string, string>> = {
  population: 'penduduk',
  uncovered: 'belum terdaftar',
  members: 'peserta',
  active: 'aktif',
  arrears: 'menunggak',
  lapsed: 'mutasi',
  ended: 'berakhir',
  contacts: 'orang yang kontak',
};
