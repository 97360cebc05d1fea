import type { Say } from '@jangkau/phone';

/** Why REHAB is not open, and what to do instead. */
export function refusalWords(reason: string, say: Say): string {
  switch (reason) {
    case 'NO_ARREARS':
      return say(
        'Tidak ada tunggakan, jadi REHAB tidak diperlukan.',
        'There are no arrears, so REHAB is not needed.',
      );
    case 'TOO_FEW_MONTHS':
      return say(
        'REHAB untuk tunggakan 4 sampai 24 bulan (2 bulan bila sudah pindah segmen). Tunggakan Anda lebih sedikit: bayar sekaligus.',
        'REHAB is for 4 to 24 months of arrears (2 after a move to another segment). Yours are fewer: pay them at once.',
      );
    case 'TOO_MANY_MONTHS':
      return say(
        'Tunggakan lebih dari 24 bulan tidak dapat dicicil. Bayar paling banyak 24 bulan sekaligus, atau tanyakan di kantor.',
        'Arrears of more than 24 months cannot be paid by stages. Pay 24 months at most at once, or ask at the office.',
      );
    case 'NOT_PBPU_OR_BP':
      return say(
        'REHAB hanya untuk tunggakan peserta mandiri. Anda tidak berutang iuran mandiri.',
        'REHAB is only for arrears of those who pay themselves. You owe none.',
      );
    case 'REGISTRATION_CLOSED':
      return say(
        'Pendaftaran bulan ini sudah ditutup (tanggal 28, Februari tanggal 27). Daftar lagi mulai tanggal 1.',
        'Registration is closed for this month (on the 28th, in February the 27th). Join from the 1st.',
      );
    default:
      return say(
        'REHAB belum dapat diberikan. Tanyakan lewat PANDAWA atau di kantor cabang.',
        'REHAB cannot be given yet. Ask PANDAWA or the branch office.',
      );
  }
}
