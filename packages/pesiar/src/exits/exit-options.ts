import { firstPaymentWindow, newbornRegistration, parseDate, pemdaCoverFrom } from '@jangkau/membership';
import type { Bilingual } from '../bilingual.ts';
import type { CaseSubject, OpenReason } from '../case/case-subject.ts';
import type { Evidence } from '../classify/evidence.ts';
import type { PayerClass } from '../classify/payer-class.ts';
import { defaultPesiarSettings, type PesiarSettings } from '../pesiar-settings.ts';
import type { ExitKind } from './exit-kind.ts';

/** What decides about the way out. */
export interface ExitQuestion {
  readonly class: PayerClass | null;
  readonly evidence: Evidence | null;
  readonly reason: OpenReason;
  readonly subject: Pick<CaseSubject, 'born' | 'segment' | 'arrearsMonths'>;
  /** YYYY-MM-DD. */
  readonly on: string;
  /** The area is UHC Prioritas: the Pemda's people are covered the same day. */
  readonly prioritas: boolean;
  /** First day without PBI or PPU cover, YYYY-MM-DD. */
  readonly pbiEndedOn?: string | null;
  readonly ppuEndedOn?: string | null;
}

/** A way out, with when it would cover and what to bring. */
export interface ExitOption {
  readonly kind: ExitKind;
  readonly why: Bilingual;
  readonly legalBasis: string;
  /** PBPU and newborn: days between which the first payment counts. Pemda: first day of cover if approved today. */
  readonly from: string | null;
  readonly until: string | null;
  readonly documents: readonly Bilingual[];
}

/** Days a late newborn's first payment may take. */
const lateDays = 30;

const kk: Bilingual = { id: 'KK', en: 'Family card (KK)' };
const ktp: Bilingual = { id: 'KTP', en: 'Identity card (KTP)' };
const account: Bilingual = { id: 'Buku rekening untuk autodebit', en: 'Bank book for autodebit' };
const sktm: Bilingual = { id: 'SKTM bila ada', en: 'Village letter (SKTM) if there is one' };
const birthLetter: Bilingual = { id: 'Surat keterangan lahir', en: 'Letter of birth' };

/** Ways out that are open, the fitting one first. The agent may take another and says why. */
export function exitOptions(
  question: ExitQuestion,
  settings: PesiarSettings = defaultPesiarSettings,
): ExitOption[] {
  const { subject, evidence, on } = question;
  const options: ExitOption[] = [];
  const add = (open: boolean, option: () => ExitOption) => {
    if (open && !options.some(({ kind }) => kind === option().kind)) options.push(option());
  };
  add(isNewborn(subject.born, on), () => newborn(subject.born as string, on));
  add(question.reason === 'inactive-arrears' || (subject.arrearsMonths ?? 0) > 0, reactivation);
  add(question.class === 'working', ppu);
  add(question.class === 'unable' && isPoor(evidence, settings), pbi);
  add(question.class === 'unable', () => pemda(question));
  add(question.class === 'able', () => pbpu(question));
  // What else is possible, in case the first does not work out.
  add(question.class === 'unable', pbi);
  add(question.class !== null, () => pbpu(question));
  return options;
}

/** A baby in its first year: registered with its mother, late or not (Perpres 82/2018 Pasal 16, 28, 46). */
function isNewborn(born: string | null, on: string): boolean {
  return born !== null && born <= on && on < parseDate(born).add({ years: 1 }).toString();
}

function isPoor(evidence: Evidence | null, { poorDeciles }: PesiarSettings): boolean {
  return evidence?.inDtsen === true && evidence.dtsenDecile !== null && evidence.dtsenDecile <= poorDeciles;
}

