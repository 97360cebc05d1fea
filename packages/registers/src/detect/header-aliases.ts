import { plainHeader } from '../column-mapping.ts';
import { type CanonicalColumn, canonicalColumns, type RegisterKind } from '../register-kind.ts';

/** Headers seen in Indonesian registers and exports, as `plainHeader` writes them. The first ones are surest. */
const aliases: Record<CanonicalColumn, readonly string[]> = {
  no_penduduk: [
    'NO PENDUDUK',
    'NOMOR PENDUDUK',
    'ID PENDUDUK',
    'KODE PENDUDUK',
    'NO REGISTER',
    'NOMOR REGISTER',
    'NO REG',
    'NO INDUK PENDUDUK DESA',
    'ID WARGA',
    'RESIDENT ID',
    'PERSON ID',
    'ID',
  ],
  no_kartu: [
    'NO KARTU',
    'NOKA',
    'NOMOR KARTU',
    'NOKA JKN',
    'NO KARTU JKN',
    'NOMOR KARTU JKN',
    'NO KARTU BPJS',
    'NOMOR KARTU BPJS',
    'NO BPJS',
    'NOMOR BPJS',
    'NO JKN',
    'NOKAPST',
    'NOKA PESERTA',
    'NO KARTU PESERTA',
    'NOMOR KARTU PESERTA',
    'NO PESERTA',
    'NOMOR PESERTA',
    'NO KIS',
    'NO KARTU KIS',
    'CARD NUMBER',
    'CARD NO',
    'MEMBER ID',
    'ID',
  ],
  nik: [
    'NIK',
    'NO NIK',
    'NOMOR NIK',
    'NOMOR INDUK KEPENDUDUKAN',
    'NO INDUK KEPENDUDUKAN',
    'NIK KTP',
    'NO KTP',
    'NOMOR KTP',
    'NO KTP NIK',
    'NIK NO KTP',
    'NIK PENDUDUK',
    'NIK PESERTA',
    'NIK ANGGOTA',
    'KTP',
    'NATIONAL ID',
    'ID NUMBER',
  ],
  no_kk: [
    'NO KK',
    'NOKK',
    'NOMOR KK',
    'KK',
    'NO KARTU KELUARGA',
    'NOMOR KARTU KELUARGA',
    'KARTU KELUARGA',
    'NKK',
    'NOMOR KELUARGA',
    'NO KELUARGA',
    'FAMILY CARD',
    'FAMILY CARD NUMBER',
    'FAMILY CARD NO',
    'HOUSEHOLD ID',
  ],
  nama: [
    'NAMA',
    'NAMA LENGKAP',
    'NAMA LGKP',
    'NAMA PENDUDUK',
    'NAMA PESERTA',
    'NAMA WARGA',
    'NAMA ANGGOTA',
    'NAMA ANGGOTA KELUARGA',
    'NM LENGKAP',
    'NMPST',
    'NAMAPST',
    'NAMA PST',
    'NAME',
    'FULL NAME',
    'NAMA JELAS',
    'NAMA SESUAI KTP',
  ],
  jenis_kelamin: [
    'JENIS KELAMIN',
    'JK',
    'L P',
    'LP',
    'P L',
    'KELAMIN',
    'JENIS KLMIN',
    'JNS KELAMIN',
    'JNS KEL',
    'JENKEL',
    'JEKEL',
    'J K',
    'GENDER',
    'SEX',
    'LAKI LAKI PEREMPUAN',
    'JKPST',
  ],
  tempat_lahir: [
    'TEMPAT LAHIR',
    'TMPT LAHIR',
    'TMP LAHIR',
    'TMPT LHR',
    'TEMPAT LHR',
    'TPT LAHIR',
    'TEMPAT KELAHIRAN',
    'BIRTH PLACE',
    'PLACE OF BIRTH',
    'BIRTHPLACE',
  ],
  tanggal_lahir: [
    'TANGGAL LAHIR',
    'TGL LAHIR',
    'TGL LHR',
    'TGLLAHIR',
    'TGLLHR',
    'TGLLHRPST',
    'TANGGAL LHR',
    'TGL KELAHIRAN',
    'TANGGAL KELAHIRAN',
    'TGL LAHIR PESERTA',
    'TL',
    'BIRTH DATE',
    'DATE OF BIRTH',
    'BIRTHDATE',
    'DOB',
  ],
  kode_desa: [
    'KODE DESA',
    'KODE WILAYAH',
    'KODE DESA KELURAHAN',
    'KODE KELURAHAN',
    'KODE KEL',
    'KD DESA',
    'KD KEL',
    'KDDESA',
    'KODE DESKEL',
    'KODE KELURAHAN DESA',
    'KODE WIL',
    'KODE WILAYAH DESA',
    'KODE KEMENDAGRI',
    'VILLAGE CODE',
    'AREA CODE',
    'KDKEL',
    'DESA KELURAHAN',
    'KELURAHAN DESA',
    'DESA',
    'KELURAHAN',
    'NAMA DESA',
    'NAMA KELURAHAN',
    'NAMA DESA KELURAHAN',
    'NM KEL',
    'NAMA KEL',
    'DESKEL',
    'DESA KEL',
    'KEL DESA',
    'VILLAGE',
  ],
  banjar: [
    'BANJAR',
    'LINGKUNGAN',
    'DUSUN',
    'BANJAR LINGKUNGAN',
    'BANJAR DINAS',
    'NAMA BANJAR',
    'LINGKUNGAN BANJAR',
    'BR',
    'DUSUN LINGKUNGAN',
    'HAMLET',
  ],
  alamat: [
    'ALAMAT',
    'ALAMAT LENGKAP',
    'ALAMAT RUMAH',
    'ALAMAT TINGGAL',
    'ALAMAT KTP',
    'ALAMAT DOMISILI',
    'ALAMAT PESERTA',
    'ADDRESS',
    'JALAN',
    'ALAMAT JALAN',
  ],
  hubungan_keluarga: [
    'HUBUNGAN KELUARGA',
    'SHDK',
    'HUBUNGAN',
    'HUB KELUARGA',
    'HUB KEL',
    'STATUS HUBUNGAN',
    'STATUS HUBUNGAN DALAM KELUARGA',
    'STATUS HUBUNGAN KELUARGA',
    'HUBUNGAN DALAM KELUARGA',
    'STAT HBKEL',
    'HBKEL',
    'STATUS KELUARGA',
    'STATUS DALAM KELUARGA',
    'PISAT',
    'RELATION',
    'RELATIONSHIP',
  ],
  pekerjaan: [
    'PEKERJAAN',
    'JENIS PEKERJAAN',
    'JNS PEKERJAAN',
    'JENIS PKRJN',
    'KERJA',
    'OCCUPATION',
    'JOB',
    'MATA PENCAHARIAN',
  ],
  no_hp: [
    'NO HP',
    'NOMOR HP',
    'HP',
    'TELEPON',
    'NO TELEPON',
    'NOMOR TELEPON',
    'TELP',
    'NO TELP',
    'NOHP',
    'NO HANDPHONE',
    'HANDPHONE',
    'NO WA',
    'NOMOR WA',
    'WHATSAPP',
    'NO WHATSAPP',
    'NO TLP',
    'TLP',
    'NO TELP HP',
    'NO HP WA',
    'PHONE',
    'PHONE NUMBER',
    'MOBILE',
    'KONTAK',
  ],
  segmen: [
    'SEGMEN',
    'SEGMEN PESERTA',
    'SEGMENTASI',
    'JENIS PESERTA',
    'JNSPESERTA',
    'JENIS KEPESERTAAN',
    'KATEGORI PESERTA',
    'SEGMENT',
    'NMJNSPST',
  ],
  kelas: [
    'KELAS',
    'KELAS RAWAT',
    'HAK KELAS',
    'KELAS RAWAT INAP',
    'KLS',
    'KLSRAWAT',
    'KELAS PERAWATAN',
    'CLASS',
  ],
  status: [
    'STATUS',
    'STATUS PESERTA',
    'STATUS KEPESERTAAN',
    'STATUS AKTIF',
    'STATUS KARTU',
    'STATUSPST',
    'STATUS PST',
    'KEAKTIFAN',
    'STATUS KEAKTIFAN',
    'STATUS JKN',
    'STATUS BPJS',
  ],
};

