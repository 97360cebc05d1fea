import { type RawBuilder, sql } from 'kysely';
import type { FoundPerson } from '../find-person.ts';
import { among, type Erasure, type HeldTable, internalKey, othersData } from './held-table.ts';

const kept: readonly Erasure[] = [{ step: 'kept', ground: 'ledger' }];

/** Bills, payments and arrears of a person. Lines of relatives stay out; the family's bill is everybody's. */
export const moneyTables: readonly HeldTable[] = [
  {
    table: 'bill',
    section: 'Tagihan keluarga',
    isTheirs: (person) => sql`(t.household_id, t.month, t.issue) IN (
      SELECT l.household_id, l.month, l.issue FROM bill_line l WHERE l.member_id = ANY (${person.members}::int[]))`,
    shown: { month: 'bulan', people: 'jumlah_orang', amount: 'rupiah', issued_on: 'terbit' },
    omitted: { household_id: internalKey, issue: internalKey },
    orderBy: sql`t.month`,
    erasure: kept,
  },
  {
    table: 'bill_line',
    section: 'Iuran per bulan',
    isTheirs: ({ members }) => among('member_id', members),
    shown: { month: 'bulan', segment: 'segmen', class: 'kelas', amount: 'rupiah' },
    omitted: { member_id: internalKey, household_id: internalKey, issue: internalKey },
    orderBy: sql`t.month`,
    erasure: kept,
  },
  {
    table: 'allocation',
    section: 'Pelunasan iuran',
    isTheirs: allocated,
    shown: {
      month: 'bulan',
      step: 'urutan',
      due: 'iuran',
      paid_before: 'terbayar_sebelumnya',
      amount: 'dibayar',
      paid_after: 'terbayar_sesudahnya',
    },
    omitted: {
      member_id: internalKey,
      household_id: internalKey,
      payment_id: internalKey,
      adjustment_id: internalKey,
    },
    orderBy: sql`t.month, t.step`,
    erasure: kept,
  },
  {
    table: 'payment',
    section: 'Pembayaran',
    isTheirs: paid,
    shown: {
      bank: 'bank',
      reference: 'rujukan',
      va: 'virtual_account',
      amount: 'rupiah',
      paid_on: 'tanggal',
      paid_at: 'waktu',
      received_at: 'diterima',
      channel: 'saluran',
    },
    omitted: { id: internalKey, household_id: internalKey, file_id: internalKey, from_holding: internalKey },
    orderBy: sql`t.paid_on, t.id`,
    erasure: kept,
  },
  {
    table: 'holding',
    section: 'Titipan',
    isTheirs: (person) => sql`${among('household_id', person.everFamilies)} AND t.payment_id IN (
      SELECT t.id FROM payment t WHERE ${paid(person)})`,
    shown: { kind: 'jenis', amount: 'rupiah', reason: 'alasan' },
    omitted: { id: internalKey, payment_id: internalKey, household_id: internalKey },
    orderBy: sql`t.id`,
    erasure: kept,
  },
  {
    table: 'adjustment',
    section: 'Penyesuaian dan keringanan',
    isTheirs: (person) => sql`t.id IN (SELECT t.adjustment_id FROM allocation t WHERE ${allocated(person)})`,
    shown: {
      kind: 'jenis',
      legal_basis: 'dasar_hukum',
      amount: 'rupiah',
      on_date: 'tanggal',
      recorded_at: 'dicatat',
    },
    omitted: { id: internalKey, household_id: internalKey, recorded_by: othersData, undoes: internalKey },
    orderBy: sql`t.id`,
    erasure: kept,
  },
  {
    table: 'write_off',
    section: 'Usulan penghapusan tunggakan',
    isTheirs: ({ families }) => among('household_id', families),
    shown: {
      months: 'bulan',
      amount: 'rupiah',
      reason: 'alasan',
      legal_basis: 'dasar_hukum',
      proposed_at: 'diusulkan',
    },
    omitted: {
      id: internalKey,
      household_id: internalKey,
      member_id: internalKey,
      undoes: internalKey,
      reading: 'bacaan aturan yang berlaku saat diusulkan',
      proposed_by: othersData,
    },
    orderBy: sql`t.id`,
    erasure: kept,
  },
  {
    table: 'write_off_decision',
    section: 'Keputusan penghapusan tunggakan',
    isTheirs: ({ families }) => sql`t.write_off_id IN (
      SELECT t.id FROM write_off t WHERE ${among('household_id', families)})`,
    shown: { verdict: 'keputusan', note: 'alasan', decided_at: 'diputuskan' },
    omitted: { write_off_id: internalKey, decided_by: othersData, adjustment_id: internalKey },
    orderBy: sql`t.write_off_id`,
    erasure: kept,
  },
  {
    table: 'rehab_plan',
    section: 'Rencana cicilan REHAB',
    isTheirs: ({ families }) => among('household_id', families),
    shown: {
      version: 'aturan',
      registered_on: 'terdaftar',
      arrears_months: 'bulan_tunggakan',
      amount: 'rupiah',
      terms: 'ketentuan',
      legal_basis: 'dasar_hukum',
      recorded_at: 'dicatat',
    },
    omitted: { id: internalKey, household_id: internalKey, recorded_by: othersData },
    orderBy: sql`t.id`,
    erasure: kept,
  },
  {
    table: 'rehab_agreement',
    section: 'Persetujuan REHAB',
    isTheirs: ({ members }) => among('member_id', members),
    shown: { agreed_at: 'disetujui', language: 'bahasa', words: 'isi_perjanjian' },
    omitted: { plan_id: internalKey, member_id: internalKey },
    orderBy: sql`t.plan_id`,
    erasure: kept,
  },
  {
    table: 'rehab_stage',
    section: 'Tahap cicilan REHAB',
    isTheirs: ofPlan,
    shown: { stage: 'tahap', due_by: 'jatuh_tempo', amount: 'rupiah', covers: 'bulan' },
    omitted: { plan_id: internalKey },
    orderBy: sql`t.plan_id, t.stage`,
    erasure: kept,
  },
  {
    table: 'rehab_event',
    section: 'Peristiwa REHAB',
    isTheirs: ofPlan,
    shown: { kind: 'peristiwa', stage: 'tahap', on_date: 'tanggal', recorded_at: 'dicatat' },
    omitted: { id: internalKey, plan_id: internalKey, round: internalKey, undoes: internalKey },
    orderBy: sql`t.id`,
    erasure: kept,
  },
];

// By family first: that is what the tables of money are indexed by.
function allocated(person: FoundPerson): RawBuilder<boolean> {
  return sql`(${among('household_id', person.everFamilies)} AND ${among('member_id', person.members)})`;
}

/** Payments that paid for the person's months, or were made to the account number of their card. */
function paid(person: FoundPerson): RawBuilder<boolean> {
  return sql`(${among('household_id', person.everFamilies)} AND (
    right(t.va, 10) = ANY (${person.cardNumbers.map((card) => card.slice(-10))}::text[])
    OR t.id IN (SELECT a.payment_id FROM allocation a WHERE a.household_id = ANY (${person.everFamilies}::int[])
      AND a.member_id = ANY (${person.members}::int[]))))`;
}

function ofPlan({ families }: FoundPerson): RawBuilder<boolean> {
  return sql`t.plan_id IN (SELECT p.id FROM rehab_plan p WHERE p.household_id = ANY (${families}::int[]))`;
}
