/** What a register file lists: residents of villages, or JKN members. */
export type RegisterKind = 'residents' | 'members';

/** The columns Jangkau reads from a village population register, by their canonical names. */
export const residentColumns = [
  'no_penduduk',
  'nik',
  'no_kk',
  'nama',
  'jenis_kelamin',
  'tempat_lahir',
  'tanggal_lahir',
  'kode_desa',
  'banjar',
  'alamat',
  'hubungan_keluarga',
  'pekerjaan',
  'no_hp',
] as const;

/** The columns Jangkau reads from a JKN member register, by their canonical names. */
export const memberColumns = [
  'no_kartu',
  'nik',
  'no_kk',
  'nama',
  'jenis_kelamin',
  'tanggal_lahir',
  'kode_desa',
  'alamat',
  'segmen',
  'kelas',
  'status',
  'no_hp',
] as const;

/** A canonical column of either register. */
export type CanonicalColumn = (typeof residentColumns)[number] | (typeof memberColumns)[number];

/** The canonical columns of a kind of register, in their order. */
export function canonicalColumns(kind: RegisterKind): readonly CanonicalColumn[] {
  return kind === 'residents' ? residentColumns : memberColumns;
}

/** The canonical column that holds the register's own number of a person: `id` in the imported table. */
export function ownNumberColumn(kind: RegisterKind): CanonicalColumn {
  return kind === 'residents' ? 'no_penduduk' : 'no_kartu';
}
