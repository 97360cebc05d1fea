import type { RequestResult } from './subject-request.ts';

/** What the law makes us keep when a person wants to be forgotten, in plain Indonesian. */
export const keptGrounds = {
  membership: {
    what: 'Kepesertaan JKN: identitas, keluarga, dan riwayatnya, selama kepesertaan berjalan',
    legalBasis: 'UU 24/2011 dan Perpres 82/2018 (kewajiban hukum penyelenggara)',
  },
  ledger: {
    what: 'Tagihan, pembayaran, dan cicilan: disimpan sepuluh tahun; sesudah kepesertaan berakhir hanya di bawah nomor kartu',
    legalBasis: 'UU 8/1997 Pasal 11 (dokumen keuangan); UU 24/2011',
  },
  care: {
    what: 'Pemanfaatan layanan kesehatan, tanpa diagnosis: bukti tagihan layanan',
    legalBasis: 'UU 24/2011; UU 8/1997 Pasal 11',
  },
  request: {
    what: 'Permohonan ini dan surat jawabannya, sebagai bukti bahwa hak sudah dipenuhi',
    legalBasis: 'UU 27/2022 Pasal 31',
  },
  audit: {
    what: 'Jejak audit: siapa membaca data ini dan kapan, tanpa nomor pribadi',
    legalBasis: 'UU 27/2022 Pasal 31 (perekaman kegiatan pemrosesan)',
  },
} as const satisfies Record<string, RequestResult['kept'][number]>;

export type KeptGround = keyof typeof keptGrounds;

/**
 * The result of an erasure in plain Indonesian: what is gone, and what stays because the law says so or because
 * it goes on a later day. Nothing is passed over in silence.
 * @param rows what was removed from tables, and on which grounds rows of the person stay
 * @param files files in which the person's lines were taken out
 * @param uploadDays days after which the register files that still hold the person are deleted
 */
export function erasureResult(
  rows: { done: RequestResult['done']; kept: readonly KeptGround[] },
  files: number,
  uploadDays: number,
): RequestResult {
  return {
    done: [...rows.done, { what: 'Berkas hasil pemetaan yang dibersihkan', count: files }],
    kept: [
      {
        what: `Berkas register asal: dihapus seluruhnya paling lambat ${uploadDays} hari setelah dipakai; data desa tetap pada register desa`,
        legalBasis: 'UU 27/2022 Pasal 16 ayat (2) huruf g; UU 23/2006 jo. UU 24/2013',
      },
      // The request and its audit stay whatever else was found.
      ...[...new Set<KeptGround>([...rows.kept, 'request', 'audit'])].map((ground) => keptGrounds[ground]),
      {
        what: 'Cadangan sistem: terhapus saat cadangan lama diputar',
        legalBasis: 'UU 27/2022 Pasal 39 (pengamanan)',
      },
    ],
  };
}
