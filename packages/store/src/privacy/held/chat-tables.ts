import { type RawBuilder, sql } from 'kysely';
import type { FoundPerson } from '../find-person.ts';
import { among, type HeldTable, internalKey } from './held-table.ts';

const machine = 'cara sistem mengirim';

/** What was said over WhatsApp with somebody who has proven to be the person. */
export const chatTables: readonly HeldTable[] = [
  {
    table: 'chat_work_item',
    section: 'Permohonan lewat PANDAWA',
    isTheirs: (person) => ofTheirChats(person),
    shown: {
      service: 'layanan',
      answers: 'isian',
      files: 'dokumen',
      made_at: 'dibuat',
      due_on: 'tenggat',
      done_at: 'selesai',
    },
    omitted: { id: internalKey, conversation_id: internalKey, key: internalKey, member_id: internalKey },
    orderBy: sql`t.id`,
    erasure: [{ step: 'deleted', what: 'Permohonan lewat PANDAWA' }],
  },
  {
    table: 'chat_message',
    section: 'Percakapan WhatsApp',
    isTheirs: (person) => ofTheirChats(person),
    shown: {
      inbound: 'dari_peserta',
      kind: 'jenis',
      body: 'isi',
      at: 'waktu',
      sent_at: 'dikirim',
      delivered_at: 'diterima',
      read_at: 'dibaca',
    },
    omitted: {
      id: internalKey,
      conversation_id: internalKey,
      key: internalKey,
      wamid: internalKey,
      state: machine,
      attempts: machine,
      due_at: machine,
      outside_window: machine,
      error_code: machine,
      error_kind: machine,
      failed_at: machine,
      price_category: machine,
      price_type: machine,
      billable: machine,
    },
    orderBy: sql`t.id`,
    erasure: [{ step: 'deleted', what: 'Percakapan WhatsApp' }],
  },
  {
    table: 'chat_conversation',
    section: 'Nomor WhatsApp yang dipakai',
    isTheirs: ({ members }) => among('member_id', members),
    shown: {
      phone: 'no_hp',
      address: 'alamat_whatsapp',
      last_in_at: 'pesan_terakhir',
      opted_out_at: 'berhenti_menerima_pesan',
      waiting_for: 'menunggu_petugas_untuk',
      waiting_since: 'menunggu_sejak',
    },
    omitted: {
      id: internalKey,
      user_hash: internalKey,
      line: 'nomor kami',
      member_id: internalKey,
      state: machine,
      window_ends_at: machine,
      next_send_at: machine,
      undeliverable: machine,
      touched_at: machine,
    },
    orderBy: sql`t.id`,
    erasure: [{ step: 'deleted', what: 'Nomor WhatsApp dan keadaan percakapan' }],
  },
];

/** SQL condition: the row `t` belongs to a conversation of the person. */
function ofTheirChats({ members }: FoundPerson): RawBuilder<boolean> {
  return sql`t.conversation_id IN (SELECT c.id FROM chat_conversation c WHERE c.member_id = ANY (${[...members]}::int[]))`;
}
