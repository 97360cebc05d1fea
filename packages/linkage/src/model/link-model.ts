/**
 * A record-linkage model is data: what the fields are, how two values compare, which pairs are looked at,
 * and which links need no statistics. Everything here survives JSON; a run stores the model it used.
 */
export interface LinkModel {
  name: string;
  fields: Record<string, Field>;
  /** Links settled by an exact key and a consistent person, before any scoring. */
  exactTier?: ExactTier;
  /** Evidence that travels between people of one group (a household). */
  group?: GroupEvidence;
  blocking: BlockingRule[];
  /**
   * When the right residue is far larger than the left one (a village against a province), only right records
   * that agree with somebody of the left residue on one of these fields are looked at.
   */
  narrowing?: string[];
  comparisons: Comparison[];
  /** Names of the comparisons that say who somebody is (name, birth date), wherever they are written down: namesakes agree on all of them. */
  person?: string[];
  /** Starting values and sizes of training; every number has a default. */
  training?: TrainingSettings;
  /** Two records of the right side may be one person: report them, link only one of them. Default one-to-one. */
  cardinality?: 'one-to-one' | 'many-to-many';
}

/** Where a field comes from: the same column on both sides, a column each, a column of the right side only, or SQL over a row named `t`. */
export type Source = string | { left: string; right: string } | { right: string } | { sql: string };

/** One typed field. */
export type Field =
  /** A personal or other name: split into words, each word standardised once through the word dictionary. */
  | { kind: 'words'; from: Source }
  /** A calendar date (DATE column, or text with a strptime `format`). */
  | { kind: 'date'; from: Source; format?: string }
  /** A number of fixed length held as BIGINT (an identity number): compared digit by digit, not as text. */
  | { kind: 'digits'; from: Source; length: number }
  /** Anything that is equal or not: a code, a phone number, a sex. */
  | { kind: 'code'; from: Source }
  /** Free text compared after folding to capital letters and digits. */
  | { kind: 'text'; from: Source };

/** One condition on a pair; which ones make sense depends on the field's kind. */
export type Test =
  | { is: 'same' }
  /** Text or joined words at least this similar (Jaro-Winkler 0..1). */
  | { is: 'similar'; atLeast: number }
  /** The shorter of two texts is the beginning of the longer, and has at least `letters`. */
  | { is: 'truncated'; letters: number }
  /** digits: exactly one digit differs. */
  | { is: 'one-digit' }
  /** digits: two neighbouring digits changed places. */
  | { is: 'transposed' }
  /** digits: the numbers differ by exactly this much. */
  | { is: 'offset'; by: number }
  /** digits: the first `length` digits agree. */
  | { is: 'prefix'; length: number }
  /** digits: the last `length` digits agree. */
  | { is: 'suffix'; length: number }
  /** date: day and month changed places. */
  | { is: 'day-month-swapped' }
  /** date: these parts agree. */
  | { is: 'parts'; parts: ('year' | 'month' | 'day')[] }
  /** date: one side is a 1 January and the years agree: a date nobody knew. */
  | { is: 'first-of-january' }
  /** date: both fall on one of these days of the year ('01-01', month first): days written for dates nobody knew. */
  | { is: 'days'; days: string[] }
  /** date: years at most this far apart. */
  | { is: 'years'; within: number }
  /** The value, or that of `field`, agrees with the value, or that of `field`, of the other side. */
  | { is: 'crosswise'; field: string }
  /** An earlier comparison stands at one of these levels ('missing' and 'different' included). */
  | { is: 'other-comparison'; comparison: string; levels: string[] }
  /** Another field agrees: the district where the village does not. */
  | { is: 'agrees'; field: string }
  /** code: the right value is one of these. Only in a comparison of the right record alone. */
  | { is: 'one-of'; values: string[] }
  /** words: every word of both sides is matched, carrying at least `bits` of information. */
  | { is: 'all-words'; bits: number }
  /** words: every word of one side is matched, carrying at least `bits`. */
  | { is: 'all-words-of-one'; bits: number }
  /** words: matched words carry at least `bits`. */
  | { is: 'some-words'; bits: number }
  /** words: the whole strings are similar, and the rarer side carries at least `bits`. */
  | { is: 'similar-words'; atLeast: number; bits: number }
  /** words: the minor words (particles, titles, birth order) are the same. */
  | { is: 'same-minor' }
  /** words: the minor words have the same rank (two names of the same birth order). */
  | { is: 'same-rank' }
  /** words: one side has no minor word. */
  | { is: 'minor-missing' }
  /** words: the placeholder ("baby of ...") names somebody of the left record's group, this similar. */
  | { is: 'kin' }
  /** group: the group numbers are equal. */
  | { is: 'same-group' }
  /**
   * group: somebody else of the left group is linked to somebody of the right group, or the right record carries
   * the exact-tier key of somebody else of the left group (numbers exchanged within a household).
   */
  | { is: 'linked-group' }
  /** group: both groups are linked, but to others. */
  | { is: 'other-group' };

