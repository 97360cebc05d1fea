import { formatDate } from '@jangkau/kernel';
import { type FacilityChange, facilityChange, parseDate } from '@jangkau/membership';
import type { FacilityException } from '../conversation/conversation.ts';
import type { Flow, FlowView } from './flow.ts';
import { type ServiceSpec, serviceFlow } from './service-flow.ts';

const exceptions: Readonly<
  Record<FacilityException, { title: string; description: string; document: string }>
> = {
  moved: {
    title: 'Pindah rumah',
    description: 'Alamat baru di luar wilayah faskes sekarang',
    document: 'Surat keterangan domisili',
  },
  assigned: {
    title: 'Tugas atau pelatihan',
    description: 'Ditugaskan atau belajar di tempat lain',
    document: 'Surat tugas atau surat keterangan belajar',
  },
  'facility-ended': {
    title: 'Faskes berhenti',
    description: 'Faskes sekarang tidak lagi melayani JKN',
    document: 'Foto pemberitahuan dari faskes, bila ada, atau kartu JKN',
  },
};

function change({ facts, today, settings }: FlowView): FacilityChange {
  const last = facts?.facilityChangedOn;
  return facilityChange(parseDate(today), last ? parseDate(last) : undefined, settings.facilityChange.months);
}

/** G: another first-level facility. */
const spec: ServiceSpec = {
  id: 'facility',
  code: 'G',
  title: 'Ganti faskes',
  level: 2,
  intro: ({ settings }) =>
    `Faskes tingkat pertama dapat diganti sekali dalam ${settings.facilityChange.months} bulan dan berlaku tanggal 1 bulan berikutnya. Lanjut?`,
  questions: [
    {
      id: 'facility',
      label: 'Faskes tujuan',
      say: () => 'Ketik nama puskesmas atau klinik tujuan dan kecamatannya.',
      check: 'facility',
    },
    {
      id: 'whom',
      label: 'Untuk',
      say: () => 'Untuk siapa?',
      options: [
        { id: 'me', title: 'Saya saja' },
        { id: 'all', title: 'Sekeluarga' },
      ],
    },
  ],
  documents: ({ answers }) => {
    const exception = exceptions[answers.exception as FacilityException];
    return exception ? [exception.document] : [];
  },
  closing: ({ today }) =>
    `Berlaku mulai ${formatDate(facilityChange(parseDate(today)).effectiveFrom.toString())} bila faskes masih menerima peserta.`,
};

const plain = serviceFlow(spec);

/** The first version told the rule; the second keeps it: too soon ends with the date, or goes on with an exception. */
export const facilityFlows: readonly Flow[] = [
  plain,
  {
    ...plain,
    version: 2,
    steps: {
      ...plain.steps,
      start: { kind: 'route', by: (view) => (change(view).allowed ? 'intro' : 'exception') },
      exception: {
        kind: 'choose',
        label: 'Pengecualian',
        say: (view) =>
          `Faskes baru dapat diganti lagi mulai ${formatDate(change(view).allowedFrom.toString())}: sekali dalam ${view.settings.facilityChange.months} bulan. Lebih cepat hanya bila salah satu ini, dengan suratnya:`,
        options: ({ settings }) => [
          ...settings.facilityChange.exceptions.map((id) => ({
            id,
            title: exceptions[id].title,
            description: exceptions[id].description,
            next: 'intro',
          })),
          { id: 'none', title: 'Tidak ada', next: 'refused' },
        ],
      },
      refused: {
        kind: 'tell',
        say: (view) =>
          `Baik. Silakan ajukan lagi mulai ${formatDate(change(view).allowedFrom.toString())}. Sampai saat itu berobat di faskes sekarang; gawat darurat di rumah sakit mana pun.`,
        next: 'end',
      },
    },
  },
];
