import { formatDate, formatRupiah } from '@jangkau/kernel';
import { classChange, newbornRegistration, parseDate } from '@jangkau/membership';
import { facilityFlows } from './facility-flow.ts';
import type { Flow, FlowView } from './flow.ts';
import { serviceFlow } from './service-flow.ts';
import { tariffOf } from './tariff-of.ts';

const KK = 'Kartu Keluarga (KK)';
const KTP = 'KTP';

const classes = [
  { id: '1', title: 'Kelas I' },
  { id: '2', title: 'Kelas II' },
  { id: '3', title: 'Kelas III' },
] as const;

function tariffs({ today }: FlowView): string {
  return ([1, 2, 3] as const)
    .map((roomClass) => `kelas ${'I'.repeat(roomClass)} ${formatRupiah(tariffOf(roomClass, today))}`)
    .join(', ');
}

/** Services A to I: what the branch's people do on request. */
export const administration: readonly Flow[] = [
  serviceFlow({
    id: 'register',
    code: 'A',
    title: 'Pendaftaran baru',
    level: 0,
    intro: (view) =>
      `Pendaftaran mandiri untuk seluruh anggota KK. Iuran per orang per bulan: ${tariffs(view)}. Pembayaran pertama hari ke-14 sampai ke-30 setelah mendaftar; kartu aktif setelah dibayar. Tidak mampu? Hubungi desa atau Dinas Sosial. Pekerja didaftarkan pemberi kerja. Lanjut mandiri?`,
    questions: [
      {
        id: 'people',
        label: 'Jumlah orang dalam KK',
        say: () => 'Berapa orang dalam KK Anda? Ketik angkanya.',
        check: 'number',
      },
      { id: 'class', label: 'Kelas', say: (view) => `Pilih kelas (${tariffs(view)}):`, options: classes },
      {
        id: 'phone',
        label: 'Nomor HP',
        say: () => 'Nomor HP yang didaftarkan? Contoh 081234567890.',
        check: 'phone',
      },
    ],
    documents: () => [KK, KTP, 'Buku tabungan untuk autodebit (BRI, Mandiri, BNI, BTN atau BCA)'],
    closing: () => 'Bila lengkap, Anda menerima nomor Virtual Account untuk pembayaran pertama.',
  }),
  serviceFlow({
    id: 'add-family',
    code: 'B',
    title: 'Tambah anggota keluarga',
    level: 2,
    intro: () =>
      'Anggota baru dalam KK mengikuti segmen Anda. Pekerja: suami/istri dan paling banyak 3 anak ditanggung; anggota lain 1 % upah per orang. Mandiri: seluruh anggota KK wajib ikut. Lanjut?',
    questions: [
      {
        id: 'relation',
        label: 'Hubungan',
        say: () => 'Siapa yang ditambahkan?',
        options: [
          { id: 'spouse', title: 'Suami atau istri' },
          { id: 'child', title: 'Anak' },
          { id: 'adopted', title: 'Anak angkat' },
          { id: 'other', title: 'Orang tua / lainnya' },
        ],
      },
      { id: 'name', label: 'Nama', say: () => 'Nama lengkap sesuai KTP atau KK?' },
      {
        id: 'born',
        label: 'Tanggal lahir',
        say: () => 'Tanggal lahirnya? Contoh 17-08-1990.',
        check: 'past-date',
      },
    ],
    documents: ({ answers }) => [
      KK,
      ...(answers.relation === 'spouse' ? ['Buku nikah atau akta perkawinan', KTP] : []),
      ...(answers.relation === 'child' ? ['Akta kelahiran'] : []),
      ...(answers.relation === 'adopted' ? ['Penetapan pengadilan'] : []),
      ...(answers.relation === 'other' ? [KTP] : []),
    ],
    closing: () => 'Anggota baru muncul di keluarga Anda setelah diperiksa.',
  }),
  serviceFlow({
    id: 'newborn',
    code: 'C',
    title: 'Pendaftaran bayi',
    level: 2,
    intro: () =>
      'Bayi didaftarkan dan dibayar paling lambat 28 hari setelah lahir; NIK menyusul paling lambat 3 bulan. Lewat 28 hari, iuran dihitung sejak lahir. Bayi dari ibu PBI otomatis PBI. Lanjut?',
    questions: [
      {
        id: 'born',
        label: 'Tanggal lahir',
        say: () => 'Tanggal lahir bayi? Contoh 03-05-2026.',
        check: 'past-date',
      },
      {
        id: 'name',
        label: 'Nama bayi',
        say: ({ answers, today }) =>
          `${newbornClock(answers.born, today)}\nNama bayi? Bila belum ada, ketik "Bayi Ny." dan nama ibunya.`,
      },
    ],
    documents: () => ['Surat keterangan lahir atau akta kelahiran', KK, 'KTP ibu'],
    closing: ({ answers, today }) => newbornClock(answers.born, today),
  }),
  serviceFlow({
    id: 'segment',
    code: 'D',
    title: 'Perubahan segmen',
    level: 2,
    intro: ({ facts }) =>
      `Tunggakan mandiri tetap tercatat walau pindah segmen.${facts && facts.arrears.amount > 0 ? ` Tunggakan keluarga Anda sekarang ${formatRupiah(facts.arrears.amount)}.` : ''} Lanjut?`,
    questions: [
      {
        id: 'to',
        label: 'Pindah ke',
        say: () => 'Pindah ke mana?',
        options: [
          { id: 'mandiri', title: 'Mandiri', description: 'Keluarga membayar sendiri' },
          { id: 'employer', title: 'Perusahaan', description: 'Didaftarkan pemberi kerja lewat e-Dabu' },
          { id: 'pbi', title: 'Dibayar pemerintah', description: 'PBI atau Pemda, lewat Dinas Sosial' },
          { id: 'spouse', title: 'Ikut suami/istri', description: 'Yang bekerja dan menanggung' },
        ],
      },
    ],
    documents: ({ answers }) => [
      KK,
      KTP,
      ...(answers.to === 'mandiri' ? ['Buku tabungan untuk autodebit'] : []),
      ...(answers.to === 'employer' ? ['Surat pengunduran diri dari PBI/Pemda atau surat perusahaan'] : []),
      ...(answers.to === 'pbi' ? ['Surat Dinas Sosial atau SKTM'] : []),
      ...(answers.to === 'spouse' ? ['Buku nikah atau akta perkawinan'] : []),
    ],
    closing: ({ answers }) =>
      ({
        mandiri: 'Bila lengkap, Anda menerima nomor Virtual Account untuk pembayaran pertama.',
        employer:
          'Pindah ke perusahaan diurus HRD paling lambat sehari sebelum akhir bulan (dari Pemda: tanggal 20); berlaku tanggal 1 bulan berikutnya.',
        pbi: 'Yang memutuskan pembayaran oleh pemerintah adalah Dinas Sosial.',
        spouse: 'Perusahaan suami/istri yang mendaftarkan Anda.',
      })[answers.to as string] ?? '',
  }),
  serviceFlow({
    id: 'identity',
    code: 'E',
    title: 'Perbaikan data',
    level: 2,
    intro: () => 'Data diperbaiki sesuai KTP dan KK yang berlaku. Lanjut?',
    questions: [
      {
        id: 'field',
        label: 'Data',
        say: () => 'Data apa yang diperbaiki?',
        options: [
          { id: 'name', title: 'Nama' },
          { id: 'nik', title: 'NIK' },
          { id: 'born', title: 'Tanggal lahir' },
          { id: 'sex', title: 'Jenis kelamin' },
          { id: 'address', title: 'Alamat' },
          { id: 'phone', title: 'Nomor HP atau e-mail' },
        ],
      },
      { id: 'value', label: 'Menjadi', say: () => 'Ketik data yang benar.' },
    ],
    documents: () => [KTP, KK],
    closing: () => 'Data berubah setelah cocok dengan Dukcapil.',
  }),
  serviceFlow({
    id: 'class',
    code: 'F',
    title: 'Perubahan kelas',
    level: 2,
    intro: (view) =>
      `Kelas berubah untuk seluruh keluarga, berlaku tanggal 1 bulan berikutnya. Per orang per bulan: ${tariffs(view)}. Lanjut?`,
    refused: ({ facts, today }) => {
      if (!facts) return null;
      if (facts.segment !== 'PBPU' && facts.segment !== 'BP') {
        return 'Kelas hanya dipilih sendiri oleh peserta mandiri. Kelas pekerja mengikuti upah (sampai Rp4.000.000 kelas II, di atasnya kelas I); PBI dan Pemda kelas III.';
      }
      const { refusedFor, allowedFrom } = classChange(
        {
          askedOn: parseDate(today),
          chosenOn: parseDate(facts.classChosenOn ?? '2014-01-01'),
          arrearsMonths: facts.arrears.months,
        },
        facts.rules,
      );
      if (refusedFor === 'arrears') {
        return `Kelas belum dapat diubah: masih ada tunggakan ${formatRupiah(facts.arrears.amount)}. Ketik "aktifkan" untuk jalan keluarnya.`;
      }
      return refusedFor === 'too-soon'
        ? `Kelas baru dapat diubah mulai ${formatDate(allowedFrom.toString())}.`
        : null;
    },
    questions: [{ id: 'class', label: 'Kelas baru', say: () => 'Pilih kelas baru:', options: classes }],
    documents: () => [KK],
    closing: () => 'Iuran kelas baru mulai bulan berikutnya.',
  }),
  ...facilityFlows,
  serviceFlow({
    id: 'death',
    code: 'H',
    title: 'Lapor meninggal dunia',
    level: 1,
    intro: () =>
      'Kami turut berduka cita. Setelah dokumen diperiksa, kepesertaan almarhum/almarhumah ditutup dan iuran berhenti pada bulan meninggal. Lanjut?',
    questions: [
      { id: 'name', label: 'Almarhum/almarhumah', say: () => 'Nama lengkap yang meninggal?' },
      {
        id: 'died',
        label: 'Tanggal meninggal',
        say: () => 'Tanggal meninggal? Contoh 17-02-2026.',
        check: 'past-date',
      },
    ],
    documents: () => ['Akta atau surat keterangan kematian', KK, 'KTP pelapor'],
    closing: () => 'Iuran setelah bulan meninggal tidak ditagih.',
  }),
  serviceFlow({
    id: 'duplicate',
    code: 'I',
    title: 'Perbaikan data ganda',
    level: 1,
    intro: () =>
      'Satu orang memakai satu kartu. Petugas menyatukan data yang tercatat dua kali. Jangan bayar dua tagihan. Lanjut?',
    questions: [
      {
        id: 'which',
        label: 'Keterangan',
        say: () =>
          'Ceritakan singkat: kartu apa saja yang muncul (misalnya PBI dan mandiri)? Jangan ketik nomornya.',
      },
    ],
    documents: () => [KTP, KK],
    closing: () => 'Pembayaran pada kartu yang dihapus dipindahkan ke kartu yang benar.',
  }),
];

function newbornClock(born: string | undefined, today: string): string {
  if (!born) return '';
  const { inTime, payBy, nikBy, needsNik } = newbornRegistration(parseDate(born), parseDate(today));
  if (inTime)
    return `Daftar dan bayar paling lambat ${formatDate(payBy.toString())}; NIK paling lambat ${formatDate(nikBy.toString())}.`;
  return needsNik
    ? 'Sudah lewat 3 bulan: NIK bayi wajib ada. Iuran dihitung sejak bulan lahir.'
    : 'Sudah lewat 28 hari: perbarui KK dan NIK lebih dulu. Iuran dihitung sejak bulan lahir.';
}