function newborn(born: string, on: string): ExitOption {
  const day = parseDate(on);
  const { payBy, inTime, needsNik, legalBasis } = newbornRegistration(parseDate(born), day);
  return {
    kind: 'newborn',
    why: inTime
      ? {
          id: 'Bayi didaftarkan dan dibayar dalam 28 hari sejak lahir.',
          en: 'Registered and paid within 28 days of birth.',
        }
      : needsNik
        ? {
            id: 'Lewat tiga bulan: NIK bayi wajib ada, iuran terutang sejak lahir.',
            en: 'Older than three months: a NIK is needed, owed from birth.',
          }
        : {
            id: 'Lewat 28 hari: perbarui KK dan NIK dahulu; iuran terutang sejak lahir.',
            en: 'Later than 28 days: bring the family card and NIK up to date first; owed from birth.',
          },
    legalBasis,
    from: on,
    // Late, the first payment has the same thirty days as any application.
    until: (inTime ? payBy : day.add({ days: lateDays })).toString(),
    documents: [birthLetter, kk, { id: 'KTP ibu', en: 'Mother’s KTP' }],
  };
}

function reactivation(): ExitOption {
  return {
    kind: 'reactivation',
    why: {
      id: 'Kartu ada tetapi menunggak: lunasi atau cicil lewat REHAB.',
      en: 'There is a card in arrears: pay, or in stages (REHAB).',
    },
    legalBasis: 'Perpres 64/2020 Pasal 42 ayat (3)',
    from: null,
    until: null,
    documents: [ktp],
  };
}

function ppu(): ExitOption {
  return {
    kind: 'ppu',
    why: {
      id: 'Bekerja: pemberi kerja yang mendaftarkan dan ikut membayar.',
      en: 'Works: the employer registers and pays along.',
    },
    legalBasis: 'UU 24/2011 Pasal 15 ayat (1)',
    from: null,
    until: null,
    documents: [ktp, kk, { id: 'Bukti bekerja (slip upah, kartu pegawai)', en: 'Proof of work' }],
  };
}

function pemda(question: ExitQuestion): ExitOption {
  const cover = pemdaCoverFrom(parseDate(question.on), question.prioritas ? 'prioritas' : 'cut-off');
  return {
    kind: 'pemda',
    why: {
      id: question.prioritas
        ? 'Kurang mampu: diusulkan ke Pemda; bila disetujui aktif hari itu juga.'
        : 'Kurang mampu: diusulkan ke Pemda; bila disetujui aktif tanggal 1 bulan berikutnya.',
      en: question.prioritas
        ? 'Unable: proposed to the Pemda; once approved active the same day.'
        : 'Unable: proposed to the Pemda; once approved active from the next 1st.',
    },
    legalBasis: 'Peraturan BPJS Kesehatan 5/2018 Pasal 3',
    from: cover.toString(),
    until: null,
    documents: [kk, ktp, sktm],
  };
}

function pbi(): ExitOption {
  return {
    kind: 'pbi',
    why: {
      id: 'Miskin atau rentan menurut DTSEN: diusulkan menjadi PBI.',
      en: 'Poor or vulnerable by DTSEN: proposed as PBI.',
    },
    legalBasis: 'Permensos 3/2026',
    from: null,
    until: null,
    documents: [kk, ktp, sktm],
  };
}

function pbpu({ on, pbiEndedOn, ppuEndedOn }: ExitQuestion): ExitOption {
  const window = firstPaymentWindow({
    registeredOn: parseDate(on),
    ...(pbiEndedOn && { pbiEndedOn: parseDate(pbiEndedOn) }),
    ...(ppuEndedOn && { ppuEndedOn: parseDate(ppuEndedOn) }),
  });
  return {
    kind: 'pbpu',
    why: window.waitWaived
      ? {
          id: 'Mandiri, sekeluarga; boleh langsung dibayar.',
          en: 'Self-paid, whole family; may be paid at once.',
        }
      : {
          id: 'Mandiri, sekeluarga; dibayar 14 sampai 30 hari setelah mendaftar.',
          en: 'Self-paid, whole family; paid 14 to 30 days after registering.',
        },
    legalBasis: window.legalBasis,
    from: window.from.toString(),
    until: window.until.toString(),
    documents: [kk, ktp, account],
  };
}