/** The first level whose tests all hold is the pair's level; level 0 ("different") is what is left. */
export interface Level {
  label: string;
  all: Test[];
  /** Starting value of P(level | same person); trained from there. */
  m?: number;
  /** P(level | different people) where it cannot be learnt from random pairs; not trained. */
  u?: number;
}

/** One piece of evidence. */
export interface Comparison {
  name: string;
  field: string;
  /**
   * Only the right record is looked at: what it says by itself of whether it has a match at all (a membership that
   * has ended). Learnt from which right records have one. Such comparisons come last, and use 'one-of'.
   */
  side?: 'right';
  levels: Level[];
}

/** Links that an exact key settles. */
export interface ExactTier {
  name: string;
  /** The field whose equality proposes the link. */
  key: string;
  /** The pair is accepted when any of these lists of conditions holds. */
  accept: { label: string; all: FieldTest[] }[];
  /** A pair with the key counts as the key standing on somebody else's record when none of these holds. */
  unlike?: FieldTest[];
  /** 'alone' holds when no other left record shares all these fields (no twin in the household). */
  alone?: string[];
}

/** A test on a raw field, before standardising. */
export type FieldTest =
  | ({ field: string } & Test)
  | { field: string; is: 'missing' }
  | { field: string; is: 'alone' };

/** Group evidence: the field that holds the group's number on each side. */
export interface GroupEvidence {
  field: string;
  /** Names whose placeholders ("baby of ...") are compared with the people of the group, where it or one of `near` agrees. */
  kin?: {
    field: string;
    /** Jaro-Winkler from which two names are one person's. */
    similar: number;
    near: string[];
    /** Regular expression of what stands before the mother's name. */
    before?: string;
  };
}

/** Which pairs are looked at: those that agree on every key of some rule. */
export interface BlockingRule {
  name: string;
  keys: BlockKey[];
  /** Largest number of pairs one block may hold; larger ones are left out and reported. */
  cap?: number;
  /**
   * Keys the rule asks for as well once it proposes too many pairs a record. Agreement by chance grows with the
   * square of a register, agreement of one person with itself only with its size: what narrows down a branch
   * well says too little in a province.
   */
  crowded?: BlockKey[];
}

/** One part of a blocking key. */
export type BlockKey =
  | { field: string; use: 'value' }
  /** date: the date, its parts, or the date with day and month exchanged. */
  | { field: string; use: 'year' | 'month' | 'day' }
  | { field: string; use: 'swapped' }
  /** date: the year of a 1 January, on both sides: a date nobody knew. */
  | { field: string; use: 'first-of-january' }
  /** digits: the first or last digits. */
  | { field: string; use: 'first' | 'last'; digits: number }
  /** words: any word that carries at least `bits` of information (default 0). */
  | { field: string; use: 'any-word'; bits?: number }
  /** words: the two rarest together; all of them joined; the minor word; a right record whose name is a placeholder. */
  | { field: string; use: 'rarest-two' | 'all-words' | 'minor' | 'placeholder' }
  /** Either of two fields on the left against either on the right. */
  | { field: string; use: 'crosswise'; other: string }
  /** Groups that the exact tier has linked, or a key of the left group found on the right record. */
  | { use: 'linked-group' };

/** How training is run. */
export interface TrainingSettings {
  /** Records a side in the random cross-product that estimates P(level | different people) without an exact tier. Default 800. */
  randomSample?: number;
  /** Largest number of EM rounds. Default 40. */
  maxRounds?: number;
  /** EM stops when no parameter moves by more than this. Default 2e-3. */
  tolerance?: number;
}
