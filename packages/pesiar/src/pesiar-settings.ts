/** Choices of an office about its drive. Results say which they used. */
export interface PesiarSettings {
  /** Household income per head below which a family counts as unable, rupiah a month. A choice of the Pemda. */
  readonly unablePerHead: number;
  /** Months a letter of the village (SKTM) holds. */
  readonly sktmMonths: number;
  /** Lowest deciles of DTSEN that count as poor (Permensos 3/2026: 1 to 5). */
  readonly poorDeciles: number;
  /** Visits after which a refusal or an unknown address closes a case. */
  readonly attempts: number;
  /** Visits shorter than this are looked at, seconds. */
  readonly leastVisitSeconds: number;
  /** Visits of different households nearer than this to one another are looked at, metres beyond the accuracy. */
  readonly samePlaceMetres: number;
  /** This many households in a row with the same answers are looked at. */
  readonly sameAnswers: number;
}

/** The default of every choice. */
export const defaultPesiarSettings: PesiarSettings = {
  unablePerHead: 600_000,
  sktmMonths: 6,
  poorDeciles: 5,
  attempts: 2,
  leastVisitSeconds: 90,
  samePlaceMetres: 10,
  sameAnswers: 4,
};
