import { defineText } from '../text/define-text.ts';

export const settingsText = defineText({
  id: {
    asOf: 'Keadaan tanggal',
    asOfHint: 'Umur dan status dihitung untuk tanggal ini.',
    asOfIs: (date: string) => `Dibaca sebagai ${date}.`,
    thresholdTitle: 'Mana yang lebih merugikan?',
    thresholdWhy:
      'Tidak ada pemetaan tanpa salah. Anda memilih kesalahan mana yang lebih sering: mendatangi orang yang ternyata sudah punya JKN, atau melewatkan orang yang belum punya.',
    choices: {
      fewVisits: {
        name: 'Hemat kunjungan',
        words: 'Hanya yang hampir pasti belum terdaftar masuk daftar. Lebih pendek; sebagian orang terlewat.',
      },
      balanced: {
        name: 'Seimbang',
        words: 'Setelan bawaan: satu orang terlewat dianggap seberat empat kunjungan sia-sia.',
      },
      fewMissed: {
        name: 'Jangan sampai terlewat',
        words: 'Yang kecil kemungkinannya pun masuk daftar. Lebih panjang; sebagian kunjungan sia-sia.',
      },
      own: {
        name: 'Tentukan sendiri',
        words: 'Peluang belum terdaftar yang paling rendah untuk masuk daftar.',
      },
    },
    thresholdValue: (value: string) => `Masuk daftar bila peluang belum terdaftarnya paling sedikit ${value}`,
    village: 'Hanya satu desa',
    villageHint: 'Kosongkan untuk seluruh berkas.',
    wholeFile: 'Seluruh berkas',
    compareWith: 'Bandingkan dengan pemetaan',
    noCompare: 'Tidak dibandingkan',
    compareOption: (number: string, date: string) => `Pemetaan ${number}, keadaan ${date}`,
    start: 'Mulai petakan',
    startWhat: (residents: string, members: string) =>
      `${residents} berkas penduduk dicocokkan dengan ${members} berkas peserta. Berkas aslinya tidak diubah.`,
    failed: 'Pemetaan belum dapat dimulai',
    search: 'Cari desa atau kecamatan',
    noMatch: 'Tidak ada desa dengan nama itu',
  },
  en: {
    asOf: 'As of',
    asOfHint: 'Ages and status are counted for this date.',
    asOfIs: (date: string) => `Read as ${date}.`,
    thresholdTitle: 'Which mistake costs more?',
    thresholdWhy:
      'No mapping is without mistakes. You choose which one is made more often: visiting people who turn out to have JKN, or missing people who have none.',
    choices: {
      fewVisits: {
        name: 'Spare visits',
        words: 'Only those almost surely not registered are listed. Shorter; some people are missed.',
      },
      balanced: {
        name: 'Balanced',
        words: 'The default: missing one person counts as much as four wasted visits.',
      },
      fewMissed: {
        name: 'Miss nobody',
        words: 'Even a small chance is listed. Longer; some visits are wasted.',
      },
      own: {
        name: 'Choose yourself',
        words: 'The lowest probability of not being registered that is listed.',
      },
    },
    thresholdValue: (value: string) => `Listed from a probability of not being registered of ${value}`,
    village: 'One village only',
    villageHint: 'Leave empty for the whole file.',
    wholeFile: 'Whole file',
    compareWith: 'Compare with mapping',
    noCompare: 'No comparison',
    compareOption: (number: string, date: string) => `Mapping ${number}, as of ${date}`,
    start: 'Start mapping',
    startWhat: (residents: string, members: string) =>
      `${residents} resident file(s) are matched with ${members} member file(s). The files themselves are not changed.`,
    failed: 'The mapping could not be started',
    search: 'Search a village or district',
    noMatch: 'No village of that name',
  },
});
