import { type RawBuilder, sql } from 'kysely';
import type { FoundPerson } from '../find-person.ts';
import { among, type Erasure, type HeldTable, internalKey, othersData } from './held-table.ts';

const place = { area_code: 'kode_desa', banjar: 'banjar' };

// A form that was handed in is the proof of a registration; a case without one is nobody's duty to keep.
const withoutForm = sql<boolean>`NOT EXISTS (SELECT FROM pesiar_application f WHERE f.case_id = t.case_id)`;
const forgotten = (what: string): Erasure[] => [
  { step: 'deleted', what, only: withoutForm },
  { step: 'kept', ground: 'membership' },
];

/** Cases of the drive: visits, what was said, forms, photographs. In the order in which rows may be deleted. */
export const caseTables: readonly HeldTable[] = [
  {
    table: 'attachment',
    section: 'Foto dan tanda tangan kunjungan',
    isTheirs: ofCases,
    shown: { mime: 'jenis_berkas', size: 'ukuran', sha256: 'sidik', added_at: 'waktu', ...place },
    omitted: {
      case_id: internalKey,
      bytes: 'diserahkan di loket bila diminta: berkas, bukan tulisan',
      sealed: internalKey,
      added_by: othersData,
    },
    orderBy: sql`t.added_at, t.sha256`,
    erasure: forgotten('Foto dan tanda tangan kunjungan'),
  },
  {
    table: 'case_number',
    section: 'Nomor yang ditulis pada formulir',
    isTheirs: ofCases,
    shown: { path: 'isian', value: 'nomor', ...place },
    omitted: { fact_id: internalKey, case_id: internalKey },
    orderBy: sql`t.case_id, t.path`,
    erasure: forgotten('Nomor yang ditulis pada formulir'),
  },
  {
    table: 'gathering_guest',
    section: 'Undangan sosialisasi',
    isTheirs: ofCases,
    shown: { attended: 'hadir', answer: 'jawaban', ...place },
    omitted: { gathering_id: internalKey, case_id: internalKey },
    orderBy: sql`t.gathering_id`,
    erasure: [{ step: 'deleted', what: 'Undangan sosialisasi dan jawabannya' }],
  },
  {
    table: 'household_point',
    section: 'Letak rumah',
    isTheirs: (person) => sql`(t.area_code, t.household_key) IN (
      SELECT c.area_code, c.household_key FROM pesiar_case c WHERE c.case_id = ANY (${person.cases}::uuid[]))`,
    shown: { area_code: 'kode_desa', lat: 'lintang', lon: 'bujur', accuracy: 'ketelitian_meter' },
    omitted: { household_key: internalKey },
    orderBy: sql`t.area_code`,
    erasure: [{ step: 'deleted', what: 'Letak rumah' }],
  },
  {
    table: 'case_fact',
    section: 'Kunjungan, advokasi, dan pendaftaran',
    isTheirs: ofCases,
    shown: { kind: 'peristiwa', at: 'waktu', received_at: 'diterima', body: 'isi', ...place },
    omitted: {
      id: internalKey,
      seq: internalKey,
      case_id: internalKey,
      version: internalKey,
      made_by: othersData,
      device: othersData,
      base: internalKey,
    },
    orderBy: sql`t.seq`,
    erasure: forgotten('Catatan kunjungan dan advokasi'),
  },
  {
    table: 'pesiar_case',
    section: 'Keadaan penanganan',
    isTheirs: ofCases,
    shown: {
      phase: 'tahap',
      bucket: 'hasil',
      reason: 'alasan',
      resident_no: 'no_penduduk',
      name: 'nama',
      sex: 'jenis_kelamin',
      born: 'tanggal_lahir',
      ...place,
      address: 'alamat',
      segment: 'segmen',
      class: 'kelas',
      arrears_months: 'bulan_tunggakan',
      run_number: 'pemetaan',
      probability: 'peluang_tanpa_kartu',
      due_on: 'batas',
      visits: 'jumlah_kunjungan',
      last_visit_at: 'kunjungan_terakhir',
      last_result: 'hasil_kunjungan',
      identity: 'jati_diri',
      payer_class: 'golongan_pembayar',
      advocacy: 'advokasi',
      consent: 'persetujuan',
      exit_kind: 'jalan_keluar',
      exit_at: 'waktu_jalan_keluar',
      exit_status: 'keadaan_formulir',
      exit_reasons: 'alasan_formulir',
      exit_from: 'berlaku_mulai',
      exit_until: 'berlaku_sampai',
      active_from: 'aktif_mulai',
      opened_at: 'dibuka',
      assigned_at: 'ditugaskan',
      visited_at: 'dikunjungi',
      advocated_at: 'diadvokasi',
      registered_at: 'didaftarkan',
      ended_at: 'selesai',
      last_at: 'terakhir',
    },
    omitted: {
      case_id: internalKey,
      version: internalKey,
      subject_member_id: internalKey,
      household_key: internalKey,
      agent: othersData,
      last_visit_by: othersData,
      exit_form: internalKey,
      member_id: internalKey,
    },
    orderBy: sql`t.opened_at`,
    erasure: forgotten('Keadaan penanganan (nama, alamat, hasil kunjungan)'),
  },
  {
    table: 'pesiar_application',
    section: 'Formulir pendaftaran',
    isTheirs: (person) => sql`(${ofCases(person)} OR t.form IN (${formsOf(person)}))`,
    shown: {
      exit: 'jalan_keluar',
      desk: 'meja',
      status: 'keadaan',
      ...place,
      employer_code: 'kode_badan_usaha',
      employer_name: 'badan_usaha',
      people: 'jumlah_orang',
      class: 'kelas',
      bank: 'bank',
      handed_in_at: 'diserahkan',
      decided_at: 'diputus',
      reasons: 'alasan',
      starts_on: 'mulai',
      pay_until: 'bayar_sampai',
      amount: 'rupiah',
      va: 'virtual_account',
    },
    omitted: {
      form: internalKey,
      case_id: internalKey,
      handed_in_by: othersData,
      decided_by: othersData,
      household_id: internalKey,
      joins_household_id: internalKey,
      list_id: internalKey,
    },
    orderBy: sql`t.handed_in_at`,
    erasure: [{ step: 'kept', ground: 'membership' }],
  },
  {
    table: 'pesiar_application_member',
    section: 'Peserta pada formulir',
    isTheirs: ({ members }) => among('member_id', members),
    shown: { resident_no: 'no_penduduk', ...place },
    omitted: { form: internalKey, member_id: internalKey },
    orderBy: sql`t.form`,
    erasure: [{ step: 'kept', ground: 'membership' }],
  },
];

function ofCases({ cases }: FoundPerson): RawBuilder<boolean> {
  return sql`t.case_id = ANY (${cases}::uuid[])`;
}

function formsOf({ members }: FoundPerson): RawBuilder<unknown> {
  return sql`SELECT m.form FROM pesiar_application_member m WHERE m.member_id = ANY (${members}::int[])`;
}
