export type Difficulty = 'normal' | 'hard';

/**
 * How often each fault befalls a record, as shares of the records it can befall, for an average record.
 * A messy record (see `messiness`) has several times as many.
 */
export interface Rates {
  /** NIK faults of the member card, other than those below. */
  memberNik: number;
  /** NIK faults of the village register. */
  residentNik: number;
  /** Two housemates' cards carry one another's NIK (share of households with two or more cards). */
  nikSwapped: number;
  /** The card carries a housemate's NIK. */
  nikOfHousemate: number;
  /** The card carries the NIK of a stranger. */
  nikOfStranger: number;
  /** Rows of a village register on pages that went through a spreadsheet keeping 15 digits. */
  spreadsheet: number;
  memberName: number;
  residentName: number;
  memberBirth: number;
  residentBirth: number;
  memberKkOld: number;
  memberKkMissing: number;
  memberVillage: number;
  memberVillageMissing: number;
  memberSexMissing: number;
  memberSexWrong: number;
  residentSex: number;
  memberAddress: number;
  /** Covered babies under one year still on a card 'BAYI NY <mother>'. */
  babyOnMother: number;
  /** Covered children of one to three years whose card was never changed from that. */
  staleBaby: number;
  duplicateCard: number;
}

const NORMAL: Rates = {
  memberNik: 0.0416,
  residentNik: 0.0107,
  nikSwapped: 0.0045,
  nikOfHousemate: 0.0028,
  nikOfStranger: 0.0009,
  spreadsheet: 0.002,
  memberName: 0.26,
  residentName: 0.045,
  memberBirth: 0.03,
  residentBirth: 0.006,
  memberKkOld: 0.16,
  memberKkMissing: 0.07,
  memberVillage: 0.075,
  memberVillageMissing: 0.012,
  memberSexMissing: 0.012,
  memberSexWrong: 0.005,
  residentSex: 0.004,
  memberAddress: 0.3,
  babyOnMother: 0.16,
  staleBaby: 0.012,
  duplicateCard: 0.0054,
};

/** The rates of a difficulty; 'hard' doubles every one of them. */
export function ratesFor(difficulty: Difficulty): Rates {
  if (difficulty === 'normal') return NORMAL;
  return Object.fromEntries(
    Object.entries(NORMAL).map(([k, v]) => [k, Math.min(0.75, v * 2)]),
  ) as unknown as Rates;
}

/** Shares of people without cover and of cards without a resident, the same at every difficulty. */
export const POPULATION = {
  /** A whole household lacks cover. */
  householdUncovered: 0.00132,
  adultUncovered: 0.0033,
  childUncovered: 0.0024,
  newbornUncovered: 0.096,
  /** One of twins lacks cover, above the child's own chance. */
  twinUncovered: 0.03,
  /** Cards of the dead, of people who moved away and of people never in the register, per resident. */
  deadCards: 0.0052,
  movedCards: 0.006,
  movedHouseholds: 0.0006,
  strangerCards: 0.0029,
  /** A dead or moved namesake with the same birth date, per uncovered and per covered resident. */
  namesakeOfUncovered: 0.006,
  namesakeOfCovered: 0.00012,
};
