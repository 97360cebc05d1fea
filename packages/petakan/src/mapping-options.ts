import type { ColumnMapping } from '@jangkau/registers';

/** A reviewer's decision on a pair, kept by the registers' own numbers so that it outlives the run. */
export interface Decision {
  no_penduduk: string;
  no_kartu: string;
  verdict: 'same' | 'different';
}

/** A mapping run. */
export interface MappingOptions {
  residents: string[];
  members: string[];
  /** Folder for the results; made when absent. */
  out: string;
  /** 'YYYY-MM-DD': the date of the figures. */
  asOf: string;
  /** Residents with p_uncovered at or above this are on the list. Default DEFAULT_THRESHOLD. */
  threshold?: number;
  /** Columns somebody corrected, by path of the file. */
  mappings?: Partial<Record<'residents' | 'members', Record<string, ColumnMapping>>>;
  /** Village codes by village name, for files that give only the name. */
  villages?: ReadonlyMap<string, string>;
  /** Only residents of this village code. */
  village?: string;
  /** A model file (or summary.json of another run) instead of the built-in model. */
  model?: string;
  threads?: number;
  /** DuckDB size text, such as '4GiB'. */
  memory?: string;
  /** Also write load/*.csv for bulk loading into PostgreSQL. */
  load?: boolean;
  decisions?: Decision[];
  onProgress?: (progress: MappingProgress) => void;
  signal?: AbortSignal;
}

/** Where a run is. */
export interface MappingProgress {
  stage: MappingStage;
  label_id: string;
  label_en: string;
  /** Stages finished, of all stages. */
  done: number;
  total: number;
  rows?: number;
  /** Milliseconds the stage took, once it is finished. */
  ms?: number;
}

export const MAPPING_STAGES = [
  'import-residents',
  'import-members',
  'nik',
  'standardise',
  'block',
  'compare',
  'train',
  'resolve',
  'assign',
  'estimate',
  'write',
  'load',
] as const;

export type MappingStage = (typeof MAPPING_STAGES)[number];

/** What each stage does, in plain words. */
export const STAGE_LABELS: Record<MappingStage, { id: string; en: string }> = {
  'import-residents': { id: 'Membaca register penduduk', en: 'Reading the population register' },
  'import-members': { id: 'Membaca register peserta', en: 'Reading the member register' },
  nik: { id: 'Mencocokkan NIK yang sama', en: 'Matching equal NIKs' },
  standardise: { id: 'Menyeragamkan nama dan tanggal', en: 'Standardising names and dates' },
  block: { id: 'Mencari calon pasangan', en: 'Finding candidate pairs' },
  compare: { id: 'Membandingkan calon pasangan', en: 'Comparing candidate pairs' },
  train: { id: 'Menghitung bobot bukti', en: 'Learning the weight of evidence' },
  resolve: { id: 'Menimbang semua calon bersama-sama', en: 'Weighing all candidates together' },
  assign: { id: 'Menetapkan pasangan', en: 'Settling the links' },
  estimate: { id: 'Menghitung per desa', en: 'Estimating per village' },
  write: { id: 'Menulis hasil', en: 'Writing the results' },
  load: { id: 'Menyiapkan data untuk layar', en: 'Preparing data for the screens' },
};

/**
 * The threshold balances a wasted visit against a missed person. A visit to somebody covered costs a visit;
 * passing over somebody uncovered costs what finding them later costs (often a debt or a refused treatment), taken
 * as four visits: listing pays from p >= 1 / (1 + 4). Lower thresholds find hardly anybody more.
 */
export const DEFAULT_THRESHOLD = 0.2;
