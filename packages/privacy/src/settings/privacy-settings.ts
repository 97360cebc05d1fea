import { clockRules } from '../clocks/privacy-clock.ts';
import { smallestPublishedCount } from '../figures/suppress-small-cells.ts';
import { requestNames } from '../letters/request-letter.ts';

/** Something an office may set for itself within what the law and good practice allow. */
export interface PrivacySetting {
  /** What it is kept under: 'clock.access'. */
  name: string;
  what: { id: string; en: string };
  /** What the number counts; switch: 0 is off, 1 is on. */
  unit: 'hours' | 'people' | 'switch';
  default: number;
  least: number;
  most: number;
  basis: string;
}

const breachNotice = { id: 'Pemberitahuan insiden', en: 'Notice of a breach' };

/** Every setting of data protection but the days of retention, which have their own page. */
export const privacySettings: readonly PrivacySetting[] = [
  ...clockRules.map(
    ({ kind, hours, legalBasis }): PrivacySetting => ({
      name: `clock.${kind}`,
      what: kind === 'breach-notice' ? breachNotice : requestNames[kind],
      unit: 'hours',
      default: hours,
      least: 1,
      // An office may hold itself to fewer hours than the law, never to more.
      most: hours,
      basis: legalBasis,
    }),
  ),
  {
    name: 'figures.smallest-count',
    what: {
      id: 'Angka terkecil per banjar yang boleh keluar',
      en: 'Smallest banjar count that may leave the office',
    },
    unit: 'people',
    default: smallestPublishedCount,
    least: smallestPublishedCount,
    most: 50,
    basis: 'UU 27/2022 Pasal 16 ayat (2) dan Pasal 35',
  },
  {
    name: 'figures.hide-inside',
    what: {
      id: 'Sembunyikan angka kecil juga di layar petugas',
      en: 'Hide small counts on officers’ screens too',
    },
    unit: 'switch',
    default: 0,
    least: 0,
    most: 1,
    basis: 'UU 27/2022 Pasal 35',
  },
];

/** The setting of this name; undefined when there is none. */
export function privacySetting(name: string): PrivacySetting | undefined {
  return privacySettings.find((setting) => setting.name === name);
}

/** The value in force: the office's own within what is allowed, or the default. */
export function privacyValue(name: string, own: number | undefined): number {
  const setting = privacySetting(name);
  if (!setting) throw new RangeError(`no privacy setting ${name}`);
  return own === undefined ? setting.default : Math.min(setting.most, Math.max(setting.least, own));
}
