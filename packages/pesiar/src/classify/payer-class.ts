import type { Bilingual } from '../bilingual.ts';

/** Who should pay: the family itself, the public purse, an employer. */
export const payerClasses = ['able', 'unable', 'working'] as const;
export type PayerClass = (typeof payerClasses)[number];

/** What people call the classes. */
export const classNames: Readonly<Record<PayerClass, Bilingual>> = {
  able: { id: 'Mampu', en: 'Able' },
  unable: { id: 'Kurang mampu', en: 'Unable' },
  working: { id: 'Pekerja', en: 'Working' },
};
