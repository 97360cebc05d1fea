/** Why somebody is looked for. */
export const openReasons = [
  'uncovered',
  'inactive-arrears',
  'inactive-lapsed',
  'doubtful-match',
  'unmatched-member',
  'by-hand',
  'pandawa',
] as const;
export type OpenReason = (typeof openReasons)[number];

/** A place on earth, degrees (WGS 84). */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Where somebody was, with how sure the device was. */
export interface MeasuredPoint extends Point {
  /** Radius in metres. */
  readonly accuracy: number;
}

/** Who a case is about, as the register or whoever opened it by hand says. No numbers of people: they are kept apart. */
export interface CaseSubject {
  /** Number in the village register; null for who is not in it. */
  readonly residentNo: string | null;
  /** Of the member register; null for who is not in it. */
  readonly memberId: number | null;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  /** YYYY-MM-DD. */
  readonly born: string | null;
  /** Code of the village: 51.71.01.1002. */
  readonly area: string;
  readonly banjar: string | null;
  readonly address: string | null;
  /** The same for everyone of a family card; says nothing else. */
  readonly householdKey: string | null;
  /** Segment, class and months owed of a card that was found. */
  readonly segment: string | null;
  readonly class: 1 | 2 | 3 | null;
  readonly arrearsMonths: number | null;
}
