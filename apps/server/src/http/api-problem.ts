import type { FieldError, ProblemCode } from '@jangkau/contracts';
import { campaignProblems } from './campaign-problems.ts';
import { chatProblems } from './chat-problems.ts';
import { constraintProblems } from './constraint-problems.ts';
import { pesiarProblems } from './pesiar-problems.ts';
import { ruleProblems } from './rule-problems.ts';
import { type ProblemKind, signInProblems } from './sign-in-problems.ts';
import { syncProblems } from './sync-problems.ts';

/** Failures of the HTTP API. What registers and mapping report comes from the kernel's catalogue. */
const catalogue = {
  ...constraintProblems,
  ...signInProblems,
  ...syncProblems,
  ...pesiarProblems,
  ...campaignProblems,
  ...chatProblems,
  ...ruleProblems,
  'invalid-request': {
    status: 400,
    title: 'Invalid request',
    id: 'Isian belum benar. Periksa lagi lalu kirim ulang.',
    en: 'Something in the request is not right. Check it and send it again.',
  },
  'bad-cursor': {
    status: 400,
    title: 'Bad cursor',
    id: 'Halaman ini sudah tidak berlaku. Muat ulang daftar dari awal.',
    en: 'This page is no longer valid. Load the list from the start.',
  },
  'nik-in-address': {
    status: 400,
    title: 'Number of a person in the address',
    id: 'NIK dan nomor KK tidak boleh ada di alamat halaman. Gunakan pencarian.',
    en: 'A NIK or KK number must not stand in an address. Use the search.',
  },
  'confirmation-required': {
    status: 400,
    title: 'Confirmation required',
    id: 'Penghapusan perlu dikonfirmasi.',
    en: 'Deleting needs a confirmation.',
  },
  'reason-required': {
    status: 400,
    title: 'Reason required',
    id: 'Tuliskan alasan membuka nomor lengkap.',
    en: 'Say why the full numbers are needed.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Not signed in',
    id: 'Silakan masuk terlebih dahulu.',
    en: 'Please sign in first.',
  },
  'wrong-credentials': {
    status: 401,
    title: 'Wrong credentials',
    id: 'Nama pengguna atau kata sandi salah.',
    en: 'The user name or the password is wrong.',
  },
  'out-of-scope': {
    status: 403,
    title: 'Out of scope',
    id: 'Anda tidak berwenang untuk wilayah atau tindakan ini.',
    en: 'You may not see this area or do this.',
  },
  'other-site': {
    status: 403,
    title: 'Sent by another site',
    id: 'Permintaan ini datang dari situs lain dan ditolak. Buka Jangkau langsung, lalu ulangi.',
    en: 'This request came from another site and was refused. Open Jangkau itself and repeat.',
  },
  'webhook-not-verified': {
    status: 403,
    title: 'Not the token of this webhook',
    id: 'Token verifikasi webhook tidak cocok. Periksa JANGKAU_WHATSAPP_VERIFY_TOKEN.',
    en: 'The verify token is not that of this webhook. Check JANGKAU_WHATSAPP_VERIFY_TOKEN.',
  },
  'webhook-not-signed': {
    status: 401,
    title: 'Signature does not match',
    id: 'Tanda tangan panggilan tidak cocok dengan isinya. Periksa JANGKAU_WHATSAPP_APP_SECRET.',
    en: 'The signature of the call is not that of its body. Check JANGKAU_WHATSAPP_APP_SECRET.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    id: 'Halaman tidak ditemukan.',
    en: 'There is nothing here.',
  },
  'upload-not-found': {
    status: 404,
    title: 'File not found',
    id: 'Berkas tidak ditemukan atau sudah dihapus.',
    en: 'The file was not found or has been deleted.',
  },
  'run-not-found': {
    status: 404,
    title: 'Run not found',
    id: 'Pemetaan tidak ditemukan atau sudah dihapus.',
    en: 'The mapping was not found or has been deleted.',
  },
  'person-not-found': {
    status: 404,
    title: 'Person not found',
    id: 'Penduduk tidak ditemukan pada pemetaan ini.',
    en: 'This mapping has no such resident.',
  },
  'member-not-found': {
    status: 404,
    title: 'Card not found',
    id: 'Kartu peserta tidak ditemukan pada pemetaan ini.',
    en: 'This mapping has no such card.',
  },
  'eligibility-nobody': {
    status: 404,
    title: 'No such member',
    id: 'Tidak ada peserta JKN dengan nomor ini. Periksa nomornya; bila benar, orang ini belum terdaftar.',
    en: 'No JKN member has this number. Check it; if it is right, this person is not registered.',
  },
  'eligibility-day': {
    status: 422,
    title: 'No answer for this day',
    id: 'Tanggal pelayanan harus antara 1 Januari 2014 dan besok.',
    en: 'The day of service must lie between 1 January 2014 and tomorrow.',
  },
  'figures-not-found': {
    status: 404,
    title: 'Figures not found',
    id: 'Belum ada angka untuk bulan dan wilayah ini. Pilih bulan lain, atau tunggu sampai bulan itu dihitung.',
    en: 'There are no figures for this month and area yet. Choose another month, or wait until it is counted.',
  },
  'file-not-found': {
    status: 404,
    title: 'File not found',
    id: 'Berkas hasil tidak ditemukan.',
    en: 'The result file was not found.',
  },
  'area-not-found': {
    status: 404,
    title: 'Area not found',
    id: 'Wilayah tidak ditemukan.',
    en: 'The area was not found.',
  },
  'boundaries-not-loaded': {
    status: 404,
    title: 'Boundaries not loaded',
    id: 'Batas desa belum dimuat. Unggah berkas GeoJSON untuk menampilkan peta.',
    en: 'Village boundaries are not loaded. Import a GeoJSON file to see the map.',
  },
  'upload-in-use': {
    status: 409,
    title: 'File in use',
    id: 'Berkas sedang dipakai pemetaan yang belum selesai.',
    en: 'A mapping that is not finished uses this file.',
  },
  'run-not-finished': {
    status: 409,
    title: 'Run not finished',
    id: 'Pemetaan belum selesai, hasilnya belum ada.',
    en: 'The mapping is not finished; there are no results yet.',
  },
  'run-not-cancellable': {
    status: 409,
    title: 'Run over',
    id: 'Pemetaan ini sudah selesai, tidak dapat dibatalkan.',
    en: 'This mapping is over and cannot be cancelled.',
  },
  'run-not-resumable': {
    status: 409,
    title: 'Run not resumable',
    id: 'Hanya pemetaan yang terputus, gagal, atau dibatalkan yang dapat dijalankan lagi.',
    en: 'Only an interrupted, failed or cancelled mapping can be started again.',
  },
  'run-busy': {
    status: 409,
    title: 'Run busy',
    id: 'Pemetaan ini masih berjalan. Batalkan dulu.',
    en: 'This mapping is still running. Cancel it first.',
  },
  'idempotency-in-progress': {
    status: 409,
    title: 'Already being done',
    id: 'Permintaan yang sama sedang dikerjakan.',
    en: 'The same request is being worked on.',
  },
  'payment-conflict': {
    status: 409,
    title: 'Reference known with another amount or account',
    id: 'Nomor referensi ini sudah tercatat dengan jumlah atau nomor VA lain. Tidak ada yang diubah.',
    en: 'This reference is known with another amount or account. Nothing was changed.',
  },
  'suspense-gone': {
    status: 409,
    title: 'No longer in suspense',
    id: 'Dana ini sudah tidak di penampungan; mungkin sudah diselesaikan petugas lain. Muat ulang.',
    en: 'This money is no longer in suspense; somebody else may have placed it. Reload.',
  },
  'rehab-not-open': {
    status: 409,
    title: 'REHAB is not open to this debt',
    id: 'REHAB tidak terbuka untuk tunggakan ini pada hari ini. Lihat alasannya pada tawaran REHAB.',
    en: 'REHAB is not open to these arrears today. The offer says why.',
  },
  'rehab-changed': {
    status: 409,
    title: 'The REHAB offer changed',
    id: 'Hitungan REHAB sudah berubah, misalnya karena ada pembayaran masuk. Periksa angka yang baru, lalu setujui lagi.',
    en: 'The REHAB offer has changed, for instance because a payment came in. Look at the new amounts, then agree again.',
  },
  'own-facility-too-soon': {
    status: 409,
    title: 'Another facility only later',
    id: 'Faskes belum dapat diganti lagi. Tanggalnya tertera di formulir; lebih cepat hanya dengan alasan yang dibolehkan dan suratnya.',
    en: 'The facility cannot be changed again yet. The form shows the date; sooner only for an allowed reason with its letter.',
  },
  'own-file-unusable': {
    status: 422,
    title: 'Not a usable photo',
    id: 'Foto tidak dapat dipakai. Kirim foto (JPG, PNG) yang jelas, paling besar 5 MB, atau PDF.',
    en: 'The photo cannot be used. Send a clear photo (JPG, PNG) of 5 MB at most, or a PDF.',
  },
  'rehab-running': {
    status: 409,
    title: 'A REHAB plan is running',
    id: 'Keluarga ini masih menjalani rencana REHAB.',
    en: 'A REHAB plan of this family is still running.',
  },
  'month-close-running': {
    status: 409,
    title: 'A month close is running',
    id: 'Tutup bulan atau simulasinya sedang berjalan. Tunggu sampai selesai.',
    en: 'A month close or a dry run is under way. Wait until it is done.',
  },
  'upload-too-large': {
    status: 413,
    title: 'File too large',
    id: 'Berkas terlalu besar untuk server ini.',
    en: 'The file is too large for this server.',
  },
  'area-too-large': {
    status: 422,
    title: 'Area too large',
    id: 'Pilih satu desa atau kelurahan untuk dicetak.',
    en: 'Choose one village to print.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Idempotency key reused',
    id: 'Kunci permintaan sudah dipakai untuk permintaan lain.',
    en: 'This idempotency key was used for a different request.',
  },
  'upload-empty': { status: 422, title: 'Empty file', id: 'Berkas kosong.', en: 'The file is empty.' },
  'upload-unreadable': {
    status: 422,
    title: 'Unreadable file',
    id: 'Berkas tidak dapat dibaca sebagai register (CSV, XLSX, atau Parquet).',
    en: 'The file cannot be read as a register (CSV, XLSX or Parquet).',
  },
  'mapping-incomplete': {
    status: 422,
    title: 'Columns missing',
    id: 'Kolom nama, dan NIK atau tanggal lahir, harus dikenali dahulu.',
    en: 'The name, and the NIK or the date of birth, must be recognised first.',
  },
  'boundaries-unusable': {
    status: 422,
    title: 'Boundaries unusable',
    id: 'Berkas bukan GeoJSON batas desa yang dapat dipakai.',
    en: 'The file is not usable GeoJSON of village boundaries.',
  },
  'decision-not-found': {
    status: 422,
    title: 'No decision to withdraw',
    id: 'Tidak ada keputusan yang dapat ditarik untuk pasangan ini.',
    en: 'There is no decision on this pair to withdraw.',
  },
  'letters-unavailable': {
    status: 501,
    title: 'Letters unavailable',
    id: 'Pembuat surat tidak tersedia pada mesin ini. Jalankan server di Linux x64 atau arm64, lalu ulangi.',
    en: 'This machine cannot set letters. Run the server on Linux x64 or arm64 and try again.',
  },
  'letter-not-found': {
    status: 404,
    title: 'Letter not found',
    id: 'Surat tidak ditemukan.',
    en: 'The letter was not found.',
  },
  'request-not-found': {
    status: 404,
    title: 'Request not found',
    id: 'Permohonan tidak ditemukan.',
    en: 'The request was not found.',
  },
  'request-step-refused': {
    status: 409,
    title: 'Step not possible',
    id: 'Langkah ini belum dapat atau tidak dapat lagi dilakukan pada permohonan ini. Muat ulang halaman.',
    en: 'This step is not yet, or no longer, possible for the request. Reload the page.',
  },
  'breach-not-found': {
    status: 404,
    title: 'Breach not found',
    id: 'Insiden tidak ditemukan.',
    en: 'The breach was not found.',
  },
  'breach-step-refused': {
    status: 409,
    title: 'Step not possible',
    id: 'Langkah ini belum dapat atau tidak dapat lagi dilakukan pada insiden ini. Muat ulang halaman.',
    en: 'This step is not yet, or no longer, possible for the breach. Reload the page.',
  },
  'export-confirmation-required': {
    status: 400,
    title: 'Confirmation required',
    id: 'Unduhan dengan nomor lengkap perlu ditegaskan.',
    en: 'A download with full numbers needs to be confirmed.',
  },
  'processing-restricted': {
    status: 409,
    title: 'Processing restricted',
    id: 'Pemrosesan data orang ini sedang dibatasi atas permintaannya. Cabut dulu pembatasannya pada permohonannya.',
    en: 'Processing of this person is restricted at their wish. Lift the restriction on the request first.',
  },
  'too-many-unmasks': {
    status: 429,
    title: 'Too many numbers opened',
    id: 'Terlalu banyak nomor lengkap dibuka dalam satu jam. Coba lagi nanti, atau pesan unduhan dengan tujuannya.',
    en: 'Too many full numbers were opened within an hour. Try again later, or order a download with its purpose.',
  },
  'export-not-found': {
    status: 404,
    title: 'Download not found',
    id: 'Unduhan tidak ditemukan atau sudah kedaluwarsa. Pesan lagi dari daftar.',
    en: 'The download was not found or has expired. Order it again from the list.',
  },
  'hold-not-found': {
    status: 404,
    title: 'Hold not found',
    id: 'Penahanan tidak ditemukan.',
    en: 'The hold was not found.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    id: 'Terlalu banyak percobaan yang gagal. Tunggu sebentar, lalu coba lagi; pengelola dapat membukanya lebih cepat.',
    en: 'Too many failed attempts. Wait a little, then try again; an administrator can unlock it sooner.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    id: 'Terlalu banyak permintaan dari alamat ini. Tunggu sebentar, lalu coba lagi.',
    en: 'Too many requests from this address. Wait a moment, then try again.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    id: 'Isi permintaan harus JSON.',
    en: 'The body of the request must be JSON.',
  },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    id: 'Isi permintaan terlalu besar.',
    en: 'The body of the request is too large.',
  },
  'run-failed': {
    status: 500,
    title: 'Run failed',
    id: 'Pemetaan gagal. Jalankan lagi; bila berulang, hubungi pengelola.',
    en: 'The mapping failed. Start it again; if it repeats, tell the administrator.',
  },
  internal: {
    status: 500,
    title: 'Internal error',
    id: 'Terjadi kesalahan pada sistem. Coba lagi; bila berulang, hubungi pengelola.',
    en: 'Something went wrong in the system. Try again; if it repeats, tell the administrator.',
  },
  'demo-disabled': {
    status: 404,
    title: 'No demo',
    id: 'Server ini berjalan tanpa data contoh.',
    en: 'This server runs without demo data.',
  },
  'database-unavailable': {
    status: 503,
    title: 'Database unavailable',
    id: 'Basis data sedang tidak dapat dihubungi dan dicoba lagi. Ulangi sebentar lagi; yang sudah tersimpan tidak hilang.',
    en: 'The database cannot be reached and is being tried again. Repeat this shortly; nothing that was saved is lost.',
  },
  'service-starting': {
    status: 503,
    title: 'Starting',
    id: 'Layanan sedang disiapkan. Coba lagi sebentar lagi.',
    en: 'The service is starting. Try again shortly.',
  },
  'service-stopping': {
    status: 503,
    title: 'Stopping',
    id: 'Layanan sedang dihentikan.',
    en: 'The service is stopping.',
  },
  'books-held': {
    status: 503,
    title: 'Books held',
    id: 'Buku iuran sedang ditutup untuk bulan ini. Kirim lagi beberapa menit lagi; tidak ada yang hilang.',
    en: 'The books are being closed for the month. Send it again in a few minutes; nothing is lost.',
  },
  'query-too-slow': {
    status: 503,
    title: 'Query too slow',
    id: 'Pencarian terlalu lama. Persempit saringannya.',
    en: 'The search took too long. Narrow the filters.',
  },
} as const satisfies Record<ProblemCode, ProblemKind>;

/** A failure to be answered with a problem document. `detail` is English and holds no personal data. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  /** Seconds after which trying again may help. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ProblemCode,
    more: { detail?: string; errors?: FieldError[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(more.detail ?? catalogue[code].title, { cause: more.cause });
    this.name = 'ApiProblem';
    this.code = code;
    this.status = catalogue[code].status;
    this.title = catalogue[code].title;
    this.detail = more.detail;
    this.errors = more.errors;
    this.retryAfter = more.retryAfter;
  }

  /** What to tell people. */
  messageIn(language: 'id' | 'en'): string {
    return catalogue[this.code][language];
  }
}
