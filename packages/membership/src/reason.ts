import { formatDate } from '@jangkau/kernel';
import type { Inactivity } from './inactivity.ts';

/**
 * What a state of cover means and what to do about it, in both languages. `{name}` places are filled in: `from` and
 * `until` are the first and last day on which it can be done.
 */
export interface ReasonFacts {
  readonly active: boolean;
  readonly inactivity: Inactivity | null;
  readonly legalBasis: string;
  readonly id: string;
  readonly en: string;
  readonly nextStepId: string;
  readonly nextStepEn: string;
  /** What remains to be done once `until` (`from` where there is no other) is past; for every step that names a day. */
  readonly over?: { readonly id: string; readonly en: string };
}

const article42 = 'Perpres 64/2020 Pasal 42';

/** Every reason for being covered or not, by code. Codes are stable. */
export const reasons = {
  PAID: {
    active: true,
    inactivity: null,
    legalBasis: `${article42} ayat (1)`,
    id: 'Iuran sudah dibayar.',
    en: 'Contributions are paid.',
    nextStepId: 'Tidak ada; bayar iuran bulan berikutnya paling lambat tanggal 10.',
    nextStepEn: "None; pay next month's contribution by the 10th.",
  },
  CURRENT_MONTH_DUE: {
    active: true,
    inactivity: null,
    legalBasis: `${article42} ayat (1)`,
    id: 'Aktif; iuran bulan ini belum dibayar.',
    en: 'Covered; the contribution of this month is not paid yet.',
    nextStepId: 'Bayar iuran bulan ini sebelum bulan berakhir agar tidak nonaktif tanggal 1.',
    nextStepEn: "Pay this month's contribution before the month ends, or cover stops on the 1st.",
  },
  STATE_PAYS: {
    active: true,
    inactivity: null,
    legalBasis: 'Perpres 82/2018; Peraturan BPJS Kesehatan 5/2018 Pasal 3',
    id: 'Iuran dibayar pemerintah pusat.',
    en: 'The state budget pays the contribution.',
    nextStepId: 'Tidak ada.',
    nextStepEn: 'None.',
  },
  REGION_PAYS: {
    active: true,
    inactivity: null,
    legalBasis: 'Perpres 82/2018; Peraturan BPJS Kesehatan 5/2018 Pasal 3',
    id: 'Iuran dibayar pemerintah daerah.',
    en: 'The local government pays the contribution.',
    nextStepId: 'Tidak ada.',
    nextStepEn: 'None.',
  },
  EMPLOYER_PAYS: {
    active: true,
    inactivity: null,
    legalBasis: 'Perpres 82/2018; Perpres 64/2020',
    id: 'Iuran dibayar melalui pemberi kerja.',
    en: 'The employer pays the contribution.',
    nextStepId: 'Tidak ada.',
    nextStepEn: 'None.',
  },
  LAYOFF_GUARANTEE: {
    active: true,
    inactivity: null,
    legalBasis: 'Perpres 82/2018 Pasal 27; Perpres 59/2024',
    id: 'Jaminan setelah PHK, tanpa iuran, kelas III.',
    en: 'Cover after a layoff, without contribution, class III.',
    nextStepId:
      'Paling lambat {until}: daftar melalui pemberi kerja baru, mandiri, atau Dinas Sosial bila tidak mampu.',
    nextStepEn: 'By {until}: register through a new employer, as mandiri, or with Dinas Sosial if unable.',
    over: {
      id: 'Jaminan setelah PHK berakhir {until}. Segera daftar melalui pemberi kerja baru, mandiri, atau Dinas Sosial bila tidak mampu.',
      en: 'Cover after the layoff ended on {until}. Register now through a new employer, as mandiri, or with Dinas Sosial if unable.',
    },
  },
  ARREARS_DEFERRED: {
    active: true,
    inactivity: null,
    legalBasis: `${article42} ayat (3a) dan (3b)`,
    id: 'Aktif; sisa tunggakan ditangguhkan.',
    en: 'Covered; the rest of the arrears is deferred.',
    nextStepId: 'Lunasi sisa tunggakan sebelum {until} dan bayar iuran setiap bulan.',
    nextStepEn: 'Clear the rest of the arrears before {until} and pay every month.',
    over: {
      id: 'Batas waktu sudah lewat: lunasi sisa tunggakan sekarang dan bayar iuran setiap bulan.',
      en: 'The time for it is over: clear the rest of the arrears now and pay every month.',
    },
  },
  ARREARS: {
    active: false,
    inactivity: 'arrears',
    legalBasis: `${article42} ayat (1) dan (3)`,
    id: 'Menunggak iuran.',
    en: 'Contributions are in arrears.',
    nextStepId: 'Bayar tunggakan (paling banyak 24 bulan) ditambah iuran bulan ini, atau daftar REHAB.',
    nextStepEn: "Pay the arrears (24 months at most) and this month's contribution, or take REHAB.",
  },
  EMPLOYER_ARREARS: {
    active: false,
    inactivity: 'arrears',
    legalBasis: `${article42} ayat (1) dan (2)`,
    id: 'Pemberi kerja menunggak iuran.',
    en: 'The employer is in arrears.',
    nextStepId: 'Pemberi kerja melunasi iuran; sementara itu wajib menanggung biaya pelayanan pekerjanya.',
    nextStepEn: "The employer pays; meanwhile it must bear the cost of its workers' care itself.",
  },
  PAYER_STOPPED: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: `${article42} ayat (1)`,
    id: 'Pembayar (pemerintah pusat atau daerah) tidak lagi membayar; peserta tidak berutang.',
    en: 'The state or region no longer pays; the participant owes nothing.',
    nextStepId: 'Tanyakan ke Dinas Sosial, atau daftar mandiri atau melalui pemberi kerja.',
    nextStepEn: 'Ask Dinas Sosial, or register as mandiri or through an employer.',
  },
  PBI_REMOVED: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Permensos 3/2026 Pasal 20',
    id: 'Dikeluarkan dari PBI oleh keputusan Menteri Sosial.',
    en: 'Removed from PBI by decree of the Minister of Social Affairs.',
    nextStepId:
      'Bila tidak mampu: Dinas Sosial sampai {until} (surat fasilitas kesehatan); bila mampu: mandiri atau pemberi kerja.',
    nextStepEn:
      'If unable: Dinas Sosial until {until} (letter of a health facility); if able: mandiri or an employer.',
    over: {
      id: 'Batas pengaktifan kembali sudah lewat ({until}). Bila tidak mampu: minta desa atau Dinas Sosial mengusulkan PBI baru, atau pendaftaran oleh Pemda; bila mampu: mandiri atau pemberi kerja.',
      en: 'The time to be put back ended on {until}. If unable: ask the village or Dinas Sosial for a new PBI proposal, or to be registered by the local government; if able: mandiri or an employer.',
    },
  },
  PEMDA_REMOVED: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Perjanjian kerja sama Pemda dan BPJS Kesehatan',
    id: 'Tidak lagi didaftarkan pemerintah daerah.',
    en: 'No longer registered by the local government.',
    nextStepId: 'Bila tidak mampu: Dinas Sosial; bila mampu: mandiri atau pemberi kerja.',
    nextStepEn: 'If unable: Dinas Sosial; if able: mandiri or an employer.',
  },
  EMPLOYMENT_ENDED: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Perpres 82/2018 Pasal 27',
    id: 'Berhenti bekerja; tanpa bukti PHK tidak ada jaminan sesudahnya.',
    en: 'Employment ended; without proof of layoff there is no cover after it.',
    nextStepId: 'Daftar melalui pemberi kerja baru atau mandiri; bila tidak mampu: Dinas Sosial.',
    nextStepEn: 'Register through a new employer or as mandiri; if unable: Dinas Sosial.',
  },
  LAYOFF_GUARANTEE_OVER: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Perpres 82/2018 Pasal 27; Perpres 59/2024',
    id: 'Jaminan setelah PHK sudah berakhir.',
    en: 'The time of cover after the layoff is over.',
    nextStepId: 'Daftar melalui pemberi kerja baru atau mandiri; bila tidak mampu: Dinas Sosial.',
    nextStepEn: 'Register through a new employer or as mandiri; if unable: Dinas Sosial.',
  },
  CHILD_OVER_AGE: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Perpres 82/2018 Pasal 5',
    id: 'Anak sudah 21 tahun tanpa surat aktif kuliah, atau 25 tahun.',
    en: 'A child of 21 without a student letter, or of 25.',
    nextStepId: 'Kirim surat aktif kuliah dan KK paling lambat tanggal 20, atau daftar di segmen sendiri.',
    nextStepEn: 'Send the student letter and KK by the 20th, or register in a segment of their own.',
  },
  FAMILY_DROPPED: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Perpres 82/2018 Pasal 5',
    id: 'Dikeluarkan dari tanggungan pekerja.',
    en: "Dropped from the worker's family.",
    nextStepId: 'Daftar di segmen yang sesuai (mandiri melalui PANDAWA atau kantor).',
    nextStepEn: 'Register in the proper segment (mandiri by PANDAWA or at the office).',
  },
  AWAITING_FIRST_PAYMENT: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Peraturan BPJS Kesehatan 6/2018',
    id: 'Sudah mendaftar; menunggu pembayaran pertama.',
    en: 'Registered; waiting for the first payment.',
    nextStepId: 'Bayar iuran pertama dari {from} sampai {until}.',
    nextStepEn: 'Pay the first contribution from {from} to {until}.',
    over: {
      id: 'Batas pembayaran pertama sudah lewat ({until}) dan pendaftaran gugur. Daftar kembali.',
      en: 'The last day of the first payment was {until} and the application has lapsed. Register again.',
    },
  },
  APPLICATION_LAPSED: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Peraturan BPJS Kesehatan 6/2018',
    id: 'Pembayaran pertama tidak dilakukan; pendaftaran gugur.',
    en: 'The first payment was not made; the application lapsed.',
    nextStepId: 'Daftar kembali.',
    nextStepEn: 'Register again.',
  },
  AWAITING_COVER_START: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Perjanjian kerja sama Pemda dan BPJS Kesehatan',
    id: 'Sudah didaftarkan; jaminan mulai {from}.',
    en: 'Registered; cover begins on {from}.',
    nextStepId: 'Tunggu sampai {from}.',
    nextStepEn: 'Wait until {from}.',
    over: {
      id: 'Jaminan seharusnya mulai {from}. Bila kartu belum aktif, hubungi kantor BPJS Kesehatan.',
      en: 'Cover should have begun on {from}. If the card does not work yet, ask the BPJS Kesehatan office.',
    },
  },
  NEVER_ENROLLED: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'UU 40/2004; UU 24/2011',
    id: 'Belum pernah terdaftar di suatu segmen.',
    en: 'Never registered in any segment.',
    nextStepId: 'Daftar: pekerja melalui pemberi kerja, mampu mandiri, tidak mampu melalui Dinas Sosial.',
    nextStepEn: 'Register: workers through the employer, the able as mandiri, the unable by Dinas Sosial.',
  },
  RETURNED: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'Perpres 82/2018; Peraturan BPJS Kesehatan 6/2018',
    id: 'Kembali dari luar negeri; iuran ditagih sejak bulan ini.',
    en: 'Back from abroad; contributions are billed from this month.',
    nextStepId: 'Bayar iuran bulan ini; jaminan aktif saat dibayar.',
    nextStepEn: "Pay this month's contribution; cover begins on payment.",
  },
  MOVED_OUT: {
    active: false,
    inactivity: 'lapsed',
    legalBasis: 'UU 24/2011',
    id: 'Keluar dari segmen dan belum terdaftar di segmen lain.',
    en: 'Left a segment and is not registered in another yet.',
    nextStepId: 'Daftar di segmen yang sesuai.',
    nextStepEn: 'Register in the proper segment.',
  },
  DIED: {
    active: false,
    inactivity: 'ended',
    legalBasis: 'Peraturan BPJS Kesehatan 6/2018',
    id: 'Meninggal dunia.',
    en: 'Died.',
    nextStepId: 'Tidak ada; keluarga dapat melunasi iuran sampai bulan meninggal.',
    nextStepEn: 'None; the family may settle contributions up to the month of death.',
  },
  ABROAD: {
    active: false,
    inactivity: 'ended',
    legalBasis: 'Perpres 82/2018; Peraturan BPJS Kesehatan 6/2018',
    id: 'Tinggal di luar negeri lebih dari 6 bulan.',
    en: 'Lives abroad for more than 6 months.',
    nextStepId: 'Lapor saat kembali; iuran ditagih kembali sejak itu.',
    nextStepEn: 'Report on return; contributions are billed again from then.',
  },
  DUPLICATE: {
    active: false,
    inactivity: 'ended',
    legalBasis: 'Peraturan BPJS Kesehatan 6/2018',
    id: 'Kartu ganda; nomor lain yang berlaku.',
    en: 'Duplicate card; another number goes on.',
    nextStepId: 'Pakai nomor kartu yang masih berlaku.',
    nextStepEn: 'Use the card number that goes on.',
  },
  CITIZENSHIP_LOST: {
    active: false,
    inactivity: 'ended',
    legalBasis: 'UU 40/2004',
    id: 'Bukan lagi penduduk atau warga negara.',
    en: 'No longer a resident or citizen.',
    nextStepId: 'Tidak ada.',
    nextStepEn: 'None.',
  },
} as const satisfies Record<string, ReasonFacts>;

/** Code of a reason. */
export type ReasonCode = keyof typeof reasons;

/** What to do next, in both languages. */
export interface NextStep {
  readonly id: string;
  readonly en: string;
}

/** Words in both languages with their `{places}`: dates are ISO, 'YYYY-MM-DD', and written out in Indonesian. */
export function filledWords(words: NextStep, places: Readonly<Record<string, string>>): NextStep {
  const fill = (text: string, say: (value: string) => string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => say(places[name] ?? '?'));
  return {
    id: fill(words.id, (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value)),
    en: fill(words.en, (value) => value),
  };
}

/**
 * The next step of a reason with its `{places}` filled in. Asked on a day (ISO) after the last one it could be done,
 * it says so and what remains.
 */
export function nextStepOf(
  code: ReasonCode,
  places: Readonly<Record<string, string>> = {},
  day?: string,
): NextStep {
  const { nextStepId, nextStepEn, over }: ReasonFacts = reasons[code];
  const last = places.until ?? places.from;
  const isOver = over !== undefined && day !== undefined && last !== undefined && last < day;
  return filledWords(isOver ? over : { id: nextStepId, en: nextStepEn }, places);
}
