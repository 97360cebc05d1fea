/** How a column of an imported table is judged; SQL expressions over the table, counted with FILTER. */
export interface ProfiledColumn {
  /** Column of the imported table. */
  column: string;
  /** Canonical column it came from. */
  canonical: string;
  /** The file had something in the cell; the column is filled when absent. */
  filled?: string;
  /** The cell can be used; the column is filled when absent. */
  valid?: string;
}

/** Columns of both kinds of tables; those a table lacks are left out. */
export const profiledColumns: readonly ProfiledColumn[] = [
  { column: 'nik', canonical: 'nik', filled: 'nik IS NOT NULL OR nik_text IS NOT NULL' },
  { column: 'kk', canonical: 'no_kk' },
  { column: 'nama', canonical: 'nama', valid: 'NOT name_digits' },
  { column: 'sex', canonical: 'jenis_kelamin' },
  { column: 'born', canonical: 'tanggal_lahir', filled: 'born IS NOT NULL OR born_text IS NOT NULL' },
  { column: 'phone', canonical: 'no_hp' },
  { column: 'village', canonical: 'kode_desa' },
  { column: 'address', canonical: 'alamat' },
  { column: 'birthplace', canonical: 'tempat_lahir' },
  { column: 'banjar', canonical: 'banjar' },
  { column: 'relation', canonical: 'hubungan_keluarga' },
  { column: 'occupation', canonical: 'pekerjaan' },
  { column: 'segment', canonical: 'segmen' },
  { column: 'class', canonical: 'kelas' },
  { column: 'status', canonical: 'status' },
];
