import { formatDate, formatRupiah } from '@jangkau/kernel';
import type { Flow, FlowView } from './flow.ts';
import { accountsOf, quoteOf } from './reactivation.ts';
import { tariffOf } from './tariff-of.ts';

function telling(id: string, title: string, level: 0 | 1, say: (view: FlowView) => string): Flow {
  return {
    id,
    version: 1,
    title,
    level,
    first: 'tell',
    branch: 'informasi',
    steps: { tell: { kind: 'tell', say, next: 'end' } },
  };
}

const ways =
  'Bayar dengan nomor Virtual Account keluarga lewat ATM, mobile banking atau loket BRI, BNI, BTN, BCA, Mandiri, atau minimarket, kantor pos dan dompet digital. Satu nomor membayar seluruh keluarga. Jatuh tempo tanggal 10; boleh dibayarkan orang lain. Autodebit diatur di Mobile JKN atau kantor.';

/** What one may ask about money and status. A debt is told at level 1 only. */
export const money: readonly Flow[] = [
  telling('status', 'Cek status', 1, ({ facts }) => {
    if (!facts) return '';
    const state = facts.active ? 'AKTIF' : 'TIDAK AKTIF';
    const next = facts.active
      ? facts.toPay > 0
        ? `Yang perlu dibayar: ${formatRupiah(facts.toPay)}.`
        : 'Tidak ada yang perlu dilakukan.'
      : 'Ketik "aktifkan" untuk mengaktifkan kembali.';
    return `${facts.firstName}, kartu berakhiran ${facts.cardEnd}: ${state} sejak ${formatDate(facts.since)}, ${segmentName(facts.segment)}, kelas ${'I'.repeat(facts.roomClass)}. ${next}`;
  }),
  telling('bill', 'Cek tagihan', 1, ({ facts }) => {
    if (!facts) return '';
    if (facts.monthly === null) {
      return `Iuran Anda dibayar pihak lain (${segmentName(facts.segment)}).${facts.arrears.amount > 0 ? ` Tunggakan mandiri terdahulu: ${formatRupiah(facts.arrears.amount)}.` : ' Tidak ada tagihan.'}`;
    }
    const lines = [
      `Iuran keluarga (${facts.people} orang): ${formatRupiah(facts.monthly)} per bulan, jatuh tempo tanggal 10.`,
    ];
    if (facts.arrears.months > 0) lines.push(quoteOf({ facts } as FlowView));
    else
      lines.push(
        facts.toPay > 0
          ? `Yang perlu dibayar sekarang: ${formatRupiah(facts.toPay)}.`
          : 'Bulan ini sudah lunas.',
      );
    return lines.join('\n');
  }),
  telling('arrears', 'Cek tunggakan', 1, (view) => {
    const { facts } = view;
    if (!facts) return '';
    if (facts.arrears.months === 0) return 'Tidak ada tunggakan.';
    if (facts.segment !== 'PBPU' && facts.segment !== 'BP') {
      return `Tunggakan mandiri terdahulu: ${facts.arrears.months} bulan, ${formatRupiah(facts.arrears.amount)}. Kartu Anda tidak bergantung padanya.`;
    }
    return `${quoteOf(view)}\nPaling banyak 24 bulan yang ditagih. Dapat dicicil: ketik "rehab".`;
  }),
  telling('virtual-account', 'Nomor Virtual Account', 1, ({ facts }) =>
    facts && facts.virtualAccounts.length > 0
      ? `Virtual Account keluarga:\n${accountsOf(facts)}\nYang perlu dibayar sekarang: ${formatRupiah(facts.toPay)}.`
      : 'Iuran Anda tidak dibayar lewat Virtual Account keluarga.',
  ),
  telling(
    'pay-how',
    'Cara bayar',
    0,
    ({ today }) =>
      `${ways} Iuran mandiri per orang: kelas I ${formatRupiah(tariffOf(1, today))}, II ${formatRupiah(tariffOf(2, today))}, III ${formatRupiah(tariffOf(3, today))}.`,
  ),
  telling(
    'fine',
    'Denda pelayanan',
    0,
    () =>
      'Tidak ada denda terlambat bayar. Denda pelayanan hanya untuk rawat inap di rumah sakit dalam 45 hari setelah kartu aktif kembali: 5 % x perkiraan biaya paket (INA-CBG) x bulan menunggak (paling banyak 12), paling banyak Rp30.000.000. Rawat jalan dan puskesmas tidak kena; PBI dan Pemda tidak kena.',
  ),
  telling(
    'rehab-info',
    'Apa itu REHAB',
    0,
    () =>
      'REHAB: mencicil tunggakan peserta mandiri (4 sampai 24 bulan), paling banyak 12 tahap atau separuh bulan menunggak, tanpa bunga. Cicilan sudah memuat iuran berjalan; kartu aktif setelah tahap terakhir. Yang sudah pindah segmen: mulai 2 bulan, paling banyak 36 tahap. PBI dan Pemda tidak menunggak. Ketik "ikut rehab" untuk hitungan Anda.',
  ),
  {
    id: 'rehab',
    version: 1,
    title: 'Ikut REHAB',
    level: 1,
    first: 'may',
    branch: 'administrasi',
    steps: {
      may: {
        kind: 'route',
        by: ({ facts }) => (facts?.rehabPlan ? 'running' : facts?.rehab?.eligible ? 'stages' : 'refused'),
      },
      running: {
        kind: 'tell',
        say: ({ facts }) =>
          `REHAB Anda berjalan: ${facts?.rehabPlan?.paid} dari ${facts?.rehabPlan?.stages} tahap lunas.${facts?.rehabPlan?.nextDue ? ` Tahap berikut paling lambat ${formatDate(facts.rehabPlan.nextDue)}.` : ''}`,
        next: 'end',
      },
      refused: {
        kind: 'tell',
        say: ({ facts }) => refusal(facts?.rehab?.reason ?? 'NO_ARREARS'),
        next: 'end',
      },
      stages: {
        kind: 'ask',
        say: ({ facts }) => `Mau dicicil berapa tahap? Ketik angka 1 sampai ${facts?.rehab?.maxStages}.`,
        check: 'stages',
        next: 'count',
      },
      count: { kind: 'account', stagesFrom: 'stages', next: 'quote' },
      quote: {
        kind: 'choose',
        say: ({ facts }) => {
          const stages = facts?.rehab?.stages ?? [];
          return [
            `${stages.length} tahap, jumlah ${formatRupiah(facts?.rehab?.total ?? 0)}:`,
            ...stages.map(({ dueBy, amount }, i) => `${i + 1}. ${formatDate(dueBy)} ${formatRupiah(amount)}`),
            ...(facts?.rehab?.activeOn
              ? [`Aktif ${formatDate(facts.rehab.activeOn)} bila semua dibayar tepat waktu.`]
              : []),
          ].join('\n');
        },
        options: () => [
          { id: 'join', title: 'Daftar', next: 'sign-up' },
          { id: 'change', title: 'Ubah tahap', next: 'stages' },
          { id: 'no', title: 'Tidak jadi', next: 'cancelled' },
        ],
      },
      'sign-up': {
        kind: 'tell',
        say: ({ answers, settings }) =>
          settings.memberAppUrl
            ? `Lanjutkan pendaftaran REHAB ${answers.stages} tahap di aplikasi peserta:\n${settings.memberAppUrl}#/rehab\nMasuk dengan NIK atau nomor kartu; perjanjiannya disetujui di sana. Bisa juga di Mobile JKN, menu New Rehab (Cicilan).`
            : `Pendaftaran REHAB ${answers.stages} tahap dilanjutkan di aplikasi peserta, menu REHAB, atau Mobile JKN menu New Rehab (Cicilan). Perjanjiannya disetujui di sana.`,
        next: 'end',
      },
      cancelled: { kind: 'tell', say: () => 'Baik, tidak ada yang didaftarkan.', next: 'end' },
    },
  },
  {
    id: 'payment-missing',
    version: 1,
    title: 'Sudah bayar belum masuk',
    level: 1,
    first: 'paid',
    branch: 'informasi',
    steps: {
      paid: {
        kind: 'ask',
        label: 'Tanggal bayar',
        say: ({ facts }) =>
          `Pada catatan kami yang masih perlu dibayar: ${formatRupiah(facts?.toPay ?? 0)}. Tanggal berapa Anda membayar? Contoh 05-03-2026.`,
        check: 'past-date',
        next: 'files',
      },
      files: { kind: 'files', documents: () => ['Bukti pembayaran'], next: 'record' },
      record: { kind: 'record', service: 'payment', next: 'done' },
      done: {
        kind: 'tell',
        say: ({ recorded }) =>
          `Laporan ${recorded?.number} kami terima. Pembayaran dicocokkan dengan bank; jawaban paling lambat ${recorded?.dueOn}. Jangan bayar dua kali.`,
        next: 'end',
      },
    },
  },
];

