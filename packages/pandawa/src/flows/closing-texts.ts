/** How a request ends. */
export const outcomes = ['granted', 'refused', 'incomplete', 'answered'] as const;
export type Outcome = (typeof outcomes)[number];

/** What each service of PANDAWA is called in a message; by its letter, `complaint` or `payment`. */
export const serviceTitles: Readonly<Record<string, string>> = {
  A: 'pendaftaran baru',
  B: 'penambahan anggota keluarga',
  C: 'pendaftaran bayi',
  D: 'perubahan segmen',
  E: 'perbaikan data',
  F: 'perubahan kelas',
  G: 'pergantian faskes',
  H: 'pelaporan meninggal dunia',
  I: 'perbaikan data ganda',
  J: 'pengaktifan kembali',
  complaint: 'pengaduan',
  payment: 'laporan pembayaran',
};

type Closing = Readonly<Record<Outcome, (what: string) => string>>;

/** Requests: something of the register is to be changed. */
const ofRequests: Closing = {
  granted: (what) =>
    `Permohonan ${what} sudah selesai diproses. Periksa hasilnya dengan mengetik "cek status".`,
  refused: (what) => `Mohon maaf, permohonan ${what} belum dapat kami penuhi karena `,
  incomplete: (what) =>
    `Permohonan ${what} belum dapat diproses karena dokumen belum lengkap atau belum terbaca. Silakan kirim lagi lewat MENU dengan dokumen yang jelas.`,
  answered: (what) => `Mengenai ${what}: `,
};

/** What is no request: a complaint, a payment that is missing, a talk. */
const ofOthers: Readonly<Record<string, Partial<Closing>>> = {
  complaint: {
    granted: (what) => `Terima kasih, ${what} sudah kami tindak lanjuti. Hasilnya: `,
    refused: (what) => `Mohon maaf, ${what} tidak dapat kami tindak lanjuti karena `,
    incomplete: (what) =>
      `Kami perlu keterangan lebih lengkap untuk menindaklanjuti ${what}. Mohon tulis tempat, waktu, dan kejadiannya.`,
  },
  payment: {
    granted: (what) =>
      `Pembayaran pada ${what} sudah ditemukan dan dicatat. Periksa dengan mengetik "cek tagihan".`,
    refused: (what) => `Mohon maaf, pembayaran pada ${what} tidak kami temukan karena `,
    incomplete: (what) =>
      `Pembayaran pada ${what} belum dapat dicocokkan karena bukti belum lengkap atau belum terbaca. Silakan kirim lagi bukti yang memuat tanggal, jumlah, dan nomor Virtual Account.`,
  },
  person: {
    granted: () => 'Terima kasih sudah menghubungi kami. Keperluan Anda sudah selesai kami bantu.',
    refused: () => 'Mohon maaf, keperluan Anda belum dapat kami penuhi karena ',
    incomplete: () => 'Untuk membantu Anda kami masih memerlukan: ',
  },
};

/** The closing message that is proposed to whoever finishes a request; it may be changed before it is sent. */
export function closingText(service: string, outcome: Outcome, number: string | null): string {
  const what = `${serviceTitles[service] ?? 'pertanyaan'} Anda${number ? ` (${number})` : ''}`;
  return (ofOthers[service]?.[outcome] ?? ofRequests[outcome])(what);
}
