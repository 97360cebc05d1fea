import { formatDate, formatRupiah } from '@jangkau/kernel';
import type { RehabOffer } from '../ledger/family-account.ts';

/** What somebody agrees to when they join REHAB, word for word; it is kept with the plan. */
export function rehabAgreement(offer: RehabOffer): { id: string; en: string } {
  const stages = offer.stages.map(({ dueBy, amount }) => `${formatDate(dueBy)} ${formatRupiah(amount)}`);
  const active = offer.activeOn && formatDate(offer.activeOn);
  const elsewhere = offer.reason === 'ELIGIBLE_SWITCHED_SEGMENT';
  return {
    id: [
      `Saya atas nama keluarga saya mendaftar REHAB (Rencana Pembayaran Bertahap) sebesar ${formatRupiah(offer.total)} dalam ${stages.length} tahap: ${stages.join('; ')}.`,
      'Setiap tahap saya bayar ke Virtual Account keluarga paling lambat pada tanggalnya. Uang masuk membayar bulan yang paling lama dulu.',
      elsewhere
        ? 'Kartu kami tetap aktif di segmen yang sekarang.'
        : active
          ? `Kartu aktif setelah tunggakan dan iuran berjalan lunas, yaitu ${active} bila semua tahap dibayar tepat waktu. Sebelum itu kartu belum aktif.`
          : 'Kartu aktif setelah tunggakan dan iuran berjalan lunas. Sebelum itu kartu belum aktif.',
      'Bila suatu tahap tidak dibayar, rencana gugur; uang yang sudah dibayar tetap mengurangi tunggakan dan saya boleh mendaftar lagi.',
      'Rawat inap dalam 45 hari setelah kartu aktif kembali dapat dikenai denda pelayanan.',
    ].join('\n'),
    en: [
      `On behalf of my family I join REHAB (payment in stages): ${formatRupiah(offer.total)} in ${stages.length} stages: ${stages.join('; ')}.`,
      'I pay every stage to the family’s virtual account by its date. Money pays for the oldest month first.',
      elsewhere
        ? 'Our cards stay active in the segment they are in now.'
        : active
          ? `The cards are active once the arrears and the running contributions are paid, that is on ${active} if every stage is paid in time. Until then they are not active.`
          : 'The cards are active once the arrears and the running contributions are paid. Until then they are not active.',
      'If a stage is not paid the plan lapses; what was paid still reduces the arrears, and I may join again.',
      'An inpatient stay within 45 days after the card is active again may be fined.',
    ].join('\n'),
  };
}
