import type { KeptEvent } from '@jangkau/sync';

/** A resident as the phone knows them. Numbers are masked. */
export interface PackPerson {
  residentNo: string;
  householdKey: string | null;
  name: string;
  sex: 'L' | 'P' | null;
  /** YYYY-MM-DD. */
  born: string | null;
  address: string | null;
  banjar: string | null;
  /** Head, spouse, child ... as the register says. */
  relation: string | null;
  nikMasked: string | null;
  /** First 24 hexadecimal digits of SHA-256 of `salt:NIK`, to compare a typed number with. */
  nikHash: string | null;
  /** What the register of members says. */
  status: 'active' | 'arrears' | 'lapsed' | 'none';
  segment: string | null;
  /** Degrees, when known. */
  lat: number | null;
  lon: number | null;
}

/** What the server gives a phone: the people and cases of its agent's banjar. */
export interface FieldPack {
  village: { code: string; name: string };
  /** Empty when the agent has the whole village. */
  banjars: string[];
  /** The area is UHC Prioritas. */
  prioritas: boolean;
  /** YYYY-MM-DD of the register. */
  asOf: string | null;
  people: PackPerson[];
  facts: KeptEvent[];
  /** Fingerprints of everyone of the village, for the check of duplicates; see PersonMarks. */
  marks: { salt: string; numbers: string; names: string };
}
