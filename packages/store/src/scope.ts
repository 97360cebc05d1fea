import { type RawBuilder, sql } from 'kysely';

/**
 * What the person behind a request may see. Every repository method that reads people or figures takes it
 * first and applies it through `within`: one place, which row-level security can take over.
 */
export class Scope {
  readonly officer: string;
  /** Codes of the areas that may be seen; undefined: all of them. */
  readonly areas: readonly string[] | undefined;

  private constructor(officer: string, areas: readonly string[] | undefined) {
    this.officer = officer;
    this.areas = areas;
  }

  /** Everything of the branch. */
  static branch(officer: string): Scope {
    return new Scope(officer, undefined);
  }

  /** Only these areas and what lies in them; an empty list sees nobody. */
  static areas(officer: string, areas: readonly string[]): Scope {
    return new Scope(officer, areas);
  }

  /** The work of the server itself, such as mapping. */
  static system(): Scope {
    return new Scope('sistem', undefined);
  }

  /** SQL condition: the area code in `column` may be seen. Records without a village only by a branch. */
  within(column: RawBuilder<unknown>): RawBuilder<boolean> {
    if (this.areas === undefined) return sql`true`;
    if (this.areas.length === 0) return sql`false`;
    return sql`(${sql.join(
      this.areas.map((area) => inArea(column, area)),
      sql` OR `,
    )})`;
  }

  /** True when a record of this area may be seen; one without an area only by a branch. */
  coversRecord(area: string | null): boolean {
    return this.areas === undefined || (area !== null && this.covers(area));
  }

  /** True when the area lies in what may be seen. */
  covers(area: string): boolean {
    return this.areas === undefined || this.areas.some((own) => area === own || area.startsWith(`${own}.`));
  }
}

/**
 * SQL condition: the area code in `column` is `area` or lies in it. A range, so that an index in C
 * collation serves it: '/' is the character after '.'.
 */
export function inArea(column: RawBuilder<unknown>, area: string): RawBuilder<boolean> {
  if (area.length === 13) return sql`${column} = ${area}`;
  return sql`(${column} >= ${area} AND ${column} < ${`${area}/`})`;
}
