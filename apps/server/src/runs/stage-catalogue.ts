/** A stage of a run: what people call it and its usual share of the time. */
export interface StageKind {
  stage: string;
  labelId: string;
  labelEn: string;
  weight: number;
}

/** Stages in their order. Weights only shape the progress bar. */
export const stageCatalogue: readonly StageKind[] = [
  {
    stage: 'import-residents',
    labelId: 'Membaca register penduduk',
    labelEn: 'Reading residents',
    weight: 10,
  },
  { stage: 'import-members', labelId: 'Membaca register peserta', labelEn: 'Reading members', weight: 10 },
  { stage: 'nik', labelId: 'Memadankan NIK yang sama', labelEn: 'Matching equal NIK', weight: 6 },
  { stage: 'residue', labelId: 'Mengumpulkan yang belum padan', labelEn: 'Collecting the rest', weight: 2 },
  {
    stage: 'standardise',
    labelId: 'Menyeragamkan nama dan alamat',
    labelEn: 'Standardising names',
    weight: 5,
  },
  { stage: 'block', labelId: 'Mencari calon pasangan', labelEn: 'Finding candidate pairs', weight: 5 },
  { stage: 'compare', labelId: 'Membandingkan calon pasangan', labelEn: 'Comparing candidates', weight: 8 },
  { stage: 'train', labelId: 'Menaksir bobot bukti', labelEn: 'Estimating weights', weight: 3 },
  { stage: 'score', labelId: 'Menghitung peluang', labelEn: 'Scoring', weight: 5 },
  {
    stage: 'household',
    labelId: 'Menimbang bukti keluarga',
    labelEn: 'Weighing household evidence',
    weight: 4,
  },
  { stage: 'assign', labelId: 'Menetapkan pasangan', labelEn: 'Assigning pairs', weight: 3 },
  { stage: 'calibrate', labelId: 'Mengalibrasi peluang', labelEn: 'Calibrating', weight: 2 },
  { stage: 'estimate', labelId: 'Menaksir angka desa', labelEn: 'Estimating village figures', weight: 2 },
  { stage: 'write', labelId: 'Menulis hasil', labelEn: 'Writing results', weight: 8 },
  { stage: 'load', labelId: 'Memuat hasil ke basis data', labelEn: 'Loading into the database', weight: 35 },
];
