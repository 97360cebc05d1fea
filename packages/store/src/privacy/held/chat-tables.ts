import { type RawBuilder, sql } from 'kysely';
import type { FoundPerson } from '../find-person.ts';
import { among, type HeldTable, internalKey, othersData } from './held-table.ts';

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
      outcome: 'hasil',
    },
    omitted: { id: internalKey, conversation_id: internalKey, key: internalKey, member_id: internalKey },
    orderBy: sql`t.id`,
    erasure: [{ step: 'deleted', what: 'Permohonan lewat PANDAWA' }],
  },
  {
    table: 'chat_message',
    section: 'Percakapan WhatsApp',
    isTheirs: (person) => sql`(${ofTheirChats(person)} OR t.id IN (
      SELECT u.message_id FROM campaign_turn u WHERE u.member_id = ANY (${[...person.members]}::int[])))`,
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
      campaign_id: 'kampanye, ada di bagiannya sendiri',
      due_at: machine,
      outside_window: machine,
      error_code: machine,
      error_kind: machine,
      failed_at: machine,
      made_by: othersData,
      by_template: machine,
      price_category: machine,
      price_type: machine,
      billable: machine,
    },
    orderBy: sql`t.id`,
    erasure: [{ step: 'deleted', what: 'Percakapan WhatsApp' }],
  },
  {
    table: 'chat_file',
    section: 'Berkas yang dikirim lewat WhatsApp',
    isTheirs: (person) => ofTheirChats(person),
    shown: { mime: 'jenis_berkas', size: 'ukuran', sha256: 'sidik', kept_at: 'waktu' },
    omitted: {
      conversation_id: internalKey,
      bytes: 'diserahkan di loket bila diminta: berkas, bukan tulisan',
    },
    orderBy: sql`t.kept_at, t.sha256`,
    erasure: [{ step: 'deleted', what: 'Foto dan dokumen yang dikirim lewat WhatsApp' }],
  },
  {
    table: 'chat_fact',
    section: 'Catatan petugas pada percakapan',
    isTheirs: (person) => ofTheirChats(person),
    shown: { kind: 'peristiwa', at: 'waktu', body: 'isi' },
    omitted: { id: internalKey, conversation_id: internalKey, made_by: othersData },
    orderBy: sql`t.at, t.id`,
    erasure: [{ step: 'deleted', what: 'Catatan petugas pada percakapan' }],
  },
  {
    table: 'member_notice_choice',
    section: 'Pilihan menerima kabar lewat WhatsApp',
    isTheirs: ({ members }) => among('member_id', members),
    shown: { whatsapp: 'lewat_whatsapp', at: 'dipilih' },
    omitted: { id: internalKey, member_id: internalKey, conversation_id: internalKey },
    orderBy: sql`t.id`,
    erasure: [{ step: 'deleted', what: 'Pilihan menerima kabar' }],
  },
  {
    table: 'member_session',
    section: 'Peramban yang masuk ke aplikasi peserta',
    isTheirs: ({ members }) => among('member_id', members),
    shown: {
      device: 'perangkat',
      address: 'alamat_jaringan',
      keep: 'ponsel_sendiri',
      created_at: 'masuk',
      seen_at: 'terakhir_dipakai',
      expires_at: 'berlaku_sampai',
    },
    omitted: {
      token_hash: 'bukti masuk, sebagai hash',
      id: internalKey,
      member_id: internalKey,
      conversation_id: internalKey,
      ends_at: machine,
    },
    orderBy: sql`t.created_at`,
    erasure: [{ step: 'deleted', what: 'Peramban aplikasi peserta' }],
  },
  {
    table: 'chat_conversation',
    section: 'Nomor WhatsApp yang dipakai',
    isTheirs: ({ members }) => sql`t.id IN (${theirChats(members)})`,
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
      assigned_to: othersData,
      answer_by: machine,
      touched_at: machine,
    },
    orderBy: sql`t.id`,
    erasure: [{ step: 'deleted', what: 'Nomor WhatsApp dan keadaan percakapan' }],
  },
];

/** SQL condition: the row `t` belongs to a conversation of the person. */
function ofTheirChats({ members }: FoundPerson): RawBuilder<boolean> {
  return sql`t.conversation_id IN (${theirChats(members)})`;
}

/** Conversations in which the person has proven who they are, and those a campaign began with their number. */
function theirChats(members: readonly number[]): RawBuilder<unknown> {
  return sql`SELECT c.id FROM chat_conversation c WHERE c.member_id = ANY (${[...members]}::int[])
    UNION SELECT c.id FROM chat_conversation c JOIN campaign_turn u ON u.conversation_id = c.id
    WHERE c.member_id IS NULL AND u.member_id = ANY (${[...members]}::int[])`;
}
