import { defaultMembershipSettings } from '@jangkau/membership';
import { defaultContributionSettings } from '../contribution-settings.ts';
import type { RuleFacts } from './rule-facts.ts';

const member = defaultMembershipSettings;
const money = defaultContributionSettings;

const number = (least: number, most: number, unit: Unit) => ({ kind: 'number', least, most, unit }) as const;
type Unit = 'days' | 'months' | 'day-of-month' | 'rupiah';
const choice = (...values: [value: string | number | boolean, id: string, en: string][]) =>
  ({ kind: 'choice', values: values.map(([value, id, en]) => ({ value, id, en })) }) as const;

const membership = (
  name: keyof typeof member,
  id: string,
  en: string,
  basis: string,
  form: RuleFacts['form'],
): RuleFacts => ({ name, group: 'membership', id, en, basis, default: member[name], form });

const contribution =
  (group: 'contributions' | 'rehab') =>
  (name: keyof typeof money, id: string, en: string, basis: string, form: RuleFacts['form']): RuleFacts => ({
    name,
    group,
    id,
    en,
    basis,
    default: money[name],
    form,
  });
const paid = contribution('contributions');
const rehab = contribution('rehab');

const article42 = 'Perpres 64/2020 Pasal 42';
const instalments = 'Program REHAB (2022), New REHAB 2.0 (2025)';

/**
 * Every reading a branch may decide on: what it means, what it may be, its default and what it rests on. One name is
 * one decision, also where two packages use it.
 */
