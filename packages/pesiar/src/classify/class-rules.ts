import { parseDate } from '@jangkau/membership';
import type { Bilingual } from '../bilingual.ts';
import type { PesiarSettings } from '../pesiar-settings.ts';
import { bandBottom, bandTop, type Evidence } from './evidence.ts';
import type { PayerClass } from './payer-class.ts';

/** A reason to put somebody into a class, with where it is written. */
export interface ClassRule {
  readonly id: string;
  readonly class: PayerClass;
  /** Days on which it is in force, YYYY-MM-DD. */
  readonly validFrom: string;
  readonly validTo?: string;
  readonly legalBasis: string;
  readonly words: Bilingual;
  /** Whether this evidence speaks for the class; undefined when it does not say. */
  readonly holds: (evidence: Evidence, on: string, settings: PesiarSettings) => boolean | undefined;
}

/**
 * The rules, strongest first: whoever has an employer is the employer's duty whatever the income; whoever is poor by
 * a list or letter is the public purse's; income decides about the rest.
 */
export const classRules: readonly ClassRule[] = [
  {
    id: 'employee',
    class: 'working',
    validFrom: '2014-01-01',
    legalBasis: 'UU 24/2011 Pasal 15 ayat (1)',
    words: {
      id: 'Bekerja dengan upah pada pemberi kerja: pemberi kerja wajib mendaftarkan.',
      en: 'Works for wages: the employer has to register.',
    },
    holds: ({ work }) => (work === 'not-said' ? undefined : work === 'employee'),
  },
  {
    id: 'family-of-worker',
    class: 'working',
    validFrom: '2018-09-18',
    legalBasis: 'Perpres 82/2018 Pasal 5',
    words: {
      id: 'Suami, istri, atau anak dari pekerja: ditanggung lewat pemberi kerja.',
      en: 'Spouse or child of a worker: covered through the employer.',
    },
    holds: ({ familyOfWorker }) => familyOfWorker ?? undefined,
  },
  {
    id: 'dtsen-poor',
    class: 'unable',
    validFrom: '2026-01-01',
    legalBasis: 'Permensos 3/2026; Inpres 4/2025',
    words: {
      id: 'Tercatat di DTSEN pada desil miskin dan rentan.',
      en: 'Listed in DTSEN in a poor or vulnerable decile.',
    },
    holds: ({ inDtsen, dtsenDecile }, _on, { poorDeciles }) =>
      inDtsen === null ? undefined : inDtsen && dtsenDecile !== null && dtsenDecile <= poorDeciles,
  },
  {
    id: 'dtks-listed',
    class: 'unable',
    validFrom: '2014-01-01',
    validTo: '2025-12-31',
    legalBasis: 'Permensos 21/2019',
    words: { id: 'Tercatat di data terpadu kesejahteraan sosial.', en: 'Listed in the welfare register.' },
    holds: ({ inDtsen }) => inDtsen ?? undefined,
  },
  {
    id: 'sktm',
    class: 'unable',
    validFrom: '2014-01-01',
    legalBasis: 'Perjanjian kerja sama Pemda dan kantor cabang; masa berlaku SKTM setelan kantor',
    words: { id: 'Ada SKTM yang masih berlaku.', en: 'Has a village letter of inability that still holds.' },
    holds: ({ sktmOn }, on, { sktmMonths }) =>
      sktmOn === null
        ? undefined
        : sktmOn <= on && on <= parseDate(sktmOn).add({ months: sktmMonths }).toString(),
  },
  {
    id: 'cannot-work',
    class: 'unable',
    validFrom: '2014-01-01',
    legalBasis: 'UU 40/2004 Pasal 14 ayat (2)',
    words: {
      id: 'Tidak dapat bekerja karena disabilitas atau sakit menahun, dan penghasilan rumah tangga kecil.',
      en: 'Cannot work because of disability or long illness, and the household has little income.',
    },
    holds: ({ cannotWork, income }) =>
      cannotWork === null || income === 'not-said'
        ? undefined
        : cannotWork && (bandTop[income] ?? Number.POSITIVE_INFINITY) <= 2_000_000,
  },
  {
    id: 'income-below',
    class: 'unable',
    validFrom: '2014-01-01',
    legalBasis: 'Batas penghasilan per orang menurut Pemda (setelan kantor)',
    words: {
      id: 'Penghasilan per orang di rumah tangga di bawah batas Pemda.',
      en: 'Household income per head lies below the limit of the Pemda.',
    },
    holds: (evidence, _on, { unablePerHead }) => perHead(evidence, bandTop, (top) => top < unablePerHead),
  },
  {
    id: 'pensioner',
    class: 'able',
    validFrom: '2014-01-01',
    legalBasis: 'Perpres 82/2018 Pasal 4',
    words: { id: 'Pensiunan: bukan pekerja yang mampu.', en: 'A pensioner: not working and able.' },
    holds: ({ work }) => (work === 'not-said' ? undefined : work === 'pensioner'),
  },
  {
    id: 'income-above',
    class: 'able',
    validFrom: '2014-01-01',
    legalBasis: 'Batas penghasilan per orang menurut Pemda (setelan kantor)',
    words: {
      id: 'Penghasilan per orang di rumah tangga mencapai batas Pemda.',
      en: 'Household income per head reaches the limit of the Pemda.',
    },
    holds: (evidence, _on, { unablePerHead }) =>
      evidence.income === 'above-8m'
        ? true
        : perHead(evidence, bandBottom, (bottom) => bottom >= unablePerHead),
  },
];

function perHead(
  { income, dependants }: Evidence,
  ends: typeof bandTop,
  test: (each: number) => boolean,
): boolean | undefined {
  const end = ends[income];
  if (end === null || dependants === null || dependants < 1) return undefined;
  return test(end / dependants);
}
