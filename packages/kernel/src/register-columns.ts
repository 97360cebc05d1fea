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