function refusal(reason: string): string {
  switch (reason) {
    case 'NO_ARREARS':
      return 'Anda tidak menunggak, jadi REHAB tidak diperlukan.';
    case 'TOO_FEW_MONTHS':
      return 'REHAB untuk tunggakan mulai 4 bulan (2 bulan bila sudah pindah segmen). Tunggakan Anda lebih sedikit: bayar sekaligus, ketik "tagihan".';
    case 'NOT_PBPU_OR_BP':
      return 'REHAB hanya untuk tunggakan peserta mandiri. Anda tidak berutang iuran mandiri.';
    case 'REGISTRATION_CLOSED':
      return 'Pendaftaran bulan ini sudah ditutup (tanggal 28, Februari tanggal 27). Daftar lagi mulai tanggal 1.';
    default:
      return 'REHAB belum dapat diberikan untuk Anda. Ketik "petugas" agar kami periksa.';
  }
}

function segmentName(segment: string): string {
  const names: Record<string, string> = {
    PBI_APBN: 'PBI (dibayar pemerintah pusat)',
    PBPU_PEMDA: 'dibayar pemerintah daerah',
    PPU_PN: 'penyelenggara negara',
    PPU_BU: 'pekerja badan usaha',
    PBPU: 'mandiri',
    BP: 'bukan pekerja',
  };
  return names[segment] ?? segment;
}
