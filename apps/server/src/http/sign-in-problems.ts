/** How a failure is answered: status, short English title, and what to tell people in both languages. */
export interface ProblemKind {
  status: number;
  title: string;
  id: string;
  en: string;
}

/** Failures of signing in, of managing users, and of API clients. */
export const signInProblems = {
  'sign-in-expired': {
    status: 401,
    title: 'Sign-in expired',
    id: 'Waktu untuk masuk sudah habis. Mulai lagi dari nama dan kata sandi.',
    en: 'The time to sign in is over. Begin again with name and password.',
  },
  'wrong-code': {
    status: 422,
    title: 'Wrong code',
    id: 'Kode salah, sudah lewat, atau sudah dipakai. Tunggu kode berikutnya lalu coba lagi.',
    en: 'The code is wrong, too old, or was used already. Wait for the next one and try again.',
  },
  'member-code-wrong': {
    status: 422,
    title: 'Wrong code',
    id: 'Kode salah atau sudah tidak berlaku. Kode berlaku 5 menit dan untuk 3 kali percobaan; minta kode baru bila perlu.',
    en: 'The code is wrong or no longer valid. A code holds for 5 minutes and 3 tries; ask for a new one if you need it.',
  },
  'member-locked-out': {
    status: 429,
    title: 'Too many attempts',
    id: 'Terlalu banyak percobaan untuk nomor ini. Demi keamanan, tunggu dulu lalu coba lagi, atau datang ke kantor cabang.',
    en: 'Too many attempts with this number. To keep it safe, wait before trying again, or come to the branch office.',
  },
  'wrong-password': {
    status: 422,
    title: 'Wrong password',
    id: 'Kata sandi Anda salah.',
    en: 'Your password is wrong.',
  },
  'oidc-refused': {
    status: 403,
    title: 'Refused by or for the identity provider',
    id: 'Masuk lewat penyedia identitas tidak berhasil, atau akun Anda belum dibuat di sini. Coba lagi, atau hubungi pengelola.',
    en: 'Signing in with the identity provider did not work, or you have no account here yet. Try again, or ask the administrator.',
  },
  'oidc-unavailable': {
    status: 503,
    title: 'Identity provider unavailable',
    id: 'Penyedia identitas tidak menjawab. Masuk dengan kata sandi, atau coba lagi nanti.',
    en: 'The identity provider does not answer. Sign in with your password, or try again later.',
  },
  'password-too-short': {
    status: 422,
    title: 'Password too short',
    id: 'Kata sandi terlalu pendek: paling sedikit 12 huruf, misalnya empat kata yang tidak berhubungan.',
    en: 'The password is too short: at least 12 characters, for example four unrelated words.',
  },
  'password-too-long': {
    status: 422,
    title: 'Password too long',
    id: 'Kata sandi terlalu panjang: paling banyak 200 huruf.',
    en: 'The password is too long: at most 200 characters.',
  },
  'password-contains-username': {
    status: 422,
    title: 'Password contains the user name',
    id: 'Kata sandi tidak boleh memuat nama pengguna.',
    en: 'The password must not contain the user name.',
  },
  'password-common': {
    status: 422,
    title: 'Common password',
    id: 'Kata sandi ini terlalu mudah ditebak. Pakai beberapa kata yang tidak berhubungan.',
    en: 'This password is too easy to guess. Use several unrelated words.',
  },
  'password-unchanged': {
    status: 422,
    title: 'Password unchanged',
    id: 'Kata sandi baru harus berbeda dari yang lama.',
    en: 'The new password must differ from the old one.',
  },
  'second-factor-active': {
    status: 409,
    title: 'Authenticator app in use',
    id: 'Aplikasi kode sudah terpasang pada akun ini. Lepas dahulu untuk memasang yang baru.',
    en: 'This account has an authenticator app already. Remove it first to set up another.',
  },
  'second-factor-required': {
    status: 409,
    title: 'Authenticator app required',
    id: 'Peran Anda wajib memakai aplikasi kode. Minta pengelola mengatur ulang bila telepon berganti.',
    en: 'Your role must use an authenticator app. Ask the administrator to reset it for a new telephone.',
  },
  'second-factor-missing': {
    status: 409,
    title: 'No authenticator app',
    id: 'Akun ini belum memakai aplikasi kode.',
    en: 'This account has no authenticator app yet.',
  },
  'session-not-found': {
    status: 404,
    title: 'Session not found',
    id: 'Sesi itu sudah berakhir.',
    en: 'That session has ended.',
  },
  'user-not-found': {
    status: 404,
    title: 'User not found',
    id: 'Pengguna tidak ditemukan.',
    en: 'The user was not found.',
  },
  'username-taken': {
    status: 409,
    title: 'User name taken',
    id: 'Nama pengguna sudah dipakai. Pilih yang lain.',
    en: 'The user name is taken. Choose another.',
  },
  'own-account': {
    status: 403,
    title: 'Own account',
    id: 'Akun sendiri tidak dapat diubah di sini. Minta pengelola lain.',
    en: 'Your own account cannot be changed here. Ask another administrator.',
  },
  'last-administrator': {
    status: 403,
    title: 'Last administrator',
    id: 'Ini pengelola sistem terakhir. Beri peran itu kepada orang lain dahulu.',
    en: 'This is the last system administrator. Give the role to somebody else first.',
  },
  'role-held': {
    status: 409,
    title: 'Role held already',
    id: 'Pengguna sudah memiliki peran itu di sana.',
    en: 'The user has that role there already.',
  },
  'role-needs-place': {
    status: 422,
    title: 'Role needs a place',
    id: 'Peran ini perlu wilayah, badan usaha, atau fasilitas.',
    en: 'This role needs an area, employer or facility.',
  },
  'role-not-found': {
    status: 404,
    title: 'Role not found',
    id: 'Peran itu sudah dicabut.',
    en: 'That role was taken away already.',
  },
  'client-not-known': {
    status: 401,
    title: 'Client not known',
    id: 'Kunci atau tanda tangan tidak dikenal, dicabut, kedaluwarsa, atau jam server Anda meleset lebih dari 5 menit.',
    en: 'The key or signature is unknown, revoked or expired, or your clock is off by more than 5 minutes.',
  },
  'client-scope-missing': {
    status: 403,
    title: 'Scope missing',
    id: 'Klien API ini tidak diberi hak untuk layanan itu.',
    en: 'This API client was not given the right to that service.',
  },
  'facility-not-found': {
    status: 422,
    title: 'Facility not found',
    id: 'Tidak ada faskes dengan kode ini. Pilih dari daftar.',
    en: 'There is no facility with this code. Choose one from the list.',
  },
  'client-not-found': {
    status: 404,
    title: 'Client not found',
    id: 'Klien API tidak ditemukan atau sudah dicabut.',
    en: 'The API client was not found or is revoked.',
  },
} as const satisfies Record<string, ProblemKind>;
