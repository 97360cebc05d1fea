import { defineText } from '../text/define-text.ts';

export const methodText = defineText({
  id: {
    title: 'Cara kerjanya dan arti setiap angka',
    lede: 'Jangkau mencari siapa di antara penduduk yang tidak mempunyai JKN. Yang dihitung bukan hanya yang cocok, melainkan seberapa yakin kita bahwa seseorang tidak cocok dengan siapa pun.',
    definitions: 'Arti setiap angka',
    steps: [
      {
        title: 'Membaca berkas',
        words:
          'Daftar penduduk desa dan daftar peserta dibaca apa adanya. Baris yang tidak dapat dipakai disisihkan dengan alasannya; jumlahnya selalu dicocokkan.',
      },
      {
        title: 'NIK yang sama',
        words:
          'Kebanyakan orang cocok lewat NIK. NIK sama tetapi nama, tanggal lahir dan jenis kelaminnya bertentangan tidak diterima begitu saja.',
      },
      {
        title: 'Mencari calon',
        words:
          'Sisanya dicari lewat beberapa kunci: nama dan tanggal lahir, KK, alamat, telepon. Salah ketik, ejaan lama dan nama Bali yang disingkat tidak menghalangi.',
      },
      {
        title: 'Menimbang bukti',
        words:
          'Setiap kolom menambah atau mengurangi keyakinan. Bobotnya dipelajari dari berkas Anda sendiri, dan nama yang jarang lebih berarti daripada nama yang umum.',
      },
      {
        title: 'Bukti keluarga',
        words:
          'Bila anggota keluarga lain sudah terhubung ke KK yang sama, calon dari KK itu menjadi lebih meyakinkan.',
      },
      {
        title: 'Satu kartu, satu orang',
        words:
          'Satu kartu hanya diberikan kepada satu penduduk: pasangan yang bersama-sama paling meyakinkan.',
      },
      {
        title: 'Peluang yang jujur',
        words:
          'Nilai diubah menjadi peluang yang sudah ditera, lalu dijumlahkan per desa dengan rentangnya. Keputusan peninjau ikut memperbaikinya.',
      },
    ],
  },
  en: {
    title: 'How it works and what every figure means',
    lede: 'Jangkau looks for residents who have no JKN. What counts is not only who matches, but how sure we are that someone matches nobody.',
    definitions: 'What every figure means',
    steps: [
      {
        title: 'Reading the files',
        words:
          'Village and member registers are read as they are. Rows that cannot be used are set aside with the reason; the counts are always reconciled.',
      },
      {
        title: 'Equal NIK',
        words:
          'Most people match by NIK. An equal NIK with conflicting name, birth date and sex is not simply accepted.',
      },
      {
        title: 'Finding candidates',
        words:
          'The rest are searched through several keys: name and birth date, family card, address, phone. Typing errors, old spellings and shortened Balinese names do not stand in the way.',
      },
      {
        title: 'Weighing evidence',
        words:
          'Every column adds to or takes from the belief. The weights are learnt from your own files, and a rare name says more than a common one.',
      },
      {
        title: 'Household evidence',
        words:
          'When others of the family are already linked to the same family card, a candidate from that card becomes more convincing.',
      },
      {
        title: 'One card, one person',
        words: 'A card is given to one resident only: the pairs that are most convincing together.',
      },
      {
        title: 'Honest probabilities',
        words:
          'Scores become calibrated probabilities and are added up by village with their interval. Reviewers’ decisions improve them.',
      },
    ],
  },
});