export const ruleCatalogue: readonly RuleFacts[] = [
  membership(
    'firstPaymentFromDay',
    'Pembayaran pertama peserta mandiri baru: paling cepat hari ke-',
    'First payment of new mandiri members: no earlier than day',
    'Peraturan BPJS Kesehatan 6/2018',
    number(0, 60, 'days'),
  ),
  membership(
    'firstPaymentToDay',
    'Pembayaran pertama: paling lambat hari ke-, sesudah itu pendaftaran gugur',
    'First payment: no later than day; then the application lapses',
    'Peraturan BPJS Kesehatan 6/2018',
    number(1, 180, 'days'),
  ),
  membership(
    'noWaitMonths',
    'Eks PBI dan eks pekerja tanpa masa tunggu bila mendaftar dalam',
    'Ex-PBI and ex-workers do not wait when they apply within',
    'Contoh BPJS Kesehatan (Oktober 2019); bunyi aturannya “paling lambat N+1”',
    number(0, 12, 'months'),
  ),
  membership(
    'layoffMonths',
    'Jaminan tanpa iuran sesudah PHK dengan bukti',
    'Cover without contribution after a layoff with proof',
    'Perpres 82/2018 Pasal 27; Perpres 59/2024',
    number(0, 24, 'months'),
  ),
  membership(
    'pbiReturnMonths',
    'PBI yang dikeluarkan dapat diaktifkan kembali dalam',
    'A removed PBI may be put back within',
    'Permensos 3/2026 Pasal 20',
    number(1, 24, 'months'),
  ),
  membership(
    'pbiReturnReadingFrom',
    'Permensos 3/2026 dibaca berlaku mulai',
    'Permensos 3/2026 is read as in force from',
    'Tanggal pastinya belum dilihat',
    { kind: 'date', least: '2025-01-01', most: '2027-12-31' },
  ),
  membership(
    'childCoverEnds',
    'Anak lewat usia nonaktif mulai',
    'A child over age loses cover from',
    'Perpres 82/2018 Pasal 5; harinya tidak disebut',
    choice(
      ['month-after-birthday', 'tanggal 1 sesudah ulang tahun', 'the 1st after the birthday'],
      ['birthday', 'hari ulang tahun', 'the birthday'],
    ),
  ),
  membership(
    'newbornDays',
    'Bayi didaftarkan dan dibayar dalam',
    'A newborn is registered and paid for within',
    'Perpres 82/2018 Pasal 16, 28 dan 46',
    number(1, 365, 'days'),
  ),
  membership(
    'newbornNikMonths',
    'NIK bayi diberikan dalam',
    'The NIK of a newborn is given within',
    'Perpres 82/2018 Pasal 16, 28 dan 46',
    number(1, 24, 'months'),
  ),
  membership(
    'abroadMonths',
    'Iuran berhenti bila di luar negeri lebih dari',
    'Contributions rest when abroad for more than',
    'Pedoman Kantor Cabang Denpasar (2022)',
    number(1, 24, 'months'),
  ),
  membership(
    'monthlyCutOffDay',
    'Daftar pemberi kerja dan surat aktif kuliah masuk paling lambat tanggal',
    'Lists of employers and student letters come by day',
    'Pedoman Kantor Cabang Denpasar (2022)',
    number(1, 28, 'day-of-month'),
  ),
  membership(
    'classChangeMonths',
    'Kelas boleh diganti lagi sesudah',
    'A class may be changed again after',
    'Pengetahuan umum, perlu dipastikan',
    number(0, 60, 'months'),
  ),
  membership(
    'arrearsCapMonths',
    'Tunggakan ditagih paling banyak',
    'Arrears are billed for at most',
    `${article42} ayat (3) huruf a`,
    number(1, 120, 'months'),
  ),
  paid(
    'arrears_rate_class3',
    'Iuran kelas III untuk bulan menunggak (sejak Juli 2020)',
    'Class III contribution of a month in arrears (since July 2020)',
    'Perpres 64/2020 Pasal 34; PMK 78/PMK.02/2020',
    choice(
      [35_000, 'yang dibayar peserta (Rp35.000)', 'what participants pay (35,000)'],
      [42_000, 'penuh tanpa bantuan (Rp42.000)', 'in full, without the aid (42,000)'],
    ),
  ),
  paid(
    'earlyTariffs',
    'Tarif sebelum 2018',
    'Amounts before 2018',
    'Perpres 111/2013, 19/2016, 28/2016, 82/2018',
    choice(
      ['perpres-82-2018', 'seperti Perpres 82/2018', 'as in Perpres 82/2018'],
      ['as-issued', 'seperti ditetapkan waktu itu', 'as issued then'],
    ),
  ),
  paid(
    'payAheadMonths',
    'Iuran dapat dibayar di muka paling banyak',
    'Contributions may be paid ahead for at most',
    'Pengetahuan umum, perlu dipastikan',
    number(0, 600, 'months'),
  ),
  paid(
    'relaxation2020',
    'Relaksasi 2020 (enam bulan tunggakan)',
    'Relaxation of 2020 (six months of arrears)',
    `${article42} ayat (3a) dan (3b)`,
    choice(
      ['offered', 'ditawarkan di samping', 'offered beside'],
      ['applied', 'langsung dipakai', 'applied'],
    ),
  ),
  paid(
    'ppuRounding',
    'Pembulatan iuran pekerja',
    'Rounding of workers’ contributions',
    'Tidak disebut aturan',
    choice(
      ['total', '5 % dibulatkan sekali', '5 % rounded once'],
      ['parts', '4 % dan 1 % masing-masing', '4 % and 1 % each'],
    ),
  ),
  paid(
    'minimumWages',
    'Upah minimum (UMK) tambahan menurut wilayah dan tahun',
    'Further minimum wages (UMK) by area and year',
    'Keputusan Gubernur tentang UMK',
    { kind: 'wages' },
  ),
  paid(
    'missingMinimumWage',
    'Tahun tanpa UMK yang diketahui',
    'A year without a known UMK',
    'Perpres 64/2020; pilihan cabang',
    choice(
      ['latest-earlier', 'pakai tahun terakhir sebelumnya', 'take the latest earlier year'],
      ['none', 'tanpa batas bawah', 'no floor'],
    ),
  ),
  paid(
    'pemdaShare',
    'Bagian daerah dari iuran penduduk yang didaftarkan Pemda',
    'The region’s part for residents registered by the Pemda',
    'PMK 78/PMK.02/2020; bagiannya dihitung',
    number(0, 42_000, 'rupiah'),
  ),
  paid(
    'fineDayCount',
    '45 hari denda pelayanan: hari aktif kembali dihitung',
    'The 45 days of the service fine: the day of reactivation counts as',
    `${article42} ayat (5)`,
    choice(['reactivation-is-day-0', 'hari ke-0', 'day 0'], ['reactivation-is-day-1', 'hari ke-1', 'day 1']),
  ),
  paid(
    'incapacityLetter',
    'Surat keterangan tidak mampu membebaskan dari denda pelayanan',
    'A letter of incapacity frees from the service fine',
    article42,
    choice([false, 'tidak', 'no'], [true, 'ya', 'yes']),
  ),
  paid(
    'writeOff',
    'Penghapusan tunggakan (pemutihan)',
    'Writing arrears off (pemutihan)',
    'Belum ada peraturan yang diundangkan (Februari 2026)',
    choice(
      ['off', 'mati', 'off'],
      [
        'announced-2025',
        'eks mandiri yang kini PBI/Pemda (pengumuman 2025)',
        'ex-mandiri now PBI/Pemda (announced 2025)',
      ],
      ['draft-2026', 'mandiri kelas III (rancangan 2026)', 'mandiri of class III (draft 2026)'],
    ),
  ),
  rehab(
    'rehabV1Stages',
    'REHAB 2022: paling banyak',
    'REHAB of 2022: at most',
    instalments,
    choice(
      ['twelve', 'dua belas tahap', 'twelve stages'],
      ['half', 'setengah bulan tunggakan', 'half the months'],
    ),
  ),
  rehab(
    'rehabHalf',
    'Setengah dari jumlah bulan ganjil',
    'Half of an odd number of months',
    instalments,
    choice(['floor', 'dibulatkan ke bawah', 'rounded down'], ['ceil', 'dibulatkan ke atas', 'rounded up']),
  ),
  rehab(
    'rehabRunningContribution',
    'Iuran bulan berjalan selama REHAB',
    'Contributions of the months of the plan',
    instalments,
    choice(
      ['included', 'termasuk angsuran', 'part of the instalments'],
      ['separate', 'dibayar terpisah', 'paid beside them'],
    ),
  ),
  rehab(
    'rehabActivation',
    'Kartu aktif setelah',
    'The card is active after',
    instalments,
    choice(
      ['last-stage', 'tahap terakhir', 'the last stage'],
      ['first-stage', 'tahap pertama', 'the first stage'],
    ),
  ),
  rehab(
    'rehabAboveCap',
    'Tunggakan melebihi batas',
    'Arrears beyond the cap',
    instalments,
    choice(
      ['capped', 'dicicil yang ditagih saja', 'the billed ones in instalments'],
      ['refused', 'ditolak', 'refused'],
    ),
  ),
  rehab(
    'rehabRegistrationWindow',
    'Pendaftaran sampai tanggal 28 (27 di Februari) berlaku bagi',
    'Registration to the 28th (27th in February) holds for',
    instalments,
    choice(
      ['v1', 'REHAB 2022', 'REHAB of 2022'],
      ['v1-and-v2', 'REHAB 2022 dan 2.0', 'REHAB of 2022 and 2.0'],
    ),
  ),
  rehab(
    'rehabDue',
    'Tahap jatuh tempo',
    'A stage is due',
    instalments,
    choice(['month-end', 'akhir bulan', 'at the end of the month'], ['10th', 'tanggal 10', 'on the 10th']),
  ),
];
