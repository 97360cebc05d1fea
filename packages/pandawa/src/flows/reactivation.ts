import { formatDate, formatRupiah } from '@jangkau/kernel';
import type { Flow, FlowView } from './flow.ts';
import { monthName } from './month-name.ts';
import { tariffOf } from './tariff-of.ts';

/** J: every kind of inactivity has its own road back. */
export const reactivation: Flow = {
  id: 'reactivate',
  version: 1,
  title: 'Aktifkan kembali',
  level: 1,
  first: 'road',
  branch: 'administrasi',
  steps: {
    road: { kind: 'route', by: ({ facts }) => roadOf(facts) },
    active: {
      kind: 'tell',
      say: ({ facts }) =>
        `Kartu Anda aktif sejak ${formatDate(facts?.since ?? '')}. Tidak perlu diaktifkan.${facts && facts.toPay > 0 ? ` Yang perlu dibayar sekarang ${formatRupiah(facts.toPay)}.` : ''}`,
      next: 'end',
    },
    arrears: {
      kind: 'choose',
      say: (view) => `${quoteOf(view)}\nPilih jalan Anda:`,
      options: ({ facts }) => [
        { id: 'pay', title: 'Bayar sekaligus', next: 'pay' },
        ...(facts?.rehab?.eligible ? [{ id: 'rehab', title: 'Cicil (REHAB)', next: 'rehab' }] : []),
        { id: 'person', title: 'Bicara petugas', next: 'person' },
      ],
    },
    pay: {
      kind: 'tell',
      say: ({ facts }) =>
        `Bayar ${formatRupiah(facts?.toPay ?? 0)} ke Virtual Account keluarga:\n${accountsOf(facts)}\nKartu aktif setelah pembayaran tercatat. Rawat inap dalam 45 hari setelah aktif dapat dikenai denda pelayanan.`,
      next: 'end',
    },
    rehab: {
      kind: 'tell',
      say: ({ facts }) =>
        `REHAB: paling banyak ${facts?.rehab?.maxStages} tahap, jumlah ${formatRupiah(facts?.rehab?.total ?? 0)}, tahap pertama ${formatRupiah(facts?.rehab?.stages[0]?.amount ?? 0)}. Aktif setelah tahap terakhir${facts?.rehab?.activeOn ? ` (${formatDate(facts.rehab.activeOn)})` : ''}. Ketik "ikut rehab" untuk memilih tahap dan mendaftar.`,
      next: 'end',
    },
    employer: {
      kind: 'tell',
      say: () =>
        'Pemberi kerja Anda menunggak iuran. Hubungi HRD: pemberi kerja wajib melunasi, dan sementara itu menanggung biaya berobat pekerjanya.',
      next: 'end',
    },
    lapsed: {
      kind: 'choose',
      label: 'Keadaan',
      say: ({ facts }) =>
        `Bantuan iuran pemerintah untuk Anda berhenti sejak ${formatDate(facts?.since ?? '')}. Anda tidak berutang. Bagaimana keadaan Anda sekarang?`,
      options: () => [
        {
          id: 'unable',
          title: 'Tidak mampu',
          description: 'Usulkan kembali lewat Dinas Sosial',
          next: 'unable',
        },
        { id: 'able', title: 'Mampu membayar', description: 'Menjadi peserta mandiri', next: 'able' },
        { id: 'working', title: 'Sudah bekerja', description: 'Didaftarkan pemberi kerja', next: 'working' },
        { id: 'person', title: 'Bicara petugas', next: 'person' },
      ],
    },
    unable: {
      kind: 'choose',
      say: ({ facts, today }) =>
        facts?.until && isTooLate({ facts, today })
          ? `Batas pengaktifan kembali (${formatDate(facts.until)}) sudah lewat. Bila tidak mampu, minta kantor desa atau Dinas Sosial mengusulkan Anda sebagai penerima bantuan baru lewat SIKS-NG; bawa KTP dan KK, SKTM membantu. Perlu petugas mencatat dokumen Anda?`
          : `Bawa KTP, KK, dan surat keterangan dari puskesmas atau rumah sakit bahwa Anda perlu berobat ke Dinas Sosial atau kantor desa${facts?.until ? ` paling lambat ${formatDate(facts.until)}` : ''}. SKTM membantu. Dinas Sosial mengusulkan lewat SIKS-NG, lalu kartu aktif kembali. Perlu petugas mencatat dokumen Anda?`,
      options: () => [
        { id: 'yes', title: 'Kirim dokumen', next: 'social-files' },
        { id: 'no', title: 'Cukup', next: 'finished' },
      ],
    },
    'social-files': {
      kind: 'files',
      // Proposed anew, a need of care is not asked about; SKTM helps, and cannot be asked of who has none.
      documents: (view) => [
        ...(isTooLate(view) ? [] : ['Surat keterangan fasilitas kesehatan']),
        'KTP',
        'Kartu Keluarga (KK)',
      ],
      next: 'record',
    },
    able: {
      kind: 'tell',
      say: ({ today }) =>
        `Sebagai mandiri, iuran per orang per bulan: kelas III ${formatRupiah(tariffOf(3, today))}, kelas II ${formatRupiah(tariffOf(2, today))}, kelas I ${formatRupiah(tariffOf(1, today))}. Daftar dan bayar dalam satu bulan sejak berhenti: tanpa menunggu 14 hari. Ketik "pindah mandiri" untuk mendaftar.`,
      next: 'end',
    },
    working: {
      kind: 'tell',
      say: () =>
        'Berikan NIK dan KK Anda ke HRD. Pemberi kerja mendaftarkan lewat e-Dabu paling lambat sehari sebelum akhir bulan; aktif bulan berikutnya.',
      next: 'end',
    },
    'job-ended': {
      kind: 'choose',
      label: 'Sebab berakhir',
      say: ({ facts }) =>
        `Kepesertaan dari pemberi kerja berakhir ${formatDate(facts?.since ?? '')}. Apa sebabnya?`,
      options: () => [
        { id: 'layoff', title: 'Kena PHK', next: 'layoff' },
        {
          id: 'resigned',
          title: 'Keluar sendiri',
          description: 'Mengundurkan diri, kontrak habis, pensiun',
          next: 'resigned',
        },
        { id: 'working', title: 'Sudah kerja lagi', next: 'working' },
        { id: 'person', title: 'Bicara petugas', next: 'person' },
      ],
    },
    layoff: {
      kind: 'choose',
      say: () =>
        'PHK: dijamin 6 bulan tanpa iuran, kelas III, dengan bukti PHK (tanda terima laporan PHK, perjanjian bersama, atau putusan PHI). Kirim buktinya sekarang?',
      options: () => [
        { id: 'yes', title: 'Kirim bukti', next: 'layoff-files' },
        { id: 'no', title: 'Belum ada', next: 'resigned' },
      ],
    },
    'layoff-files': { kind: 'files', documents: () => ['Bukti PHK', 'KTP'], next: 'record' },
    resigned: {
      kind: 'tell',
      say: ({ today }) =>
        `Tanpa bukti PHK tidak ada jaminan 6 bulan. Jalan Anda: pemberi kerja baru, atau mandiri mulai ${formatRupiah(tariffOf(3, today))} per orang (kelas III); dalam satu bulan sejak berhenti tanpa menunggu 14 hari. Tidak mampu? Dinas Sosial. Ketik "pindah mandiri" untuk mendaftar.`,
      next: 'end',
    },
    child: {
      kind: 'choose',
      label: 'Kuliah atau sekolah',
      say: () =>
        'Anak ditanggung sampai usia 21 tahun, atau 25 tahun bila masih kuliah. Masih kuliah atau sekolah?',
      options: () => [
        { id: 'study', title: 'Masih kuliah', next: 'child-files' },
        { id: 'no', title: 'Tidak lagi', next: 'able' },
      ],
    },
    'child-files': {
      kind: 'files',
      documents: () => ['Surat keterangan aktif kuliah', 'Kartu Keluarga (KK)'],
      next: 'record',
    },
    record: { kind: 'record', service: 'J', next: 'done' },
    done: {
      kind: 'tell',
      say: ({ recorded }) =>
        `Permohonan ${recorded?.number} kami terima. Petugas memeriksa dokumen dan menjawab paling lambat ${recorded?.dueOn}.`,
      next: 'end',
    },
    other: {
      kind: 'choose',
      say: ({ facts }) =>
        `Kartu Anda tidak aktif sejak ${formatDate(facts?.since ?? '')}. Petugas perlu memeriksa sebabnya.`,
      options: () => [
        { id: 'person', title: 'Bicara petugas', next: 'person' },
        { id: 'no', title: 'Nanti saja', next: 'finished' },
      ],
    },
    finished: { kind: 'tell', say: () => 'Baik. Hubungi kami lagi kapan saja.', next: 'end' },
    person: { kind: 'person' },
  },
};

