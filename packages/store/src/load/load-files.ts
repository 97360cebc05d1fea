import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Columns of the files a mapping writes for loading -> columns of our tables. */
export const residentFile: Record<string, string> = {
  resident_key: 'resident_key',
  no_penduduk: 'no_penduduk',
  nik: 'nik',
  no_kk: 'kk',
  nama: 'name',
  jenis_kelamin: 'sex',
  tempat_lahir: 'birthplace',
  tanggal_lahir: 'born',
  kode_desa: 'area_code',
  banjar: 'banjar',
  alamat: 'address',
  hubungan_keluarga: 'relation',
  pekerjaan: 'occupation',
  no_hp: 'phone',
  p_uncovered: 'p_uncovered',
  reason: 'reason',
  member_key: 'member_key',
  probability: 'probability',
  tier: 'tier',
  best_member_key: 'best_member_key',
};
export const memberFile: Record<string, string> = {
  member_key: 'member_key',
  no_kartu: 'no_kartu',
  nik: 'nik',
  no_kk: 'kk',
  nama: 'name',
  jenis_kelamin: 'sex',
  tanggal_lahir: 'born',
  kode_desa: 'area_code',
  alamat: 'address',
  segmen: 'segment',
  kelas: 'class',
  status: 'status',
  no_hp: 'phone',
  bucket: 'bucket',
  resident_key: 'resident_key',
  inactive_kind: 'inactive_kind',
};
export const candidateFile: Record<string, string> = {
  resident_key: 'resident_key',
  member_key: 'member_key',
  probability: 'probability',
  weight: 'weight',
  evidence: 'evidence',
};
export const villageFile: Record<string, string> = {
  kode_desa: 'area_code',
  residents: 'residents',
  linked: 'linked',
  uncovered: 'expected',
  uncovered_low: 'expected_low',
  uncovered_high: 'expected_high',
  coverage: 'coverage',
  members: 'members',
  inactive: 'inactive',
};

/**
 * Streams a CSV file with a header into a table. Columns may stand in any order; unknown ones are an
 * error, so that nothing a mapping says is lost in silence. Returns the number of rows.
 */
export async function copyFile(
  client: pg.PoolClient,
  table: string,
  file: string,
  names: Record<string, string>,
  onBytes: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<number> {
  const columns = (await header(file)).map((name) => {
    const column = names[name];
    if (!column) throw new Error(`${file} has a column this version cannot load: ${name}`);
    return column;
  });
  const total = (await stat(file)).size;
  let done = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      done += chunk.length;
      onBytes(done, total);
      next(null, chunk);
    },
  });
  // An unknown village is '' and not null: see resident_result.area_code.
  const nulls = columns.includes('area_code') ? ', FORCE_NOT_NULL (area_code)' : '';
  const sink = client.query(
    copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN (FORMAT csv, HEADER true${nulls})`, {
      highWaterMark: 1 << 20,
    }),
  );
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), counted, sink, { signal });
  return sink.rowCount;
}

async function header(file: string): Promise<string[]> {
  const input = createReadStream(file, { end: 65_536, encoding: 'utf8' });
  for await (const line of createInterface({ input })) {
    input.destroy();
    return line
      .replace(/^\uFEFF/, '')
      .split(',')
      .map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  }
  throw new Error(`${file} is empty`);
}
