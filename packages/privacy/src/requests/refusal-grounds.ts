/** Why a wish cannot be met in full, or at all; each with what the law says. */
export const refusalGrounds = {
  'legal-duty': {
    id: 'Data wajib disimpan untuk memenuhi kewajiban hukum penyelenggaraan jaminan kesehatan.',
    en: 'The data must be kept to meet a legal duty of running the health insurance.',
    legalBasis: 'UU 27/2022 Pasal 20 ayat (2) huruf c; Perpres 82/2018 dan perubahannya',
  },
  'public-task': {
    id: 'Pemrosesan diperlukan untuk pelaksanaan tugas kepentingan umum dan pelayanan publik.',
    en: 'The processing is needed for a task in the public interest and public service.',
    legalBasis: 'UU 27/2022 Pasal 20 ayat (2) huruf e dan Pasal 15',
  },
  'identity-not-confirmed': {
    id: 'Jati diri pemohon tidak dapat dipastikan.',
    en: 'The identity of the person asking could not be confirmed.',
    legalBasis: 'UU 27/2022 Pasal 36 (kerahasiaan)',
  },
  'others-data': {
    id: 'Pemenuhan akan membuka data pribadi orang lain.',
    en: 'Meeting the wish would disclose personal data of others.',
    legalBasis: 'UU 27/2022 Pasal 33',
  },
  safety: {
    id: 'Pemenuhan membahayakan keamanan atau kesehatan pemohon atau orang lain.',
    en: 'Meeting the wish would endanger the safety or health of the person or of others.',
    legalBasis: 'UU 27/2022 Pasal 33',
  },
  'law-enforcement': {
    id: 'Data diperlukan untuk proses penegakan hukum.',
    en: 'The data are needed for law enforcement.',
    legalBasis: 'UU 27/2022 Pasal 15',
  },
  'not-held': {
    id: 'Kantor tidak menyimpan data tersebut.',
    en: 'The office does not hold the data.',
    legalBasis: 'UU 27/2022 Pasal 7',
  },
  'owned-by-others': {
    id: 'Data adalah milik register desa atau register peserta; perbaikan diteruskan kepada pemiliknya.',
    en: 'The data belong to the village register or the member register; the correction is passed on to its owner.',
    legalBasis: 'UU 23/2006 jo. UU 24/2013; UU 27/2022 Pasal 30',
  },
} as const;

export type RefusalGround = keyof typeof refusalGrounds;
export const refusalGroundNames = Object.keys(refusalGrounds) as [RefusalGround, ...RefusalGround[]];