function roadOf(facts: FlowView['facts']): string {
  if (!facts || facts.active) return 'active';
  switch (facts.reason) {
    case 'ARREARS':
      return 'arrears';
    case 'EMPLOYER_ARREARS':
      return 'employer';
    case 'PAYER_STOPPED':
    case 'PBI_REMOVED':
    case 'PEMDA_REMOVED':
      return 'lapsed';
    case 'EMPLOYMENT_ENDED':
    case 'LAYOFF_GUARANTEE_OVER':
    case 'FAMILY_DROPPED':
      return 'job-ended';
    case 'CHILD_OVER_AGE':
      return 'child';
    default:
      return 'other';
  }
}

/** Whether the time in which a contribution helped by the state may come back is over. */
function isTooLate({ facts, today }: Pick<FlowView, 'facts' | 'today'>): boolean {
  return typeof facts?.until === 'string' && facts.until < today;
}

/** The reactivation price of a family, to the rupiah. */
export function quoteOf({ facts }: FlowView): string {
  if (!facts) return '';
  const { arrears, toPay, people } = facts;
  const current = toPay - arrears.amount;
  const since = arrears.firstMonth ? ` sejak ${monthName(arrears.firstMonth)}` : '';
  return [
    `Tunggakan ${arrears.months} bulan${since} untuk ${people} orang: ${formatRupiah(arrears.amount)}.`,
    ...(current > 0 ? [`Iuran bulan ini: ${formatRupiah(current)}.`] : []),
    `Agar aktif kembali: ${formatRupiah(toPay)}.`,
  ].join('\n');
}

/** Virtual accounts, one a line. */
export function accountsOf(facts: FlowView['facts']): string {
  return (facts?.virtualAccounts ?? []).map(({ bank, number }) => `${bank}: ${number}`).join('\n');
}
