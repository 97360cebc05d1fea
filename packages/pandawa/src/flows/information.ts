import { formatDate, zoneName } from '@jangkau/kernel';
import { workDays } from '../conversation/office-time.ts';
import type { Flow } from './flow.ts';

/** Talk without a member behind it, and complaints. */
export const information: readonly Flow[] = [
  {
    id: 'office',
    version: 1,
    title: 'Kantor dan jam layanan',
    level: 0,
    first: 'tell',
    branch: 'informasi',
    steps: {
      tell: {
        kind: 'tell',
        say: ({ settings: { office } }) =>
          `Kantor Cabang Denpasar: ${office.address}. ${workDays(office)} ${office.from.replace(':', '.')}-${office.to.replace(':', '.')} ${zoneName(office.utcOffset)}. Care Center 165, 24 jam. Chat ini menjawab otomatis kapan saja; petugas pada jam kantor.`,
        next: 'end',
      },
    },
  },
  {
    id: 'referral',
    version: 1,
    title: 'Rujukan dan berobat',
    level: 0,
    first: 'tell',
    branch: 'informasi',
    steps: {
      tell: {
        kind: 'tell',
        say: () =>
          'Berobat mulai dari puskesmas, klinik atau dokter tempat Anda terdaftar; bila perlu dirujuk ke rumah sakit. Rujukan berlaku paling lama 90 hari; sesudahnya minta lagi di faskes yang sama. Gawat darurat langsung ke IGD mana pun, tanpa rujukan. Cukup tunjukkan KTP.',
        next: 'end',
      },
    },
  },
  {
    id: 'card',
    version: 1,
    title: 'Kartu digital',
    level: 0,
    first: 'tell',
    branch: 'informasi',
    steps: {
      tell: {
        kind: 'tell',
        say: () =>
          'Kartu hilang atau rusak tidak perlu diganti: berobat cukup dengan KTP (NIK). Kartu digital ada di aplikasi peserta atau Mobile JKN, menu Kartu; dapat dicetak sendiri. Nomor kartu tidak kami kirim lewat chat.',
        next: 'end',
      },
    },
  },
  {
    id: 'complaint',
    version: 1,
    title: 'Pengaduan',
    level: 0,
    first: 'about',
    branch: 'pengaduan',
    steps: {
      about: {
        kind: 'choose',
        label: 'Tentang',
        say: () => 'Maaf atas pengalaman Anda. Pengaduan tentang apa?',
        options: () => [
          { id: 'hospital', title: 'Rumah sakit', next: 'story' },
          { id: 'clinic', title: 'Puskesmas atau klinik', next: 'story' },
          { id: 'branch', title: 'Kantor atau petugas', next: 'story' },
          { id: 'app', title: 'Aplikasi atau sistem', next: 'story' },
          { id: 'other', title: 'Lainnya', next: 'story' },
          { id: 'earlier', title: 'Pengaduan sebelumnya', next: 'earlier' },
        ],
      },
      story: {
        kind: 'ask',
        label: 'Kejadian',
        say: () =>
          'Ceritakan kejadiannya: di mana, kapan, apa yang terjadi. Jangan ketik NIK atau nomor kartu.',
        check: 'text',
        next: 'record',
      },
      record: { kind: 'record', service: 'complaint', next: 'done' },
      done: {
        kind: 'tell',
        say: ({ recorded }) =>
          `Pengaduan dicatat dengan nomor ${recorded?.number}. Jawaban paling lambat ${recorded?.dueOn}. Darurat? Hubungi 165.`,
        next: 'end',
      },
      earlier: { kind: 'person' },
    },
  },
  {
    id: 'opt-out',
    version: 1,
    title: 'Berhenti menerima pesan',
    level: 0,
    first: 'stop',
    branch: null,
    steps: {
      stop: { kind: 'opt-out', next: 'told' },
      told: {
        kind: 'tell',
        say: ({ today }) =>
          `Mulai ${formatDate(today)} kami tidak mengirim pesan lebih dulu ke nomor ini. Anda tetap boleh bertanya; kami menjawab.`,
        next: 'end',
      },
    },
  },
];
