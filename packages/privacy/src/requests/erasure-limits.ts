import type { RequestResult } from './subject-request.ts';

/** What an erasure removed, counted; files are those in which the person's lines were taken out. */
export interface ErasureCounts {
  residents: number;
  candidates: number;
  comparisons: number;
  decisions: number;
  files: number;
}

/**
 * The result of an erasure in plain Indonesian: what is gone, and what stays because the law says so or because
 * it goes on a later day. Nothing is passed over in silence.
 * @param uploadDays days after which the register files that still hold the person are deleted
 */
export function erasureResult(counts: ErasureCounts, uploadDays: number): RequestResult {
  return {
    done: [
      { what: 'Baris hasil pemetaan (nama, NIK, KK, telepon, alamat)', count: counts.residents },
      { what: 'Pasangan calon kartu yang pernah dibandingkan', count: counts.candidates },
      { what: 'Baris perbandingan antarpemetaan', count: counts.comparisons },
      { what: 'Nama, nomor, dan catatan pada keputusan peninjau', count: counts.decisions },
      { what: 'Berkas hasil pemetaan yang dibersihkan', count: counts.files },
    ],
    kept: [
      {
        what: `Berkas register asal: dihapus seluruhnya paling lambat ${uploadDays} hari setelah dipakai; data desa tetap pada register desa`,
        legalBasis: 'UU 27/2022 Pasal 16 ayat (2) huruf g; UU 23/2006 jo. UU 24/2013',
      },
      {
        what: 'Jejak audit: siapa membaca data ini dan kapan, tanpa nomor pribadi',
        legalBasis: 'UU 27/2022 Pasal 31 (perekaman kegiatan pemrosesan)',
      },
      {
        what: 'Riwayat kepesertaan dan iuran pada register peserta JKN',
        legalBasis: 'UU 24/2011 dan Perpres 82/2018 (kewajiban hukum penyelenggara)',
      },
      {
        what: 'Permohonan ini dan surat jawabannya, sebagai bukti bahwa hak sudah dipenuhi',
        legalBasis: 'UU 27/2022 Pasal 31',
      },
      {
        what: 'Cadangan sistem: terhapus saat cadangan lama diputar',
        legalBasis: 'UU 27/2022 Pasal 39 (pengamanan)',
      },
    ],
  };
}
