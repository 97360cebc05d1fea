/**
 * Readings of the money rules on which sources conflict or are silent. Every result carries the ones it used.
 * docs/quote.md says what speaks for each.
 */
export interface ContributionSettings {
  /**
   * What an arrears month of class III costs since July 2020: what participants pay (35,000; 25,500 in 2020), or
   * the full 42,000 because the state's aid is only for active participants (PMK 78/PMK.02/2020).
   */
  readonly arrears_rate_class3: 35_000 | 42_000;
  /**
   * Amounts before 2018: those of Perpres 82/2018 for all earlier months, or as they were issued then (Perpres
   * 111/2013 to March 2016, 19/2016 and 28/2016 after; PPU 4.5 % to June 2015; PBI 19,225 to 2015).
   */
  readonly earlyTariffs: 'perpres-82-2018' | 'as-issued';
  /** Most arrears months that are billed (Perpres 64/2020 Pasal 42 ayat (3)). */
  readonly arrearsCapMonths: number;
  /** Most months that may be paid in advance. */
  readonly payAheadMonths: number;
  /** 2020 only: six months of arrears gave activation. `offered` shows it beside the full price; `applied` bills it. */
  readonly relaxation2020: 'offered' | 'applied';
  /** PPU total: 5 % rounded once and split, or the sum of the rounded 4 % and 1 %. */
  readonly ppuRounding: 'total' | 'parts';
  /** Minimum wages by regency code and year in rupiah, beside the built-in ones ({"51.03": {"2024": 3318628}}). */
  readonly minimumWages: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Year without a known minimum wage: the latest earlier known year, or no floor at all. */
  readonly missingMinimumWage: 'latest-earlier' | 'none';
  /** Share of the 42,000 of a Pemda-registered resident that the region pays; the state pays the rest. */
  readonly pemdaShare: number;
  /** Whether the day of reactivation is day 0 or day 1 of the 45 days of the service fine. */
  readonly fineDayCount: 'reactivation-is-day-0' | 'reactivation-is-day-1';
  /** An incapacity letter frees from the service fine. */
  readonly incapacityLetter: boolean;
  /** v1: twelve stages for any debt, or half the months as in v2. */
  readonly rehabV1Stages: 'twelve' | 'half';
  /** v2: floor(n/2) or ceil(n/2) stages for an odd number of months. */
  readonly rehabHalf: 'floor' | 'ceil';
  /** v2: contributions of the months of the plan are part of the instalments, or paid beside them. */
  readonly rehabRunningContribution: 'included' | 'separate';
  /** When REHAB makes the card active. */
  readonly rehabActivation: 'last-stage' | 'first-stage';
  /** Whether somebody with more than 24 months of arrears may take REHAB for the 24 that are billed. */
  readonly rehabAboveCap: 'capped' | 'refused';
  /** Which versions of REHAB register only up to the 28th (27th in February). */
  readonly rehabRegistrationWindow: 'v1' | 'v1-and-v2';
  /** Day by which a stage is due: the end of its month, or the 10th (the first stage then from the next 10th on). */
  readonly rehabDue: 'month-end' | '10th';
  /**
   * Erasing arrears (pemutihan): no regulation has been issued, so off. `announced-2025`: ex-PBPU and ex-BP now in PBI
   * or Pemda; `draft-2026`: PBPU and BP of class III.
   */
  readonly writeOff: 'off' | 'announced-2025' | 'draft-2026';
  /** Stages wished for; fewer than the most allowed makes larger instalments. 0 takes the most. */
  readonly rehabStages: number;
}

/** The default reading of every money rule. */
export const defaultContributionSettings: ContributionSettings = {
  arrears_rate_class3: 35_000,
  earlyTariffs: 'perpres-82-2018',
  arrearsCapMonths: 24,
  payAheadMonths: 24,
  relaxation2020: 'offered',
  ppuRounding: 'total',
  minimumWages: {},
  missingMinimumWage: 'latest-earlier',
  pemdaShare: 37_800,
  fineDayCount: 'reactivation-is-day-0',
  incapacityLetter: false,
  rehabV1Stages: 'twelve',
  rehabHalf: 'floor',
  rehabRunningContribution: 'included',
  rehabActivation: 'last-stage',
  rehabAboveCap: 'capped',
  rehabRegistrationWindow: 'v1',
  rehabDue: 'month-end',
  writeOff: 'off',
  rehabStages: 0,
};
