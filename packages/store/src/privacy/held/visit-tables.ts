import { sql } from 'kysely';
import { among, type HeldTable, internalKey, othersData } from './held-table.ts';

/** Uses of care, without diagnoses, and who asked at the hospital door whether the person is covered. */
export const visitTables: readonly HeldTable[] = [
  {
    table: 'visit',
    section: 'Pemanfaatan layanan kesehatan (tanpa diagnosis)',
    isTheirs: ({ members }) => among('member_id', members),
    shown: {
      day: 'tanggal',
      facility: 'fasilitas',
      reference: 'rujukan',
      level: 'tingkat',
      kind: 'jenis',
      segment: 'segmen',
      area_code: 'kode_desa',
      discharged_on: 'pulang',
      counts: 'dihitung',
      source: 'sumber',
      recorded_at: 'dicatat',
    },
    omitted: { revision: internalKey, member_id: internalKey },
    orderBy: sql`t.day, t.reference`,
    erasure: [{ step: 'kept', ground: 'care' }],
  },
  {
    table: 'eligibility_look_up',
    section: 'Fasilitas kesehatan yang menanyakan kepesertaan',
    isTheirs: ({ members }) => among('member_id', members),
    shown: {
      at: 'waktu',
      client_id: 'sistem_fasilitas',
      face: 'pintu',
      asked_by: 'ditanya_dengan',
      day: 'untuk_tanggal',
      covered: 'aktif',
    },
    omitted: {
      id: internalKey,
      batch: internalKey,
      member_id: internalKey,
      request_id: internalKey,
      address: othersData,
    },
    orderBy: sql`t.id`,
    erasure: [{ step: 'kept', ground: 'audit' }],
  },
];
