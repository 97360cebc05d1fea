import { defaultContributionSettings, rehabLimits } from '@jangkau/contributions';
import type { Words } from '../words.ts';

/** A rule of JKN that publications state, with the value in force. */
export interface StatedRule {
  /** Everything a publication may print and be right. */
  readonly accepted: readonly string[];
  readonly words: Words;
  readonly legalBasis: string;
}

const rehabBasis = 'Program REHAB (2022) dan New REHAB 2.0 (3 Februari 2025)';

/** Rules by the name a claim gives in `rule`. */
export const statedRules: Readonly<Record<string, StatedRule>> = {
  'rehab.most-stages': {
    accepted: [String(rehabLimits.mostStages)],
    words: {
      id: `REHAB paling banyak ${rehabLimits.mostStages} tahap bagi PBPU dan BP`,
      en: `REHAB has at most ${rehabLimits.mostStages} stages for PBPU and BP`,
    },
    legalBasis: rehabBasis,
  },
  'rehab.least-months': {
    accepted: [String(rehabLimits.leastMonths)],
    words: {
      id: `REHAB mulai dari ${rehabLimits.leastMonths} bulan tunggakan`,
      en: `REHAB starts at ${rehabLimits.leastMonths} months in arrears`,
    },
    legalBasis: rehabBasis,
  },
  'rehab.most-months': {
    accepted: [String(defaultContributionSettings.arrearsCapMonths)],
    words: { id: 'Tunggakan ditagih paling banyak 24 bulan', en: 'At most 24 months of arrears are billed' },
    legalBasis: 'Perpres 64/2020 Pasal 42',
  },
  'rehab.segments': {
    accepted: ['PBPU dan BP', 'PBPU and BP', 'PBPU, BP'],
    words: { id: 'REHAB untuk PBPU dan BP', en: 'REHAB is for PBPU and BP' },
    legalBasis: rehabBasis,
  },
  'rehab.name': {
    accepted: ['Rencana Pembayaran Bertahap', 'REHAB'],
    words: {
      id: 'REHAB singkatan dari Rencana Pembayaran Bertahap, bukan rehabilitasi',
      en: 'REHAB stands for Rencana Pembayaran Bertahap (staged payment plan), not rehabilitation',
    },
    legalBasis: rehabBasis,
  },
};
