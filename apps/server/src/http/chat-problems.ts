import type { ProblemKind } from './sign-in-problems.ts';

/** Failures of the work on conversations and of the simulated phone. */
export const chatProblems = {
  'simulator-not-here': {
    status: 404,
    title: 'No simulator here',
    id: 'Simulator hanya ada pada peragaan, selama WhatsApp yang sebenarnya belum disambungkan.',
    en: 'The simulator is there in the demo only, as long as no real WhatsApp is connected.',
  },
  'phone-not-found': {
    status: 404,
    title: 'No such phone',
    id: 'HP simulasi ini sudah tidak ada karena server dimulai ulang. Pilih pengirim lagi.',
    en: 'This simulated phone is gone: the server was started again. Choose a sender again.',
  },
  'chat-not-found': {
    status: 404,
    title: 'No such conversation',
    id: 'Percakapan ini tidak ada, atau pesertanya di luar wilayah Anda.',
    en: 'There is no such conversation, or its member is outside your area.',
  },
  'chat-window-over': {
    status: 409,
    title: 'The 24 hours are over',
    id: 'Sudah lewat 24 jam sejak pesan terakhir peserta. Kirim ajakan membalas; jawaban Anda menyusul begitu peserta menulis.',
    en: 'More than 24 hours have passed since the person last wrote. Ask them to write again; your answer follows once they do.',
  },
  'chat-window-open': {
    status: 409,
    title: 'The 24 hours are not over',
    id: 'Peserta masih dapat dijawab langsung. Kirim sebagai balasan biasa.',
    en: 'The person can still be answered directly. Send a plain reply.',
  },
  'chat-not-with-person': {
    status: 409,
    title: 'The automatic service is answering',
    id: 'Percakapan ini sedang dijawab layanan otomatis, jadi tidak perlu dikembalikan.',
    en: 'The automatic service is answering this conversation; there is nothing to hand back.',
  },
  'chat-item-done': {
    status: 409,
    title: 'The request is decided',
    id: 'Permohonan ini sudah diputus. Muat ulang percakapannya.',
    en: 'This request has been decided. Load the conversation again.',
  },
  'act-refused': {
    status: 409,
    title: 'The request cannot be carried out',
    id: 'Permohonan ini tidak dapat dilaksanakan pada keadaan peserta sekarang. Muat ulang percakapannya dan baca alasannya.',
    en: 'The request cannot be carried out as the member stands now. Load the conversation again and read why.',
  },
  'act-too-soon': {
    status: 409,
    title: 'Too soon',
    id: 'Perubahan ini belum waktunya. Baru dapat diajukan pada tanggal yang disebutkan, kecuali ada alasan yang dibolehkan.',
    en: 'It is too soon for this change. It may be asked for from the date given, unless an allowed exception applies.',
  },
  'act-value-wrong': {
    status: 422,
    title: 'This cannot be entered',
    id: 'Isian tidak sesuai: periksa kelas, kode faskes, tanggal, NIK, nomor HP atau nama yang dimasukkan.',
    en: 'This cannot be entered: check the class, facility, date, NIK, phone or name.',
  },
  'act-nik-taken': {
    status: 409,
    title: 'Another card has this NIK',
    id: 'NIK ini sudah dipakai kartu lain yang masih berlaku. Selesaikan dulu sebagai data ganda (layanan I).',
    en: 'Another living card has this NIK. Settle it as a duplicate first (service I).',
  },
  'chat-officer-unknown': {
    status: 409,
    title: 'Nobody of that name answers chats',
    id: 'Tidak ada petugas dengan nama itu yang menjawab percakapan.',
    en: 'There is nobody of that name who answers conversations.',
  },
} as const satisfies Record<string, ProblemKind>;
