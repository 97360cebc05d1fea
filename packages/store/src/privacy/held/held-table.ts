import type { KeptGround } from '@jangkau/privacy';
import { type RawBuilder, sql } from 'kysely';
import type { FoundPerson, ResultKeys } from '../find-person.ts';

/**
 * A table that says something about a person of the registers: what of it the person gets to see, and what
 * becomes of it when the person wants to be forgotten. A test compares these with the tables there are.
 */
export interface HeldTable {
  table: string;
  /** What the person reads over these rows. */
  section: string;
  /** SQL condition: the row `t` is about this person. */
  isTheirs(person: FoundPerson): RawBuilder<boolean>;
  /** Columns handed out, with the words the person reads. */
  shown: Readonly<Record<string, string>>;
  /** Columns not handed out, and why. */
  omitted: Readonly<Record<string, string>>;
  orderBy: RawBuilder<unknown>;
  erasure: readonly Erasure[];
}

/** What an erasure does with the rows of a person. `what` is read by the person in the letter. */
export type Erasure =
  | {
      step: 'deleted';
      what: string;
      /** Only of these rows `t`. */
      only?: RawBuilder<boolean>;
    }
  | {
      step: 'emptied';
      what: string;
      /** New values by column. */
      set(requestNumber: number): Readonly<Record<string, RawBuilder<unknown>>>;
      /** Only of these rows `t`. */
      only?: RawBuilder<boolean>;
    }
  | { step: 'kept'; ground: KeptGround };

/** Reasons for leaving out a column that many tables share. */
export const internalKey = 'kunci di dalam sistem';
export const othersData = 'data orang lain';

/** SQL condition: the row `t` has one of these keys of mappings. */
export function amongKeys(keys: ResultKeys, key: string): RawBuilder<boolean> {
  return sql`(t.run_number, t.${sql.ref(key)}) IN (SELECT * FROM unnest(${keys.runs}::int[], ${keys.keys}::int[]))`;
}

/** SQL condition: the column of `t` holds one of these whole numbers. */
export function among(column: string, ids: readonly number[]): RawBuilder<boolean> {
  return sql`t.${sql.ref(column)} = ANY (${[...ids]}::int[])`;
}
