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
  /** Code of the village. */
  area: string;
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

/** A village of which a phone holds all or some banjars. */
export interface PackVillage {
  code: string;
  name: string;
  /** Empty when the agent has the whole village. */
  banjars: string[];
  /** The area is UHC Prioritas. */
  prioritas: boolean;
  /** Income per head below which a family is unable here, rupiah a month; null: as everywhere. */
  unablePerHead: number | null;
  /** Fingerprints of everyone of the village, for the check of duplicates; see PersonMarks. */
  marks: { salt: string; numbers: string; names: string };
}

/** What the server gives a phone: the people and cases of its agent's banjars. */
export interface FieldPack {
  /** At least one. */
  villages: PackVillage[];
  people: PackPerson[];
  facts: KeptEvent[];
}

/** A village of the pack; the first one for what lies in none of them. */
export function villageOf(pack: FieldPack, code: string): PackVillage {
  return pack.villages.find((one) => one.code === code) ?? (pack.villages[0] as PackVillage);
}