const indexes = new Map<RegisterKind, Map<string, CanonicalColumn>>();

/** Canonical column a header names in a register of this kind, when the header is a known one. */
export function columnOfHeader(header: string, kind: RegisterKind): CanonicalColumn | undefined {
  return indexOf(kind).get(compact(header));
}

/** True when a header is known in either kind of register. */
export function isKnownHeader(header: string): boolean {
  return columnOfHeader(header, 'residents') !== undefined || columnOfHeader(header, 'members') !== undefined;
}

/** Words that make a column about someone or something else: 'NAMA IBU', 'NIK KEPALA KELUARGA', 'NAMA FASKES'. */
const otherPeople =
  / (AYAH|IBU|BAPAK|ORTU|ORANG TUA|SUAMI|ISTRI|PASANGAN|KEPALA|FASKES|PETUGAS|KADER|PEMBERI KERJA) /;

/** True for a column about someone other than the person of the row. */
export function isAboutOthers(header: string): boolean {
  return otherPeople.test(` ${plainHeader(header)} `);
}

/** A known header that stands as whole words inside a longer one ('NIK (16 digit)', 'Nama sesuai KK'). */
export function columnInsideHeader(header: string, kind: RegisterKind): CanonicalColumn | undefined {
  const words = ` ${plainHeader(header)} `;
  if (isAboutOthers(header)) return undefined;
  let best: [alias: string, column: CanonicalColumn] | undefined;
  for (const column of canonicalColumns(kind))
    for (const alias of aliases[column])
      if (alias.length >= 3 && words.includes(` ${alias} `) && alias.length > (best?.[0].length ?? 0))
        best = [alias, column];
  return best?.[1];
}

function indexOf(kind: RegisterKind): Map<string, CanonicalColumn> {
  let index = indexes.get(kind);
  if (!index) {
    index = new Map();
    for (const column of canonicalColumns(kind))
      for (const alias of [column, ...aliases[column]])
        if (!index.has(compact(alias))) index.set(compact(alias), column);
    indexes.set(kind, index);
  }
  return index;
}

function compact(header: string): string {
  return plainHeader(header).replaceAll(' ', '');
}
