import type { Bilingual } from './bilingual.ts';

/** What a comparison is about, and what each of its levels means. */
interface ComparisonWords {
  name: Bilingual;
  levels: Record<string, Bilingual>;
}

const missing = say('Tidak terisi di salah satu berkas', 'Not filled in on one side');

/** Plain words for every comparison of the built-in model and every level of it, by their names in the model. */
export const EVIDENCE_WORDS: Record<string, ComparisonWords> = {
  nik: {
    name: say('NIK', 'NIK'),
    levels: {
      missing: say(
        'Tidak terisi di salah satu berkas, jadi NIK tidak dapat menghubungkannya',
        'Not filled in on one side, so the NIK could not link them',
      ),
      same: say('Sama', 'Same'),
      'other serial': say(
        'Tempat dan tanggal lahir sama, nomor urut berbeda',
        'Same place and date of birth, other serial number',
      ),
      'other place': say(
        'Tanggal lahir dan nomor urut sama, tempat berbeda',
        'Same date of birth and serial number, other place',
      ),
      'one digit': say('Berbeda satu angka', 'One digit differs'),
      transposed: say('Dua angka bersebelahan tertukar', 'Two neighbouring digits swapped'),
      'day plus 40': say(
        'Tertukar laki-laki dan perempuan (selisih 40)',
        'Male and female swapped (40 apart)',
      ),
      different: say('Berbeda', 'Different'),
    },
  },
  born: {
    name: say('Tanggal lahir', 'Date of birth'),
    levels: {
      missing,
      'same, a common day': say(
        'Sama, hari yang dipakai bila tanggal tidak diketahui',
        'Same, a day written when nobody knows the date',
      ),
      same: say('Sama', 'Same'),
      'same by NIK': say('Sama dengan tanggal di dalam NIK', 'Same as the date in the NIK'),
      'day and month swapped': say('Hari dan bulan tertukar', 'Day and month swapped'),
      '1 January': say('Tahun sama, salah satunya 1 Januari', 'Same year, one is 1 January'),
      'same day and month': say('Hari dan bulan sama, tahun berbeda', 'Same day and month, other year'),
      'same month and year': say('Bulan dan tahun sama, hari berbeda', 'Same month and year, other day'),
      'same day and year': say('Hari dan tahun sama, bulan berbeda', 'Same day and year, other month'),
      'years near': say('Berbeda, tahunnya berselisih paling banyak 2', 'Different, years at most 2 apart'),
      'years apart': say(
        'Berbeda, tahunnya berselisih paling banyak 12',
        'Different, years at most 12 apart',
      ),
      different: say('Jauh berbeda', 'Far apart'),
    },
  },
  nama: {
    name: say('Nama', 'Name'),
    levels: {
      missing,
      'all words, very rare': say('Semua kata sama, nama sangat jarang', 'All words agree, very rare name'),
      'all words, rare': say('Semua kata sama, nama jarang', 'All words agree, rare name'),
      'all words, uncommon': say('Semua kata sama, nama agak jarang', 'All words agree, uncommon name'),
      'all words, common': say('Semua kata sama, nama umum', 'All words agree, common name'),
      'words left out, rare': say('Ada kata tak tertulis, sisanya jarang', 'Words left out, the rest rare'),
      'words left out, uncommon': say(
        'Ada kata tak tertulis, sisanya agak jarang',
        'Words left out, the rest uncommon',
      ),
      'words left out, common': say('Ada kata tak tertulis, sisanya umum', 'Words left out, the rest common'),
      truncated: say('Nama terpotong', 'Name cut off'),
      'very similar, rare': say('Ejaan sangat mirip, nama jarang', 'Very similar spelling, rare name'),
      'very similar': say('Ejaan sangat mirip', 'Very similar spelling'),
      'a rare word': say('Satu kata jarang sama', 'One rare word agrees'),
      similar: say('Mirip', 'Similar'),
      'a word': say('Satu kata sama', 'One word agrees'),
      'a common word': say('Satu kata umum sama', 'One common word agrees'),
      'somewhat similar': say('Agak mirip', 'Somewhat similar'),
      different: say('Berbeda', 'Different'),
    },
  },
  order: {
    name: say('Urutan lahir dan gelar', 'Birth order and title'),
    levels: {
      missing: say('Tidak ada di kedua berkas', 'On neither side'),
      same: say('Sama', 'Same'),
      'same rank': say('Urutan sama, sebutan berbeda', 'Same order, other word'),
      'left out': say('Tidak ditulis di salah satu berkas', 'Left out on one side'),
      different: say('Berbeda', 'Different'),
    },
  },
  mother: {
    name: say('Ibu pada kartu bayi', 'Mother on a baby card'),
    levels: {
      missing: say('Bukan kartu bayi', 'Not a baby card'),
      same: say('Nama ibunya ada di keluarga ini', "The mother's name is in this family"),
      different: say('Nama ibunya tidak ada di keluarga ini', "The mother's name is not in this family"),
    },
  },
  family: {
    name: say('Keluarga', 'Family'),
    levels: {
      missing: say('Nomor KK tidak terisi di salah satu berkas', 'No family card number on one side'),
      'same card': say('Nomor KK sama', 'Same family card'),
      'linked family': say(
        'Anggota keluarga lain terhubung ke KK ini',
        'Others of the family are linked to this card',
      ),
      'other families': say('Keluarganya terhubung ke KK lain', 'The family is linked to another card'),
      different: say('Nomor KK berbeda', 'Other family card'),
    },
  },
  sex: {
    name: say('Jenis kelamin', 'Sex'),
    levels: { missing, same: say('Sama', 'Same'), different: say('Berbeda', 'Different') },
  },
  village: {
    name: say('Desa', 'Village'),
    levels: {
      missing,
      same: say('Sama', 'Same'),
      'same district': say('Desa lain, kecamatan sama', 'Other village, same district'),
      different: say('Kecamatan lain', 'Other district'),
    },
  },
  phone: {
    name: say('Telepon', 'Phone'),
    levels: { missing, same: say('Sama', 'Same'), different: say('Berbeda', 'Different') },
  },
  address: {
    name: say('Alamat', 'Address'),
    levels: {
      missing,
      same: say('Sama', 'Same'),
      similar: say('Mirip', 'Similar'),
      different: say('Berbeda', 'Different'),
    },
  },
  status: {
    name: say('Status kartu', 'Status of the card'),
    levels: {
      missing: say('Tidak tertulis', 'Not written'),
      active: say('Aktif', 'Active'),
      inactive: say('Tidak aktif', 'Inactive'),
      different: say('Status lain', 'Another status'),
    },
  },
};

/** What is known before any field is compared. */
const PRIOR = {
  field: say('Sebelum membandingkan', 'Before comparing'),
  level: say('Dua catatan yang dipertemukan pencarian', 'Two records that the search brought together'),
};

/** The words of one piece of evidence; the model's own names where it is not the built-in model. */
export function evidenceWords(field: string, label: string): { field: Bilingual; level: Bilingual } {
  if (field === 'prior') return PRIOR;
  const words = EVIDENCE_WORDS[field];
  return { field: words?.name ?? say(field, field), level: words?.levels[label] ?? say(label, label) };
}

function say(id: string, en: string): Bilingual {
  return { id, en };
}
