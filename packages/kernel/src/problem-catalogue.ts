/** One kind of failure: the HTTP status it maps to and what it tells people, Indonesian first. */
export interface ProblemKind {
  readonly status: number;
  /** Message with `{name}` placeholders that the details of a problem fill in. */
  readonly id: string;
  readonly en: string;
}

/**
 * Every failure the system can report, by code. Codes are stable: clients and logs refer to them.
 * Messages never carry personal data or internals; callers put only masked values into the details.
 */
export const problemCatalogue = {
  'invalid-request': {
    status: 400,
    id: 'Permintaan tidak dapat dibaca: {reason}.',
    en: 'The request cannot be read: {reason}.',
  },
  unauthenticated: { status: 401, id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' },
  forbidden: { status: 403, id: 'Anda tidak berwenang untuk ini.', en: 'You may not do this.' },
  'not-found': { status: 404, id: 'Data tidak ditemukan.', en: 'Not found.' },
  'run-not-found': { status: 404, id: 'Pemetaan {run} tidak ditemukan.', en: 'Mapping run {run} not found.' },
  'resident-not-found': {
    status: 404,
    id: 'Penduduk {resident} tidak ada di pemetaan ini.',
    en: 'Resident {resident} is not in this mapping.',
  },
  'village-empty': {
    status: 422,
    id: 'Tidak ada penduduk dengan kode desa {code} di berkas.',
    en: 'No resident in the files has village code {code}.',
  },
  'file-not-found': { status: 404, id: 'Berkas {file} tidak ditemukan.', en: 'File {file} not found.' },
  conflict: {
    status: 409,
    id: 'Data sudah diubah orang lain. Muat ulang, lalu coba lagi.',
    en: 'Someone else changed this. Reload and try again.',
  },
  'run-busy': {
    status: 409,
    id: 'Pemetaan lain sedang berjalan. Tunggu sampai selesai atau batalkan dulu.',
    en: 'Another mapping is running. Wait for it or cancel it first.',
  },
  'run-cancelled': { status: 409, id: 'Pemetaan dibatalkan.', en: 'The mapping was cancelled.' },
  'file-too-large': {
    status: 413,
    id: 'Berkas {file} terlalu besar; batasnya {limit}.',
    en: 'File {file} is too large; the limit is {limit}.',
  },
  'file-kind-unknown': {
    status: 415,
    id: 'Jenis berkas {file} tidak dikenal. Kirim CSV, XLSX atau Parquet.',
    en: 'The kind of file {file} is unknown. Send CSV, XLSX or Parquet.',
  },
  'file-unreadable': {
    status: 422,
    id: 'Berkas {file} tidak dapat dibaca: {reason}.',
    en: 'File {file} cannot be read: {reason}.',
  },
  'file-empty': { status: 422, id: 'Berkas {file} tidak berisi data.', en: 'File {file} has no rows.' },
  'header-not-found': {
    status: 422,
    id: 'Baris judul kolom tidak ditemukan pada berkas {file}.',
    en: 'No header row was found in file {file}.',
  },
  'column-missing': {
    status: 422,
    id: 'Berkas {file} tidak memiliki kolom {column}.',
    en: 'File {file} has no column {column}.',
  },
  'column-unknown': {
    status: 422,
    id: 'Kolom {column} tidak ada pada berkas {file}.',
    en: 'There is no column {column} in file {file}.',
  },
  'snapshot-unusable': {
    status: 422,
    id: 'Berkas status tidak dapat dipakai ({reason}). Unduh lagi dari Jangkau.',
    en: 'The status file cannot be used ({reason}). Download it again from Jangkau.',
  },
  'pass-unusable': {
    status: 422,
    id: 'Kode QR peserta tidak berlaku ({reason}). Minta peserta membuka kode yang baru.',
    en: 'The QR code of the member does not hold ({reason}). Ask the member to open a new one.',
  },
  'nik-invalid': { status: 422, id: 'NIK tidak sah: {reason}.', en: 'Invalid NIK: {reason}.' },
  'kk-number-invalid': {
    status: 422,
    id: 'Nomor KK tidak sah: harus 16 angka.',
    en: 'Invalid KK number: it must have 16 digits.',
  },
  'card-number-invalid': {
    status: 422,
    id: 'Nomor kartu JKN tidak sah: harus 13 angka.',
    en: 'Invalid JKN card number: it must have 13 digits.',
  },
  'area-code-invalid': {
    status: 422,
    id: 'Kode wilayah {value} tidak sah.',
    en: 'Invalid area code {value}.',
  },
  'date-invalid': { status: 422, id: 'Tanggal {value} tidak sah.', en: 'Invalid date {value}.' },
  'field-missing': {
    status: 422,
    id: 'Isian {field} wajib ada.',
    en: 'Field {field} is required.',
  },
  'field-unknown': { status: 422, id: 'Isian {field} tidak dikenal.', en: 'Field {field} is unknown.' },
  'field-invalid': {
    status: 422,
    id: 'Isian {field} tidak sah; yang diterima: {accepted}.',
    en: 'Field {field} is invalid; accepted: {accepted}.',
  },
  'fields-contradict': {
    status: 422,
    id: 'Isian {first} dan {second} bertentangan.',
    en: 'Fields {first} and {second} contradict each other.',
  },
  'setting-invalid': {
    status: 422,
    id: 'Pengaturan {setting} tidak sah: {reason}.',
    en: 'Invalid setting {setting}: {reason}.',
  },
  'register-not-empty': {
    status: 409,
    id: 'Register peserta sudah berisi; register awal hanya dimuat sekali.',
    en: 'The member register is filled already; a register is loaded only once.',
  },
  'month-not-over': {
    status: 409,
    id: 'Bulan {month} belum berakhir; tutup bulan dilakukan mulai tanggal 1 bulan berikutnya.',
    en: 'Month {month} is not over; it can be closed from the 1st of the next month.',
  },
  'month-out-of-order': {
    status: 409,
    id: 'Bulan {month} tidak dapat ditutup sekarang; giliran berikutnya {expected}.',
    en: 'Month {month} cannot be closed now; {expected} is next.',
  },
  'month-not-closed': {
    status: 409,
    id: 'Hanya penutupan yang terakhir dapat dibatalkan; {month} bukan itu.',
    en: 'Only the last close can be taken back; {month} is not it.',
  },
  'close-followed-by-changes': {
    status: 409,
    id: 'Penutupan {month} tidak dapat dibatalkan: sesudahnya ada perubahan lain pada {members} peserta yang sama. Betulkan dengan perubahan baru.',
    en: 'The close of {month} cannot be taken back: {members} of its members were changed otherwise since. Correct it by new changes.',
  },
  'reconciliation-failed': {
    status: 500,
    id: 'Jumlah tidak cocok: {equation} ({left} dan {right}).',
    en: 'Counts do not reconcile: {equation} ({left} and {right}).',
  },
  'backup-unknown': {
    status: 422,
    id: 'Berkas {file} bukan cadangan Jangkau.',
    en: 'File {file} is not a backup of Jangkau.',
  },
  'backup-newer': {
    status: 422,
    id: 'Cadangan {file} dibuat oleh Jangkau yang lebih baru. Perbarui Jangkau dahulu, lalu ulangi.',
    en: 'Backup {file} was made by a newer Jangkau. Upgrade Jangkau first, then try again.',
  },
  'backup-locked': {
    status: 422,
    id: 'Cadangan {file} terenkripsi. Berikan --passphrase-file atau --identity-file.',
    en: 'Backup {file} is encrypted. Give --passphrase-file or --identity-file.',
  },
  'backup-key-wrong': {
    status: 422,
    id: 'Kunci atau kata sandi yang diberikan tidak membuka cadangan {file}.',
    en: 'The key or passphrase given does not open backup {file}.',
  },
  'backup-damaged': {
    status: 422,
    id: 'Cadangan {file} rusak atau terpotong ({part}). Jangan dipakai; ambil salinan lain.',
    en: 'Backup {file} is damaged or cut short ({part}). Do not use it; take another copy.',
  },
  'backup-folder-unusable': {
    status: 500,
    id: 'Cadangan tidak dapat ditulis di {folder}: {reason}. Periksa hak akses dan ruang disk.',
    en: 'The backup cannot be written to {folder}: {reason}. Check the rights and the disk space.',
  },
  'backup-sees-too-little': {
    status: 500,
    id: 'Akun basis data ini tidak melihat semua baris ({tables}). Pakai akun pemilik pada DATABASE_URL.',
    en: 'This database account does not see every row ({tables}). Use the owner in DATABASE_URL.',
  },
  'restore-not-empty': {
    status: 409,
    id: 'Pemulihan hanya ke tempat kosong, sedangkan {place} sudah berisi data. Tidak ada yang diubah. Pakai JANGKAU_DATA_DIR atau DATABASE_URL yang kosong, atau pindahkan data lama dahulu.',
    en: 'A backup is restored into an empty place only, and {place} holds data. Nothing was changed. Use an empty JANGKAU_DATA_DIR or DATABASE_URL, or move the old data away first.',
  },
  'restore-unfinished': {
    status: 503,
    id: 'Pemulihan ke {place} belum selesai. Jalankan lagi "npx jangkau restore" dengan berkas cadangan yang sama; pemulihan mulai dari awal.',
    en: 'A restore into {place} was not finished. Run "npx jangkau restore" with the backup again; it starts from the beginning.',
  },
  'restore-differs': {
    status: 500,
    id: 'Hasil pemulihan tidak sama dengan cadangan ({part}). Tempat itu ditandai belum selesai.',
    en: 'What was restored is not what the backup holds ({part}). The place stays marked as unfinished.',
  },
  internal: {
    status: 500,
    id: 'Terjadi kesalahan pada sistem. Coba lagi; bila berulang, hubungi pengelola.',
    en: 'Something went wrong in the system. Try again; if it repeats, tell the administrator.',
  },
  unavailable: {
    status: 503,
    id: 'Layanan sedang tidak tersedia. Coba lagi sebentar lagi.',
    en: 'The service is not available. Try again shortly.',
  },
} as const satisfies Record<string, ProblemKind>;

/** Code of a failure in the catalogue. */
export type ProblemCode = keyof typeof problemCatalogue;
