import type { Assumption, WhatIf } from '@jangkau/contracts';
import type { z } from 'zod';

type Asked = z.input<typeof Assumption>;
type Part = z.output<typeof WhatIf>['parts'][number];

/** The ways back that the panel has sliders for. */
export const caseNames = ['short', 'rehab', 'lapsed'] as const;
export type CaseName = (typeof caseNames)[number];

/** Percent of people who take a way, and of those who finish it. */
export type Shares = Record<CaseName, { join: number; finish: number }>;

/**
 * Where the sliders begin. REHAB: 52.6 % of those who had joined by the end of 2024 were active again
 * (national result); the rest are round guesses to be moved.
 */
export const startShares: Shares = {
  short: { join: 50, finish: 100 },
  rehab: { join: 40, finish: 55 },
  lapsed: { join: 30, finish: 100 },
};

const groups: Record<CaseName, Pick<Asked, 'kind' | 'band'>[]> = {
  short: [{ kind: 'arrears', band: '1-3' }],
  rehab: [
    { kind: 'arrears', band: '4-12' },
    { kind: 'arrears', band: '13-24' },
  ],
  lapsed: [{ kind: 'lapsed' }],
};

/** Assumptions to send, in the order of the cases, and how their answers add up to the cases again. */
export function assumptionsOf(shares: Shares): {
  all: Asked[];
  sums: (parts: readonly Part[]) => Record<CaseName, Part>;
} {
  const all = caseNames.flatMap((name) =>
    groups[name].map((group) => ({
      ...group,
      join: shares[name].join / 100,
      finish: shares[name].finish / 100,
    })),
  );
  return {
    all,
    sums: (parts) => {
      let at = 0;
      const sums = caseNames.map((name) => {
        const own = parts.slice(at, at + groups[name].length);
        at += groups[name].length;
        return [
          name,
          {
            people: own.reduce((n, part) => n + part.people, 0),
            back: own.reduce((n, part) => n + part.back, 0),
            amount: own.reduce((n, part) => n + part.amount, 0),
          },
        ] as const;
      });
      return Object.fromEntries(sums) as Record<CaseName, Part>;
    },
  };
}
