import { type RawBuilder, sql } from 'kysely';
import type { FoundPerson, ResultKeys } from '../find-person.ts';
import { type Erasure, type HeldTable, internalKey, othersData } from './held-table.ts';

const kept: readonly Erasure[] = [{ step: 'kept', ground: 'request' }];
const inRegister = 'ada pada register';

/** What people asked about their data, what was answered, and who read them. */
export const requestTables: readonly HeldTable[] = [
  {
    table: 'subject_request',
    section: 'Permohonan tentang data ini',
    isTheirs: (person) => sql`t.id IN (${requestsOf(person)})`,
    shown: {
      number: 'nomor',
      received_at: 'diterima',
      recorded_at: 'dicatat',
      due_at: 'tenggat',
      kind: 'jenis',
      channel: 'saluran',
      asked_by_name: 'pemohon',
      asked_by_relation: 'hubungan_pemohon',
      asked_by_address: 'alamat_pemohon',
      wish: 'permohonan',
      subject_name: 'nama',
      legal_basis: 'dasar_hukum',
    },
    omitted: {
      id: internalKey,
      recorded_by: othersData,
      clock_hours: 'lihat tenggat',
      run_id: internalKey,
      resident_key: internalKey,
      member_id: internalKey,
      no_penduduk: inRegister,
      nik: inRegister,
      register_name: inRegister,
      born: inRegister,
      area_code: inRegister,
    },
    orderBy: sql`t.number`,
    erasure: kept,
  },
  {
    table: 'subject_request_fact',
    section: 'Penanganan permohonan',
    isTheirs: (person) => sql`t.request_id IN (${requestsOf(person)})`,
    shown: { at: 'waktu', type: 'langkah', payload: 'keterangan' },
    omitted: { id: internalKey, request_id: internalKey, username: othersData },
    orderBy: sql`t.id`,
    erasure: kept,
  },
  {
    table: 'restriction_fact',
    section: 'Pembatasan pemrosesan',
    isTheirs: (person) => sql`t.request_id IN (${requestsOf(person)})`,
    shown: { at: 'waktu', restricted: 'dibatasi' },
    omitted: {
      id: internalKey,
      username: othersData,
      request_id: internalKey,
      member_id: internalKey,
      no_penduduk: inRegister,
      nik: inRegister,
      name: inRegister,
      born: inRegister,
      area_code: inRegister,
    },
    orderBy: sql`t.id`,
    erasure: kept,
  },
  {
    table: 'letter',
    section: 'Surat',
    isTheirs: (person) => sql`t.request_id IN (${requestsOf(person)})`,
    shown: { number: 'nomor', at: 'waktu', title: 'hal' },
    omitted: {
      id: internalKey,
      year: internalKey,
      seq: internalKey,
      username: othersData,
      kind: internalKey,
      request_id: internalKey,
      breach_id: internalKey,
      topic: internalKey,
      area_code: internalKey,
      content: 'surat sudah diterima pemohon',
      pdf: 'surat sudah diterima pemohon',
    },
    orderBy: sql`t.at`,
    erasure: kept,
  },
  {
    table: 'audit_entry',
    section: 'Siapa membaca data ini (peran, bukan nama)',
    isTheirs: ({ residents, cards, members }) =>
      sql`(t.subject_kind = 'person' AND t.subject_key IN (${subjectKeys(residents)})
        OR t.subject_kind = 'card' AND t.subject_key IN (${subjectKeys(cards)})
        OR t.subject_kind = 'member' AND t.subject_key = ANY (${members.map(String)}::text[]))`,
    shown: { at: 'waktu', action: 'kegiatan', role: 'peran', outcome: 'hasil' },
    omitted: {
      id: internalKey,
      username: othersData,
      area: 'tempat tugas petugas',
      purpose: 'catatan kerja petugas',
      subject_kind: internalKey,
      subject_key: internalKey,
      detail: 'hitungan dan saringan, bukan data orang',
      request_id: internalKey,
      address: othersData,
    },
    orderBy: sql`t.id`,
    erasure: [{ step: 'kept', ground: 'audit' }],
  },
];

// A number of a village is given again to others: the name has to agree.
function requestsOf(person: FoundPerson): RawBuilder<unknown> {
  return sql`SELECT q.id FROM subject_request q
    WHERE (q.no_penduduk = ${person.noPenduduk} AND q.register_name = ${person.name})
      OR q.member_id = ANY (${person.members}::int[])`;
}

/** Keys of the audit: the mapping and the key within it. */
function subjectKeys(keys: ResultKeys): RawBuilder<unknown> {
  return sql`SELECT run.id || '/' || k.key FROM unnest(${keys.runs}::int[], ${keys.keys}::int[]) k (run, key)
    JOIN run ON run.number = k.run`;
}
