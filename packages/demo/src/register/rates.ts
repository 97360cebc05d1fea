/**
 * How often things go wrong, for a record of average quality. Calibrated so that a branch of 1,688,195
 * residents leaves about 107,000 of them without a card after a plain join on NIK, of whom about 11,200
 * are truly uncovered, and has about 1,712,920 member rows.
 */
export const rates = {
  /** Household of which nobody is a member. */
  unregisteredHousehold: 0.00226,
  /** Person without a card in a household that has some, by age. */
  uncoveredNewborn: 0.126,
  uncoveredSmallChild: 0.0057,
  uncoveredYoungAdult: 0.00453,
  uncoveredOld: 0.0028,
  uncoveredOther: 0.00142,
  /** NIK in the member file that is not the person's. */
  nik: 0.0581,
  /** Two people of a household with one another's NIK. */
  nikSwap: 0.006,
  /** Name that differs by at least one rule. */
  name: 0.2,
  /** Birth date that differs. */
  date: 0.022,
  sex: 0.004,
  /** KK number that was replaced since, or is not there. */
  oldKk: 0.17,
  noKk: 0.04,
  /** Member file still has the household in another village. */
  moved: 0.07,
  noVillage: 0.02,
  noAddress: 0.11,
  noPhone: 0.34,
  otherPhone: 0.22,
  /** Second card of the same person. */
  duplicate: 0.0056,
  /** Members who died, per household. */
  dead: 0.0254,
  /** Members who left alone, or as a household, or only work here, per household. */
  leftAlone: 0.0132,
  leftTogether: 0.0028,
  elsewhere: 0.0085,
  /** Resident listed again in another village. */
  residentTwice: 0.00006,
} as const;
