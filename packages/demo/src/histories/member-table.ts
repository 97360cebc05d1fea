import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Segment } from '../people/person.ts';
import { monthNumber } from './month-number.ts';

/** The six segments, in the order their codes are kept as numbers. */
export const segmentCodes: readonly Segment[] = ['PBI_APBN', 'PBPU_PEMDA', 'PPU_PN', 'PPU_BU', 'PBPU', 'BP'];
const codeOf = new Map<string, number>(segmentCodes.map((segment, i) => [segment, i]));

/** What of every member is needed to give it a history, by its line in the member file. */
export interface MemberTable {
  count: number;
  segment: Uint8Array;
  active: Uint8Array;
  /** Month of birth (`monthNumber`), 0 when not known. */
  born: Int32Array;
  household: Int32Array;
  households: number;
}

/** Reads the columns of a member file that histories depend on. Who has no KK number is a household alone. */
export async function readMemberTable(file: string): Promise<MemberTable> {
  let size = 1 << 16;
  let segment = new Uint8Array(size);
  let active = new Uint8Array(size);
  let born = new Int32Array(size);
  let household = new Int32Array(size);
  const byKk = new Map<string, number>();
  let count = 0;
  let households = 0;
  for await (const fields of memberRows(file)) {
    if (count === size) {
      size *= 2;
      segment = grown(segment, new Uint8Array(size));
      active = grown(active, new Uint8Array(size));
      born = grown(born, new Int32Array(size));
      household = grown(household, new Int32Array(size));
    }
    segment[count] = codeOf.get(fields[8] as string) ?? 0;
    active[count] = fields[10] === 'AKTIF' ? 1 : 0;
    born[count] = fields[5] ? monthNumber(fields[5]) : 0;
    const kk = fields[2] as string;
    const known = kk === '' ? undefined : byKk.get(kk);
    household[count] = known ?? households;
    if (known === undefined) {
      if (kk !== '') byKk.set(kk, households);
      households++;
    }
    count++;
  }
  return { count, segment, active, born, household, households };
}

/** Rows of a member file: no_kartu, nik, no_kk, nama, jenis_kelamin, tanggal_lahir, kode_desa, alamat, segmen, kelas, status, no_hp. */
export async function* memberRows(file: string): AsyncGenerator<string[]> {
  let header = true;
  for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: 1 << 20 }) })) {
    if (!header) yield line.includes('"') ? quoted(line) : line.split(',');
    header = false;
  }
}

function quoted(line: string): string[] {
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] === '"') {
      let text = '';
      let end = at + 1;
      for (; ; end++) {
        if (line[end] === '"' && line[end + 1] === '"') text += line[++end];
        else if (line[end] === '"' || end >= line.length) break;
        else text += line[end];
      }
      fields.push(text);
      at = end + 2;
    } else {
      const comma = line.indexOf(',', at);
      const end = comma < 0 ? line.length : comma;
      fields.push(line.slice(at, end));
      at = end + 1;
    }
  }
  return fields;
}

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
