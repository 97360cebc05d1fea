import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isAreaCode, isCardNumber, isKkNumber, isNik, memberColumns, Problem } from '@jangkau/kernel';
import { readSegment, type Segment } from '@jangkau/membership';
import { csvLine, separatorOf } from '../files/csv-line.ts';

/** A member as a register says. Numbers that are none are left out: the card alone is needed. */
export interface RegisteredMember {
  line: number;
  card: string;
  nik: string | null;
  kk: string | null;
  name: string;
  sex: string | null;
  born: string | null;
  areaCode: string;
  address: string | null;
  phone: string | null;
  segment: Segment;
  roomClass: number;
  active: boolean;
  unpaidMonths: number;
  registeredOn: string | null;
  inactiveSince: string | null;
}

/** A row that cannot be used. Never carries what stood in it. */
export interface RefusedMember {
  line: number;
  column: string | null;
  reason: 'columns' | 'missing' | 'card' | 'double' | 'segment' | 'class' | 'status' | 'date' | 'number';
}

const furtherColumns = ['tmt', 'tmt_nonaktif', 'bulan_tunggakan'] as const;
type Column = (typeof memberColumns)[number] | (typeof furtherColumns)[number];
const needed: readonly Column[] = ['no_kartu', 'nama', 'segmen', 'status'];

/**
 * Reads a member register (CSV, UTF-8, comma or semicolon, header with the canonical names), row by row: each is a
 * member or refused with one reason.
 * @throws Problem 'column-missing', 'file-empty'
 */
export async function* readMemberRegister(
  file: string,
): AsyncGenerator<RegisteredMember | RefusedMember, void, undefined> {
  const lines = createInterface({
    input: createReadStream(file, { highWaterMark: 1 << 20 }),
    crlfDelay: Infinity,
  });
  const cards = new Set<string>();
  let header: Map<Column, number> | undefined;
  let separator: ',' | ';' = ',';
  let width = 0;
  let line = 0;
  for await (const text of lines) {
    line++;
    if (header === undefined) {
      separator = separatorOf(text);
      const names = csvLine(text.replace(/^\uFEFF/, ''), separator) ?? [];
      width = names.length;
      header = columnsOf(names);
      const missing = needed.find((column) => !header?.has(column));
      if (missing) throw new Problem('column-missing', { file, column: missing });
      continue;
    }
    if (text.trim() === '') continue;
    const fields = csvLine(text, separator);
    if (fields?.length !== width) {
      yield { line, column: null, reason: 'columns' };
      continue;
    }
    const row = memberOf(line, (column) => fields[header?.get(column) ?? -1] ?? '');
    if ('reason' in row) yield row;
    else if (cards.has(row.card)) yield { line, column: 'no_kartu', reason: 'double' };
    else {
      cards.add(row.card);
      yield row;
    }
  }
  if (header === undefined) throw new Problem('file-empty', { file });
}

function columnsOf(names: readonly string[]): Map<Column, number> {
  const known: readonly Column[] = [...memberColumns, ...furtherColumns];
  const plain = names.map((name) => name.toLowerCase().replaceAll(/[\s.]+/g, '_'));
  return new Map(known.filter((name) => plain.includes(name)).map((name) => [name, plain.indexOf(name)]));
}

function memberOf(line: number, of: (column: Column) => string): RegisteredMember | RefusedMember {
  const refuse = (column: Column, reason: RefusedMember['reason']): RefusedMember => ({
    line,
    column,
    reason,
  });
  const empty = needed.find((column) => of(column) === '');
  if (empty) return refuse(empty, 'missing');
  if (!isCardNumber(of('no_kartu'))) return refuse('no_kartu', 'card');
  const segment = readSegment(of('segmen'));
  if (!segment) return refuse('segmen', 'segment');
  const roomClass =
    of('kelas') === '' && !/^(PBPU|BP)$/.test(segment) ? usualClass(segment) : Number(of('kelas'));
  if (![1, 2, 3].includes(roomClass)) return refuse('kelas', 'class');
  const active = statusOf(of('status'));
  if (active === undefined) return refuse('status', 'status');
  const wrongDate = (['tmt', 'tmt_nonaktif'] as const).find(
    (column) => of(column) !== '' && !isDay(of(column)),
  );
  if (wrongDate) return refuse(wrongDate, 'date');
  if (!/^\d{0,3}$/.test(of('bulan_tunggakan'))) return refuse('bulan_tunggakan', 'number');
  const area = of('kode_desa');
  return {
    line,
    card: of('no_kartu'),
    nik: isNik(of('nik')) ? of('nik') : null,
    kk: isKkNumber(of('no_kk')) ? of('no_kk') : null,
    name: of('nama').slice(0, 120),
    sex: /^[LP]$/i.test(of('jenis_kelamin')) ? of('jenis_kelamin').toUpperCase() : null,
    born: isDay(of('tanggal_lahir')) ? of('tanggal_lahir') : null,
    areaCode: isAreaCode(area) ? area : '',
    address: of('alamat').slice(0, 200) || null,
    phone: /^\+?\d{6,15}$/.test(of('no_hp')) ? of('no_hp') : null,
    segment,
    roomClass,
    active,
    unpaidMonths: Number(of('bulan_tunggakan')),
    registeredOn: of('tmt') || null,
    inactiveSince: of('tmt_nonaktif') || null,
  };
}

function usualClass(segment: Segment): number {
  return segment === 'PPU_PN' || segment === 'PPU_BU' ? 2 : 3;
}

function statusOf(text: string): boolean | undefined {
  const plain = text.toUpperCase().replace(/[^A-Z]/g, '');
  if (plain === 'AKTIF' || plain === 'ACTIVE') return true;
  return /^(NONAKTIF|TIDAKAKTIF|INACTIVE)$/.test(plain) ? false : undefined;
}

function isDay(text: string): boolean {
  const day = /^(19|20)\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
