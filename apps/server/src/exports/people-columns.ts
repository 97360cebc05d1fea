import type { PersonRow } from '@jangkau/store';

/** A column of a download. */
export interface ExportColumn {
  header: string;
  /** Width in an XLSX sheet, in characters. */
  width: number;
  value: (row: PersonRow) => string | number | null;
}

/** Columns of a download, named as the registers name them. */
export const peopleColumns: readonly ExportColumn[] = [
  { header: 'nama', width: 32, value: (row) => row.name },
  { header: 'nik', width: 18, value: (row) => row.nik },
  { header: 'no_kk', width: 18, value: (row) => row.kk },
  { header: 'no_kartu', width: 16, value: (row) => row.card },
  { header: 'jenis_kelamin', width: 6, value: (row) => row.sex },
  { header: 'tanggal_lahir', width: 12, value: (row) => row.born },
  { header: 'kode_desa', width: 14, value: (row) => row.areaCode },
  { header: 'desa', width: 22, value: (row) => row.village },
  { header: 'kecamatan', width: 22, value: (row) => row.district },
  { header: 'banjar', width: 22, value: (row) => row.banjar },
  { header: 'alamat', width: 36, value: (row) => row.address },
  { header: 'keadaan', width: 12, value: (row) => stateNames[row.state] },
  { header: 'peluang_tanpa_kartu', width: 10, value: (row) => rounded(row.pUncovered) },
  { header: 'alasan', width: 20, value: (row) => row.reason },
  { header: 'segmen', width: 14, value: (row) => row.segment },
  { header: 'kelas', width: 6, value: (row) => row.class },
  { header: 'status', width: 12, value: (row) => row.status },
  {
    header: 'jenis_nonaktif',
    width: 14,
    value: (row) => (row.inactiveKind ? kindNames[row.inactiveKind] : null),
  },
];

const stateNames = {
  linked: 'padan',
  uncovered: 'belum',
  duplicate: 'ganda',
  unmatched: 'tak padan',
} as const;
const kindNames = {
  arrears: 'menunggak',
  lapsed: 'mutasi',
  ended: 'berakhir',
  unknown: 'belum jelas',
} as const;

function rounded(p: number | null): number | null {
  return p === null ? null : Math.round(p * 10_000) / 10_000;
}
