import { sql } from 'kysely';
import type { FoundPerson, ResultKeys } from '../find-person.ts';
import { amongKeys, type HeldTable, internalKey, othersData } from './held-table.ts';

const run = 'pemetaan';

/** What mappings found of a person. */
export const mappingTables: readonly HeldTable[] = [
  {
    table: 'resident_result',
    section: 'Register penduduk dan hasil pemetaan',
    isTheirs: ({ residents }) => amongKeys(residents, 'resident_key'),
    shown: {
      run_number: run,
      no_penduduk: 'no_penduduk',
      nik: 'nik',
      kk: 'no_kk',
      name: 'nama',
      sex: 'jenis_kelamin',
      birthplace: 'tempat_lahir',
      born: 'tanggal_lahir',
      area_code: 'kode_desa',
      banjar: 'banjar',
      address: 'alamat',
      relation: 'hubungan_keluarga',
      occupation: 'pekerjaan',
      phone: 'no_hp',
      p_uncovered: 'peluang_tanpa_kartu',
      reason: 'alasan',
      probability: 'peluang_hubungan',
      tier: 'cara',
      segment: 'segmen',
      class: 'kelas',
      status: 'status',
      inactive_kind: 'jenis_nonaktif',
    },
    omitted: { resident_key: internalKey, member_key: internalKey, best_member_key: othersData },
    orderBy: sql`t.run_number, t.resident_key`,
    erasure: [{ step: 'deleted', what: 'Baris hasil pemetaan (nama, NIK, KK, telepon, alamat)' }],
  },
  {
    table: 'member_result',
    section: 'Kartu peserta JKN dalam pemetaan',
    isTheirs: ({ cards }) => amongKeys(cards, 'member_key'),
    shown: {
      run_number: run,
      no_kartu: 'no_kartu',
      nik: 'nik',
      kk: 'no_kk',
      name: 'nama',
      sex: 'jenis_kelamin',
      born: 'tanggal_lahir',
      area_code: 'kode_desa',
      address: 'alamat',
      segment: 'segmen',
      class: 'kelas',
      status: 'status',
      phone: 'no_hp',
      bucket: 'hasil',
      inactive_kind: 'jenis_nonaktif',
    },
    omitted: { member_key: internalKey, resident_key: internalKey },
    orderBy: sql`t.run_number, t.no_kartu`,
    erasure: [
      {
        step: 'emptied',
        what: 'Nama, nomor, dan alamat pada salinan kartu di hasil pemetaan',
        set: () => ({
          nik: sql`NULL`,
          kk: sql`NULL`,
          name: sql`'-'`,
          born: sql`NULL`,
          address: sql`NULL`,
          phone: sql`NULL`,
          resident_key: sql`NULL`,
        }),
      },
    ],
  },
  {
    table: 'candidate_result',
    section: 'Pasangan calon kartu yang pernah dibandingkan',
    isTheirs: ({ residents }) => amongKeys(residents, 'resident_key'),
    shown: {
      run_number: run,
      probability: 'peluang',
      weight: 'bobot',
      area_code: 'kode_desa',
      banjar: 'banjar',
    },
    omitted: {
      resident_key: internalKey,
      member_key: internalKey,
      evidence: othersData,
      no_kartu: othersData,
    },
    orderBy: sql`t.run_number, t.member_key`,
    erasure: [{ step: 'deleted', what: 'Pasangan calon kartu yang pernah dibandingkan' }],
  },
  {
    table: 'compared_resident',
    section: 'Perbandingan antarpemetaan',
    isTheirs: ({ residents }) => sql`(${comparedAs(residents, 'a')} OR ${comparedAs(residents, 'b')})`,
    shown: { kind: 'perubahan', area_code: 'kode_desa', name: 'nama' },
    omitted: { run_a: internalKey, run_b: internalKey, a_key: internalKey, b_key: internalKey },
    orderBy: sql`t.kind`,
    erasure: [{ step: 'deleted', what: 'Baris perbandingan antarpemetaan' }],
  },
  {
    table: 'decision',
    section: 'Keputusan peninjau tentang data ini',
    isTheirs: isDecisionAbout,
    shown: { at: 'waktu', verdict: 'putusan', no_kartu: 'no_kartu', area_code: 'kode_desa' },
    omitted: {
      id: internalKey,
      officer: othersData,
      no_penduduk: 'ada pada register penduduk',
      note: 'catatan kerja peninjau tentang dua orang',
      run_id: internalKey,
      resident_key: internalKey,
      member_key: internalKey,
      resident_name: 'ada pada register penduduk',
      member_name: othersData,
    },
    orderBy: sql`t.id`,
    erasure: [
      {
        step: 'emptied',
        what: 'Nama, nomor, dan catatan pada keputusan peninjau',
        set: (request) => ({
          no_penduduk: sql`${`dihapus-${request}`}`,
          no_kartu: sql`${`dihapus-${request}`}`,
          resident_name: sql`'-'`,
          member_name: sql`'-'`,
          note: sql`NULL`,
        }),
      },
    ],
  },
];

function comparedAs(residents: ResultKeys, side: 'a' | 'b') {
  return sql`(t.${sql.ref(`run_${side}`)}, t.${sql.ref(`${side}_key`)}) IN (
    SELECT run.id, k.key FROM unnest(${residents.runs}::int[], ${residents.keys}::int[]) k (run, key)
    JOIN run ON run.number = k.run)`;
}

// A number of a village is given again to others: the name has to agree.
function isDecisionAbout(person: FoundPerson) {
  return sql<boolean>`((t.no_penduduk = ${person.noPenduduk} AND t.resident_name = ${person.name})
    OR (t.no_kartu = ANY (${person.cardNumbers}::text[]) AND t.member_name = ${person.name}))`;
}
