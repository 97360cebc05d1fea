import { type RawBuilder, sql } from 'kysely';

/** A person as a register has them: of a village by its number, of the members by their key, or both. */
export interface PersonKeys {
  noPenduduk: string | null;
  nik: string | null;
  name: string;
  born: string | null;
  memberId?: number | null;
}

/**
 * SQL condition: the row of resident_result (or its alias) is this person's. A number alone is not enough: a NIK
 * may have been typed for somebody else, and a village that numbers its rows gives the number to others in
 * its next file. The name or the birth date has to agree too.
 */
export function isPerson(person: PersonKeys, alias = 'resident_result'): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`((${column('no_penduduk')} = ${person.noPenduduk} OR ${column('nik')} = ${person.nik}::bigint)
    AND (${column('born')} = ${person.born}::date OR ${column('name')} = ${person.name}))`;
}
