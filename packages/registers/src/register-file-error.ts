import { basename } from 'node:path';

/** What each failure tells people: Indonesian, English, and what to do about it. */
const catalogue = {
  'file-not-found': {
    id: 'Berkas tidak ditemukan.',
    en: 'The file was not found.',
    doId: 'Periksa nama dan folder berkas.',
    doEn: 'Check the name and folder of the file.',
  },
  'file-not-readable': {
    id: 'Berkas tidak boleh atau tidak dapat dibuka.',
    en: 'The file may not or cannot be opened.',
    doId: 'Tutup berkas di program lain, periksa hak aksesnya, lalu coba lagi.',
    doEn: 'Close the file in other programs, check its permissions, then try again.',
  },
  'not-a-file': {
    id: 'Ini folder, bukan berkas.',
    en: 'This is a folder, not a file.',
    doId: 'Pilih berkas CSV, XLSX atau Parquet di dalamnya.',
    doEn: 'Choose a CSV, XLSX or Parquet file inside it.',
  },
  'file-empty': {
    id: 'Berkas kosong.',
    en: 'The file is empty.',
    doId: 'Unduh atau ekspor ulang berkas, lalu periksa ukurannya.',
    doEn: 'Download or export the file again and check its size.',
  },
  'no-rows': {
    id: 'Berkas hanya berisi judul, tanpa baris data.',
    en: 'The file has a header but no rows.',
    doId: 'Ekspor ulang dengan datanya.',
    doEn: 'Export it again with the data.',
  },
  'html-page': {
    id: 'Isi berkas adalah halaman web, bukan data.',
    en: 'The file holds a web page, not data.',
    doId: 'Biasanya karena unduhan gagal atau harus masuk dulu. Buka situsnya, masuk, lalu unduh ulang.',
    doEn: 'Usually the download failed or needs a sign-in. Open the site, sign in and download again.',
  },
  'pdf-document': {
    id: 'Isi berkas adalah PDF.',
    en: 'The file is a PDF.',
    doId: 'Minta data aslinya dalam bentuk CSV atau XLSX.',
    doEn: 'Ask for the data itself as CSV or XLSX.',
  },
  image: {
    id: 'Isi berkas adalah gambar.',
    en: 'The file is a picture.',
    doId: 'Minta data aslinya dalam bentuk CSV atau XLSX.',
    doEn: 'Ask for the data itself as CSV or XLSX.',
  },
  'zip-archive': {
    id: 'Isi berkas adalah arsip atau dokumen lain (ZIP, Word), bukan XLSX.',
    en: 'The file is an archive or another document (ZIP, Word), not XLSX.',
    doId: 'Buka arsipnya, lalu pilih berkas CSV, XLSX atau Parquet di dalamnya.',
    doEn: 'Unpack it and choose the CSV, XLSX or Parquet file inside.',
  },
  'old-spreadsheet': {
    id: 'Berkas adalah lembar kerja format lain (XLS lama, XLSB atau ODS).',
    en: 'The file is a spreadsheet of another format (old XLS, XLSB or ODS).',
    doId: 'Buka di Excel atau LibreOffice, lalu simpan sebagai XLSX atau CSV.',
    doEn: 'Open it in Excel or LibreOffice and save it as XLSX or CSV.',
  },
  'password-protected': {
    id: 'Lembar kerja dikunci dengan kata sandi.',
    en: 'The workbook is protected with a password.',
    doId: 'Buka di Excel, hapus kata sandinya, lalu simpan ulang.',
    doEn: 'Open it in Excel, remove the password and save it again.',
  },
  'binary-content': {
    id: 'Isi berkas bukan teks: berkas rusak atau jenisnya lain.',
    en: 'The file is not text: it is damaged or of another kind.',
    doId: 'Ekspor ulang sebagai CSV (UTF-8) atau XLSX.',
    doEn: 'Export it again as CSV (UTF-8) or XLSX.',
  },
  'damaged-spreadsheet': {
    id: 'Lembar kerja XLSX rusak atau terpotong.',
    en: 'The XLSX workbook is damaged or cut off.',
    doId: 'Unduh ulang berkas, atau buka dan simpan ulang di Excel.',
    doEn: 'Download the file again, or open and save it again in Excel.',
  },
  'unpacks-too-large': {
    id: 'Berkas menjadi luar biasa besar bila dibuka; ini tidak wajar untuk sebuah register.',
    en: 'The file becomes enormous when it is unpacked; no register does.',
    doId: 'Ekspor ulang sebagai CSV, atau bagi menjadi beberapa berkas.',
    doEn: 'Export it again as CSV, or split it into several files.',
  },
  'damaged-archive': {
    id: 'Berkas GZIP rusak atau terpotong.',
    en: 'The GZIP file is damaged or cut off.',
    doId: 'Unduh ulang berkas.',
    doEn: 'Download the file again.',
  },
  'damaged-parquet': {
    id: 'Berkas Parquet rusak atau terpotong.',
    en: 'The Parquet file is damaged or cut off.',
    doId: 'Unduh atau ekspor ulang berkas.',
    doEn: 'Download or export the file again.',
  },
  'no-table': {
    id: 'Berkas tidak berisi tabel: tidak ada pemisah kolom yang ajek.',
    en: 'The file holds no table: no column separator is used consistently.',
    doId: 'Ekspor ulang sebagai CSV dengan pemisah koma atau titik koma, atau sebagai XLSX.',
    doEn: 'Export it again as CSV separated by commas or semicolons, or as XLSX.',
  },
  'name-column-missing': {
    id: 'Kolom nama tidak ditemukan.',
    en: 'No column with names was found.',
    doId: 'Tunjukkan kolom mana yang berisi nama.',
    doEn: 'Point out which column holds the names.',
  },
  'key-column-missing': {
    id: 'Kolom NIK maupun tanggal lahir tidak ditemukan.',
    en: 'Neither a NIK column nor a birth date column was found.',
    doId: 'Tunjukkan kolom NIK atau tanggal lahir; salah satunya wajib ada.',
    doEn: 'Point out the NIK or the birth date column; one of them must be there.',
  },
  'mapping-mismatch': {
    id: 'Pilihan kolom tidak cocok dengan berkas.',
    en: 'The choice of columns does not fit the file.',
    doId: 'Pilih ulang kolom untuk berkas ini.',
    doEn: 'Choose the columns of this file again.',
  },
  'not-reconciled': {
    id: 'Jumlah baris masuk tidak sama dengan jumlah baris dipakai dan disisihkan.',
    en: 'Rows in do not equal rows used plus rows set aside.',
    doId: 'Hasil impor dibatalkan. Kirim berkas ini kepada pengelola.',
    doEn: 'The import was undone. Send this file to the administrator.',
  },
  'engine-failed': {
    id: 'Berkas tidak dapat diolah.',
    en: 'The file could not be processed.',
    doId: 'Periksa ruang disk dan memori, lalu coba lagi.',
    doEn: 'Check disk space and memory, then try again.',
  },
} as const;

/** Code of a failure to read a register file. Codes are stable. */
export type RegisterFileErrorCode = keyof typeof catalogue;

/** A register file that cannot be used: what is wrong and what to do, in Indonesian and English. */
export class RegisterFileError extends Error {
  readonly code: RegisterFileErrorCode;
  /** Name of the file, without its folder. */
  readonly file: string;
  /** Message in Indonesian; `message` of the error is the English one. */
  readonly messageId: string;
  readonly messageEn: string;
  /** What to do about it, in Indonesian and English. */
  readonly adviceId: string;
  readonly adviceEn: string;
  /** A detail for the log, such as the message of the library that gave up. */
  readonly detail: string | undefined;

  constructor(code: RegisterFileErrorCode, path: string, options: ErrorOptions & { detail?: string } = {}) {
    const { id, en, doId, doEn } = catalogue[code];
    super(en, options);
    this.name = 'RegisterFileError';
    this.code = code;
    this.file = basename(path);
    this.messageId = id;
    this.messageEn = en;
    this.adviceId = doId;
    this.adviceEn = doEn;
    this.detail = options.detail;
  }
}
