import { formatDate } from '@jangkau/kernel';
import type { Bilingual } from '../bilingual.ts';
import type { Evidence, IncomeBand } from './evidence.ts';

const works: Readonly<Record<Exclude<Evidence['work'], 'not-said'>, Bilingual>> = {
  employee: { id: 'pekerja dengan pemberi kerja', en: 'employee' },
  'self-employed': { id: 'usaha sendiri', en: 'own business' },
  casual: { id: 'buruh harian atau musiman', en: 'day or seasonal labour' },
  pensioner: { id: 'pensiunan', en: 'pensioner' },
  none: { id: 'tidak bekerja', en: 'no work' },
};

const incomes: Readonly<Record<Exclude<IncomeBand, 'not-said'>, Bilingual>> = {
  none: { id: 'tidak ada', en: 'none' },
  'to-1m': { id: 'sampai Rp1 juta sebulan', en: 'up to Rp1 million a month' },
  'to-2m': { id: 'Rp1–2 juta sebulan', en: 'Rp1–2 million a month' },
  'to-4m': { id: 'Rp2–4 juta sebulan', en: 'Rp2–4 million a month' },
  'to-8m': { id: 'Rp4–8 juta sebulan', en: 'Rp4–8 million a month' },
  'above-8m': { id: 'di atas Rp8 juta sebulan', en: 'above Rp8 million a month' },
};

/** One thing that was seen or said: what it is about, and what it is. */
export interface EvidenceLine {
  readonly name: Bilingual;
  readonly value: Bilingual;
}

/** Everything that was said at the door about who can pay, in words; what was not said is left out. */
export function evidenceLines(
  evidence: Evidence,
  date: (iso: string) => string = formatDate,
): EvidenceLine[] {
  const same = (text: string): Bilingual => ({ id: text, en: text });
  const { work, income, employer, dependants, dtsenDecile, inDtsen, sktmOn, note } = evidence;
  const lines: [boolean, Bilingual, Bilingual | undefined][] = [
    [work !== 'not-said', { id: 'Pekerjaan', en: 'Work' }, works[work as keyof typeof works]],
    [employer !== null, { id: 'Pemberi kerja', en: 'Employer' }, same(employer ?? '')],
    [
      evidence.familyOfWorker === true,
      { id: 'Keluarga pekerja', en: 'Family of a worker' },
      { id: 'suami, istri, atau anak', en: 'spouse or child' },
    ],
    [
      income !== 'not-said',
      { id: 'Penghasilan keluarga', en: 'Household income' },
      incomes[income as keyof typeof incomes],
    ],
    [
      dependants !== null,
      { id: 'Hidup dari itu', en: 'Live on it' },
      { id: `${dependants} orang`, en: `${dependants} people` },
    ],
    [
      inDtsen !== null,
      { id: 'DTSEN', en: 'DTSEN' },
      inDtsen
        ? dtsenDecile === null
          ? { id: 'tercatat', en: 'listed' }
          : { id: `desil ${dtsenDecile}`, en: `decile ${dtsenDecile}` }
        : { id: 'tidak tercatat', en: 'not listed' },
    ],
    [sktmOn !== null, { id: 'SKTM', en: 'Letter of inability (SKTM)' }, same(sktmOn ? date(sktmOn) : '')],
    [
      evidence.cannotWork === true,
      { id: 'Tidak dapat bekerja', en: 'Cannot work' },
      { id: 'disabilitas atau sakit menahun', en: 'disability or long illness' },
    ],
    [note !== undefined && note !== '', { id: 'Catatan', en: 'Note' }, same(note ?? '')],
  ];
  return lines.flatMap(([said, name, value]) => (said && value ? [{ name, value }] : []));
}
