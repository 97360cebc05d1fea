/** The six segments of JKN membership. */
export const segments = ['PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU', 'PBPU', 'BP'] as const;

/** Code of a segment. "PBI APBD" of everyday speech is PBPU_PEMDA: legally it is PBPU paid by the Pemda. */
export type Segment = (typeof segments)[number];

/** Who pays the contribution of a segment (Peraturan BPJS Kesehatan 5/2018 Pasal 3). */
export type PayerKind = 'state' | 'region' | 'employer' | 'household';

/** What a segment is called and who registers and pays for it. */
export interface SegmentFacts {
  readonly nameId: string;
  readonly nameEn: string;
  /** Other names in use; compared without regard to case, spaces, dashes and underscores. */
  readonly aliases: readonly string[];
  readonly payer: PayerKind;
  readonly registeredBy: string;
  readonly legalBasis: string;
}

/** Every segment with its names, payer and who registers it. */
export const segmentFacts: Readonly<Record<Segment, SegmentFacts>> = {
  PBI_APBN: {
    nameId: 'PBI JK (APBN)',
    nameEn: 'Paid by the state budget',
    aliases: ['PBI', 'PBI JK', 'PBI JKN'],
    payer: 'state',
    registeredBy: 'Kementerian Sosial (penetapan), Kementerian Kesehatan (pendaftaran)',
    legalBasis: 'Permensos 3/2026; Peraturan BPJS Kesehatan 5/2018 Pasal 3',
  },
  PBPU_PEMDA: {
    nameId: 'PBPU dan BP Pemda',
    nameEn: 'Registered and paid by the local government',
    aliases: ['PBI APBD', 'PBPU-BP Pemda', 'Pemda', 'PD Pemda'],
    payer: 'region',
    registeredBy: 'Dinas Sosial atau Dinas Kesehatan menurut perjanjian kerja sama',
    legalBasis: 'Peraturan BPJS Kesehatan 5/2018 Pasal 3',
  },
  PPU_PN: {
    nameId: 'PPU Penyelenggara Negara',
    nameEn: 'Employed by the state',
    aliases: [],
    payer: 'employer',
    registeredBy: 'satuan kerja',
    legalBasis: 'Perpres 82/2018; Perpres 64/2020',
  },
  PPU_BU: {
    nameId: 'PPU Badan Usaha',
    nameEn: 'Employed by a business',
    aliases: [],
    payer: 'employer',
    registeredBy: 'pemberi kerja melalui e-Dabu',
    legalBasis: 'Perpres 82/2018; Perpres 64/2020',
  },
  PBPU: {
    nameId: 'PBPU mandiri',
    nameEn: 'Self-employed',
    aliases: ['mandiri', 'PBPU mandiri'],
    payer: 'household',
    registeredBy: 'keluarga sendiri',
    legalBasis: 'Perpres 82/2018; Perpres 64/2020 Pasal 34',
  },
  BP: {
    nameId: 'Bukan Pekerja',
    nameEn: 'Not working',
    aliases: ['Bukan Pekerja'],
    payer: 'household',
    registeredBy: 'keluarga sendiri; pensiunan dan veteran secara kolektif',
    legalBasis: 'Perpres 82/2018; Perpres 64/2020 Pasal 34',
  },
};

/** Whether the household pays itself: PBPU and BP. Only these have arrears of their own and may take REHAB. */
export function isSelfPaying(segment: Segment): segment is 'PBPU' | 'BP' {
  return segmentFacts[segment].payer === 'household';
}

/** Whether taxes pay: PBI and Pemda. The participant owes nothing and pays no service fine. */
export function isTaxPaid(segment: Segment): segment is 'PBI_APBN' | 'PBPU_PEMDA' {
  const { payer } = segmentFacts[segment];
  return payer === 'state' || payer === 'region';
}

/** Whether the employer pays and deducts the worker's share: PPU. */
export function isEmployed(segment: Segment): segment is 'PPU_PN' | 'PPU_BU' {
  return segmentFacts[segment].payer === 'employer';
}

/** Reads a segment by code or everyday name ('PBPU', 'pbi apbd', 'Mandiri'); undefined when unknown. */
export function readSegment(text: string): Segment | undefined {
  const wanted = plain(text);
  return segments.find(
    (segment) =>
      plain(segment) === wanted || segmentFacts[segment].aliases.some((alias) => plain(alias) === wanted),
  );
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[\s_-]+/g, '');
}
