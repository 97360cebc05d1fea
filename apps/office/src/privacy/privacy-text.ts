import { defineText } from '../text/define-text.ts';

/** Words that requests, breaches and retention have in common. */
export const privacyText = defineText({
  id: {
    group: 'Pelindungan Data',
    requests: 'Permohonan',
    breaches: 'Insiden',
    retention: 'Retensi',
    settings: 'Setelan',
    audit: 'Jejak audit',
    clock: 'Tenggat',
    clocks: {
      running: 'Berjalan',
      soon: 'Segera habis',
      overdue: 'Lewat tenggat',
      met: 'Tepat waktu',
      late: 'Terlambat',
    },
    left: (time: string) => `sisa ${time}`,
    over: (time: string) => `lewat ${time}`,
    hours: (hours: string) => `${hours} jam`,
    due: 'Batas waktu',
    basis: 'Dasar hukum',
    number: 'Nomor',
    kind: 'Jenis',
    stage: 'Tahap',
    received: 'Diterima',
    village: 'Desa',
    open: 'Terbuka',
    closed: 'Selesai',
    which: 'Tampilkan',
    more: 'Tampilkan lebih banyak',
    timeline: 'Riwayat',
    by: (name: string, time: string) => `${name}, ${time}`,
    letters: 'Surat',
    openLetter: (number: string) => `Unduh surat ${number} (PDF)`,
    note: 'Catatan',
    addNote: 'Tambah catatan',
    save: 'Simpan',
    saved: 'Tersimpan.',
    kinds: {
      access: 'Akses dan salinan data',
      correction: 'Perbaikan data',
      restriction: 'Pembatasan pemrosesan',
      objection: 'Keberatan',
      withdrawal: 'Penarikan persetujuan',
      erasure: 'Penghapusan data',
    },
    warning: (requests: string, breaches: string) =>
      `Perhatian: ${[requests, breaches].filter(Boolean).join('; ')}. Tenggat 3 × 24 jam menurut UU 27/2022.`,
    warnRequests: (soon: string, overdue: string) =>
      [
        overdue !== '0' && `${overdue} permohonan lewat tenggat`,
        soon !== '0' && `${soon} permohonan segera habis`,
      ]
        .filter(Boolean)
        .join(', '),
    warnBreaches: (soon: string, overdue: string) =>
      [overdue !== '0' && `${overdue} insiden lewat tenggat`, soon !== '0' && `${soon} insiden segera habis`]
        .filter(Boolean)
        .join(', '),
  },
  en: {
    group: 'Data protection',
    requests: 'Requests',
    breaches: 'Breaches',
    retention: 'Retention',
    settings: 'Settings',
    audit: 'Audit trail',
    clock: 'Clock',
    clocks: {
      running: 'Running',
      soon: 'Ending soon',
      overdue: 'Overdue',
      met: 'In time',
      late: 'Late',
    },
    left: (time: string) => `${time} left`,
    over: (time: string) => `${time} over`,
    hours: (hours: string) => `${hours} hours`,
    due: 'Due',
    basis: 'Legal basis',
    number: 'Number',
    kind: 'Kind',
    stage: 'Stage',
    received: 'Received',
    village: 'Village',
    open: 'Open',
    closed: 'Closed',
    which: 'Show',
    more: 'Show more',
    timeline: 'History',
    by: (name: string, time: string) => `${name}, ${time}`,
    letters: 'Letters',
    openLetter: (number: string) => `Download letter ${number} (PDF)`,
    note: 'Note',
    addNote: 'Add a note',
    save: 'Save',
    saved: 'Saved.',
    kinds: {
      access: 'Access and copy',
      correction: 'Correction',
      restriction: 'Restriction of processing',
      objection: 'Objection',
      withdrawal: 'Withdrawal of consent',
      erasure: 'Erasure',
    },
    warning: (requests: string, breaches: string) =>
      `Attention: ${[requests, breaches].filter(Boolean).join('; ')}. The law (UU 27/2022) gives 3 × 24 hours.`,
    warnRequests: (soon: string, overdue: string) =>
      [overdue !== '0' && `${overdue} requests overdue`, soon !== '0' && `${soon} requests due soon`]
        .filter(Boolean)
        .join(', '),
    warnBreaches: (soon: string, overdue: string) =>
      [overdue !== '0' && `${overdue} breaches overdue`, soon !== '0' && `${soon} breaches due soon`]
        .filter(Boolean)
        .join(', '),
  },
});
