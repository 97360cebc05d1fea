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

/** The closing message that is proposed to whoever finishes a request; it may be changed before it is sent. */
export function closingText(service: string, outcome: Outcome, number: string | null): string {
  const what = `${serviceTitles[service] ?? 'pertanyaan'} Anda${number ? ` (${number})` : ''}`;
  switch (outcome) {
    case 'granted':
      return `Permohonan ${what} sudah selesai diproses. Periksa hasilnya dengan mengetik "cek status".`;
    case 'refused':
      return `Mohon maaf, permohonan ${what} belum dapat kami penuhi karena `;
    case 'incomplete':
      return `Permohonan ${what} belum dapat diproses karena dokumen belum lengkap atau belum terbaca. Silakan kirim lagi lewat MENU dengan dokumen yang jelas.`;
    case 'answered':
      return `Mengenai ${what}: `;
  }
}
