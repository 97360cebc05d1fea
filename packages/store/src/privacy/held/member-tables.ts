import { sql } from 'kysely';
import { among, type HeldTable, internalKey, othersData } from './held-table.ts';

const kept = [{ step: 'kept', ground: 'membership' }] as const;

/**
 * SQL condition: the membership of `t` (a row of member) is over for good and nothing is owed, so that the law
 * no longer needs to know who it was.
 */
export const isOverForGood = sql<boolean>`EXISTS (SELECT FROM member_status s WHERE s.member_id = t.id
  AND s.inactive_kind = 'ended' AND s.reason <> 'ABROAD' AND s.arrears_amount = 0)`;

/** What makes a row of member one of nobody: the key stays, for the ledger hangs on it. */
export const withoutIdentity = {
  nik: sql`NULL`,
  name: sql`'-'`,
  born: sql`NULL`,
  address: sql`NULL`,
  phone: sql`NULL`,
};

/** How a member stands; kept twice, now and before the last close. */
const standing = {
  isTheirs: ({ members }) => among('member_id', members),
  shown: {
    area_code: 'kode_desa',
    segment: 'segmen',
    class: 'kelas',
    role: 'peran_dalam_keluarga',
    active: 'aktif',
    inactive_kind: 'jenis_nonaktif',
    since: 'sejak',
    reason: 'alasan',
    arrears_months: 'bulan_tunggakan',
    arrears_amount: 'rupiah_tunggakan',
    due_on: 'berubah_sendiri_pada',
    due_reason: 'alasan_perubahan',
  },
  omitted: { member_id: internalKey, household_id: internalKey, payer_id: internalKey },
  orderBy: sql`t.member_id`,
  erasure: kept,
} satisfies Omit<HeldTable, 'table' | 'section'>;

/** The member register and what happened to a membership. */
export const memberTables: readonly HeldTable[] = [
  {
    table: 'member',
    section: 'Register peserta JKN',
    isTheirs: ({ members }) => among('id', members),
    shown: {
      card: 'no_kartu',
      nik: 'nik',
      name: 'nama',
      sex: 'jenis_kelamin',
      born: 'tanggal_lahir',
      area_code: 'kode_desa',
      address: 'alamat',
      phone: 'no_hp',
      fktp: 'faskes_tingkat_pertama',
    },
    omitted: { id: internalKey },
    orderBy: sql`t.id`,
    erasure: [
      {
        step: 'emptied',
        what: 'Identitas pada register peserta yang kepesertaannya sudah berakhir',
        set: () => withoutIdentity,
        only: isOverForGood,
      },
      {
        step: 'emptied',
        what: 'Nomor telepon pada register peserta',
        set: () => ({ phone: sql`NULL` }),
        only: sql`t.phone IS NOT NULL AND NOT ${isOverForGood}`,
      },
      ...kept,
    ],
  },
  { ...standing, table: 'member_status', section: 'Keadaan kepesertaan sekarang' },
  { ...standing, table: 'close_image', section: 'Keadaan sebelum tutup bulan terakhir' },
  {
    table: 'membership_fact',
    section: 'Peristiwa kepesertaan',
    isTheirs: ({ members }) => among('member_id', members),
    shown: {
      kind: 'peristiwa',
      valid_on: 'berlaku',
      recorded_at: 'dicatat',
      segment: 'segmen',
      class: 'kelas',
      role: 'peran_dalam_keluarga',
      cover_from: 'jaminan_mulai',
      owed_from: 'iuran_mulai',
      wait_waived: 'tanpa_masa_tunggu',
      cause: 'sebab',
      proof: 'bukti_ada',
      source: 'sumber',
      reference: 'rujukan',
    },
    omitted: {
      id: internalKey,
      member_id: internalKey,
      payer_id: internalKey,
      household_id: internalKey,
      withdraws: internalKey,
    },
    orderBy: sql`t.valid_on, t.id`,
    erasure: kept,
  },
  {
    table: 'facility_choice',
    section: 'Pilihan faskes tingkat pertama',
    isTheirs: ({ members }) => among('member_id', members),
    shown: {
      area_code: 'kode_desa',
      facility: 'faskes',
      asked_on: 'diminta',
      effective_on: 'berlaku',
      exception: 'alasan_khusus',
      made_at: 'dicatat',
      reference: 'rujukan',
      applied_at: 'diterapkan',
    },
    omitted: { id: internalKey, member_id: internalKey, made_by: othersData },
    orderBy: sql`t.effective_on, t.id`,
    erasure: kept,
  },
  {
    table: 'status_change',
    section: 'Riwayat keadaan kepesertaan',
    isTheirs: ({ members }) => among('member_id', members),
    shown: {
      valid_on: 'mulai',
      segment: 'segmen',
      class: 'kelas',
      active: 'aktif',
      inactive_kind: 'jenis_nonaktif',
      reason: 'alasan',
      cause: 'sebab',
      recorded_at: 'dicatat',
    },
    omitted: { id: internalKey, member_id: internalKey, payer_id: internalKey },
    orderBy: sql`t.valid_on, t.id`,
    erasure: kept,
  },
  {
    table: 'household',
    section: 'Keluarga yang ditagih bersama',
    isTheirs: ({ families }) => among('id', families),
    shown: { kk: 'no_kk', area_code: 'kode_desa' },
    omitted: { id: internalKey },
    orderBy: sql`t.id`,
    erasure: kept,
  },
  {
    table: 'household_number',
    section: 'Nomor kartu keluarga sebelumnya',
    isTheirs: ({ families }) => among('household_id', families),
    shown: { kk: 'no_kk', valid_on: 'berlaku', recorded_at: 'dicatat', source: 'sumber' },
    omitted: { household_id: internalKey },
    orderBy: sql`t.household_id, t.valid_on`,
    erasure: kept,
  },
  {
    table: 'change_list_row',
    section: 'Daftar perubahan yang memuat nama ini',
    isTheirs: ({ members, name, born }) =>
      sql`(${among('member_id', members)} OR (t.member_id IS NULL AND ${born}::date IS NOT NULL
        AND t.name = ${name} AND t.area_code IN (
          SELECT m.area_code FROM member m WHERE m.id = ANY (${[...members]}::int[]) AND m.area_code <> '')))`,
    shown: {
      list_id: 'daftar',
      line: 'baris',
      name: 'nama',
      area_code: 'kode_desa',
      outcome: 'hasil',
      reason: 'alasan',
    },
    omitted: { member_id: internalKey },
    orderBy: sql`t.list_id, t.line`,
    erasure: [
      {
        step: 'emptied',
        what: 'Nama pada daftar perubahan yang pernah dikirim',
        set: () => ({ name: sql`NULL` }),
      },
    ],
  },
];
