import { defineText } from '../text/define-text.ts';

export const privacySettingsText = defineText({
  id: {
    title: 'Setelan pelindungan',
    lede: 'Tenggat dan penyembunyian angka kecil. Kantor boleh lebih ketat daripada undang-undang, tidak lebih longgar. Setiap perubahan dicatat.',
    what: 'Setelan',
    value: 'Berlaku',
    chosen: 'Dipilih',
    usual: 'bawaan',
    change: 'Ubah',
    back: 'Kembali ke bawaan',
    changeTitle: (what: string) => `Ubah: ${what}`,
    save: 'Simpan',
    number: 'Nilai',
    units: {
      hours: (value: string) => `${value} jam`,
      people: (value: string) => `${value} orang`,
      switch: (value: string) => (value === '1' ? 'ya' : 'tidak'),
    },
    range: (least: string, most: string, usual: string) => `Antara ${least} dan ${most}; bawaan ${usual}.`,
    turn: 'Angka di bawah batas akan ikut disembunyikan di layar petugas, atau tampil lagi.',
  },
  en: {
    title: 'Protection settings',
    lede: 'Clocks and the hiding of small counts. An office may be stricter than the law, never laxer. Every change is recorded.',
    what: 'Setting',
    value: 'In force',
    chosen: 'Chosen',
    usual: 'default',
    change: 'Change',
    back: 'Back to default',
    changeTitle: (what: string) => `Change: ${what}`,
    save: 'Save',
    number: 'Value',
    units: {
      hours: (value: string) => `${value} hours`,
      people: (value: string) => `${value} people`,
      switch: (value: string) => (value === '1' ? 'yes' : 'no'),
    },
    range: (least: string, most: string, usual: string) => `Between ${least} and ${most}; default ${usual}.`,
    turn: 'Counts under the limit will be hidden on officers’ screens too, or shown again.',
  },
});
