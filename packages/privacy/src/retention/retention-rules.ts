/** Kinds of data that are not kept for ever. */
export const retentionKinds = [
  'uploads',
  'run-files',
  'run-results',
  'export-orders',
  'idempotency',
  'sessions',
  'chat-files',
  'chat-messages',
  'campaign-families',
  'change-list-names',
  'ended-members',
  'case-photos',
  'case-records',
  'visits',
  'look-ups',
  'ledger',
  'letters',
  'audit',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** How long one kind is kept, on whose authority, and what ends it. */
export interface RetentionRule {
  kind: RetentionKind;
  /** What it is, in Indonesian and English. */
  what: { id: string; en: string };
  /** From when the days are counted. */
  countedFrom: { id: string; en: string };
  /** Days kept unless the office sets fewer or more within `least` and `most`. */
  days: number;
  least: number;
  most: number;
  /** keep: no job deletes it; after its days it is moved to the archive by hand. */
  ending: 'delete' | 'keep';
  validFrom: string;
  legalBasis: string;
}

const ended = 'UU 27/2022 Pasal 16 ayat (2) huruf g, Pasal 42, 43 dan 44';
const since = '2024-10-17';

/** The rules with their defaults. The law names duties and no days: the days are the office's own. */
export const retentionRules: readonly RetentionRule[] = [
  {
    kind: 'uploads',
    what: { id: 'Berkas register yang diunggah', en: 'Register files that were uploaded' },
    countedFrom: { id: 'terakhir dipakai pemetaan', en: 'the last mapping that used them' },
    days: 90,
    least: 1,
    most: 730,
    ending: 'delete',
    validFrom: since,
    legalBasis: `${ended}; register desa tetap pada desa`,
  },
  {
    kind: 'run-files',
    what: {
      id: 'Berkas hasil pemetaan (daftar, karantina)',
      en: 'Files a mapping wrote (lists, quarantine)',
    },
    countedFrom: { id: 'pemetaan selesai', en: 'the end of the mapping' },
    days: 180,
    least: 1,
    most: 1095,
    ending: 'delete',
    validFrom: since,
    legalBasis: ended,
  },
  {
    kind: 'run-results',
    what: { id: 'Hasil pemetaan dalam basis data', en: 'Results of mappings in the database' },
    countedFrom: { id: 'pemetaan selesai', en: 'the end of the mapping' },
    days: 730,
    least: 30,
    most: 1825,
    ending: 'delete',
    validFrom: since,
    legalBasis: ended,
  },
  {
    kind: 'export-orders',
    what: { id: 'Catatan unduhan daftar', en: 'Orders of list downloads' },
    countedFrom: { id: 'unduhan dipesan', en: 'the order' },
    days: 30,
    least: 1,
    most: 365,
    ending: 'delete',
    validFrom: since,
    legalBasis: `${ended}; jejaknya tetap pada audit`,
  },
  {
    kind: 'idempotency',
    what: {
      id: 'Jawaban permintaan yang disimpan agar tidak terulang',
      en: 'Answers kept so that no write happens twice',
    },
    countedFrom: { id: 'permintaan', en: 'the request' },
    days: 1,
    least: 1,
    most: 7,
    ending: 'delete',
    validFrom: since,
    legalBasis: ended,
  },
  {
    kind: 'sessions',
    what: { id: 'Sesi masuk yang sudah berakhir', en: 'Sessions that are over' },
    countedFrom: { id: 'sesi berakhir', en: 'the end of the session' },
    days: 30,
    least: 1,
    most: 365,
    ending: 'delete',
    validFrom: since,
    legalBasis: ended,
  },
  {
    kind: 'chat-files',
    what: {
      id: 'Foto dan dokumen yang dikirim lewat PANDAWA',
      en: 'Photographs and documents sent over PANDAWA',
    },
    countedFrom: {
      id: 'dikirim, bila permohonannya sudah selesai',
      en: 'the day they were sent, once the request is decided',
    },
    days: 180,
    least: 30,
    most: 1825,
    ending: 'delete',
    validFrom: since,
    legalBasis: `${ended}; permohonan dan hasilnya tetap tersimpan`,
  },
  {
    kind: 'chat-messages',
    what: { id: 'Isi percakapan PANDAWA', en: 'What was said over PANDAWA' },
    countedFrom: { id: 'pesan', en: 'the message' },
    days: 730,
    least: 90,
    most: 1825,
    ending: 'delete',
    validFrom: since,
    legalBasis: `${ended}; permohonan dan hasilnya tetap tersimpan`,
  },
  {
    kind: 'campaign-families',
    what: {
      id: 'Keluarga dalam kampanye pesan, dengan hasilnya',
      en: 'Families of campaigns, with what became of each',
    },
    countedFrom: { id: 'kampanye berakhir', en: 'the day the campaign ended' },
    days: 730,
    least: 180,
    most: 1825,
    ending: 'delete',
    validFrom: since,
    legalBasis: `${ended}; rencana dan riwayat kampanye tetap tersimpan`,
  },
  {
    kind: 'change-list-names',
    what: {
      id: 'Nama pada daftar perubahan (SK PBI, Pemda, badan usaha)',
      en: 'Names on lists of changes (PBI decrees, regions, employers)',
    },
    countedFrom: { id: 'daftar diterapkan', en: 'the day the list was applied' },
    days: 730,
    least: 180,
    most: 1825,
    ending: 'delete',
    validFrom: since,
    legalBasis: `${ended}; hasil tiap baris tetap tersimpan tanpa nama`,
  },
  {
    kind: 'ended-members',
    what: {
      id: 'Identitas peserta yang kepesertaannya berakhir dan tidak menunggak',
      en: 'Identity of members whose membership is over and who owe nothing',
    },
    countedFrom: { id: 'akhir tahun kepesertaan berakhir', en: 'the end of the year in which it ended' },
    days: 3650,
    least: 1825,
    most: 10_950,
    ending: 'delete',
    validFrom: since,
    legalBasis: `${ended}; UU 8/1997 Pasal 11; riwayat tetap di bawah nomor kartu`,
  },
  {
    kind: 'case-photos',
    what: {
      id: 'Foto dan tanda tangan kunjungan yang tidak berakhir dengan formulir',
      en: 'Photographs and signatures of cases that ended without a form',
    },
    countedFrom: { id: 'akhir bulan penanganan selesai', en: 'the end of the month in which the case ended' },
    days: 365,
    least: 30,
    most: 1825,
    ending: 'delete',
    validFrom: since,
    legalBasis: `${ended}; foto pada formulir pendaftaran tetap sebagai bukti`,
  },
  {
    kind: 'case-records',
    what: {
      id: 'Catatan kasus PESIAR: kunjungan, formulir dengan fotonya, letak rumah',
      en: 'Records of PESIAR cases: visits, forms with their photographs, where a family lives',
    },
    countedFrom: { id: 'akhir bulan penanganan selesai', en: 'the end of the month in which the case ended' },
    days: 3650,
    least: 1825,
    most: 10_950,
    ending: 'keep',
    validFrom: since,
    legalBasis:
      'UU 24/2011; UU 27/2022 Pasal 31: dasar kepesertaan yang didaftarkan; atas permohonan dihapus lebih awal',
  },
  {
    kind: 'visits',
    what: {
      id: 'Pemanfaatan layanan kesehatan, tanpa diagnosis',
      en: 'Uses of care, without diagnoses',
    },
    countedFrom: { id: 'akhir tahun pelayanan', en: 'the end of the year of the care' },
    days: 3650,
    least: 3650,
    most: 10_950,
    ending: 'keep',
    validFrom: since,
    legalBasis: 'UU 24/2011; UU 8/1997 Pasal 11 (bukti tagihan layanan)',
  },
  {
    kind: 'look-ups',
    what: {
      id: 'Pertanyaan fasilitas kesehatan tentang kepesertaan',
      en: 'Questions of health facilities about membership',
    },
    countedFrom: { id: 'pertanyaan', en: 'the question' },
    days: 1825,
    least: 1825,
    most: 3650,
    ending: 'keep',
    validFrom: since,
    legalBasis: 'UU 27/2022 Pasal 31 (perekaman kegiatan pemrosesan)',
  },
  {
    kind: 'ledger',
    what: {
      id: 'Buku besar iuran (tagihan, pembayaran, cicilan)',
      en: 'The ledger of contributions (bills, payments, plans)',
    },
    countedFrom: { id: 'akhir tahun iuran', en: 'the end of the year of the contribution' },
    days: 3650,
    least: 3650,
    most: 10_950,
    ending: 'keep',
    validFrom: since,
    legalBasis: 'UU 8/1997 Pasal 11 (dokumen keuangan sepuluh tahun); UU 24/2011',
  },
  {
    kind: 'letters',
    what: { id: 'Surat, permohonan, dan daftar insiden', en: 'Letters, requests and the breach register' },
    countedFrom: { id: 'surat terbit', en: 'the letter' },
    days: 1825,
    least: 1825,
    most: 3650,
    ending: 'keep',
    validFrom: since,
    legalBasis: 'UU 27/2022 Pasal 31; UU 43/2009 tentang Kearsipan',
  },
  {
    kind: 'audit',
    what: { id: 'Jejak audit', en: 'The audit trail' },
    countedFrom: { id: 'peristiwa', en: 'the event' },
    days: 1825,
    least: 1825,
    most: 3650,
    ending: 'keep',
    validFrom: since,
    legalBasis: 'UU 27/2022 Pasal 31 (perekaman kegiatan pemrosesan)',
  },
];

/** The rule of one kind. */
export function retentionRule(kind: RetentionKind): RetentionRule {
  return retentionRules.find((rule) => rule.kind === kind) as RetentionRule;
}

/** Days in force: the office's own within what the rule allows, or the default. */
export function retentionDays(kind: RetentionKind, own: number | undefined): number {
  const { days, least, most } = retentionRule(kind);
  return own === undefined ? days : Math.min(most, Math.max(least, own));
}
