import { sql } from 'kysely';
import { among, type HeldTable, internalKey } from './held-table.ts';

const drawn = 'undian kelompok pembanding';

/** Messages to many families in which the person was written to, left alone or left out. */
export const campaignTables: readonly HeldTable[] = [
  {
    table: 'campaign_turn',
    section: 'Giliran dalam kampanye pesan',
    isTheirs: ({ members }) => among('member_id', members),
    shown: { campaign_id: 'kampanye', at: 'waktu', outcome: 'hasil' },
    omitted: {
      household_id: internalKey,
      member_id: internalKey,
      conversation_id: internalKey,
      message_id: internalKey,
      position: drawn,
      area_code: 'desa, ada pada data peserta',
    },
    orderBy: sql`t.campaign_id`,
    erasure: [{ step: 'deleted', what: 'Giliran dalam kampanye pesan' }],
  },
  {
    table: 'campaign_family',
    section: 'Sasaran kampanye pesan',
    isTheirs: ({ members }) =>
      sql`(t.member_id = ANY (${[...members]}::int[]) OR t.subjects && ${[...members]}::int[])`,
    shown: { campaign_id: 'kampanye', arm: 'kelompok', left_out: 'tidak_dikirimi_karena' },
    omitted: {
      household_id: internalKey,
      member_id: internalKey,
      subjects: internalKey,
      position: drawn,
      area_code: 'desa, ada pada data peserta',
    },
    orderBy: sql`t.campaign_id`,
    erasure: [{ step: 'deleted', what: 'Sasaran kampanye pesan' }],
  },
];
