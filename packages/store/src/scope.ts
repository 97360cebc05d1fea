import type { Reach } from '@jangkau/access';
import { type RawBuilder, sql } from 'kysely';

/** Where a request came from, for the audit. */
export interface Origin {
  requestId?: string | undefined;
  address?: string | undefined;
}

interface ScopeParts {
  username: string;
  roles?: readonly string[];
  areas?: readonly string[] | undefined;
  tokenHash?: Buffer | undefined;
  origin?: Origin;
  isSystem?: boolean;
  isMember?: boolean;
}

/**
 * Who is behind a piece of work and what they may see. The database enforces it by row security, from the
 * session alone; repositories say it again through `within`, so that the planner finds its way.
 */
export class Scope {
  readonly username: string;
  /** Roles that allow what is being done. */
  readonly roles: readonly string[];
  /** Codes of the areas that may be seen; undefined: all of them. */
  readonly areas: readonly string[] | undefined;
  /** SHA-256 of the session's token; undefined: no session, and the database shows nobody. */
  readonly tokenHash: Buffer | undefined;
  readonly origin: Origin;
  /** The work of the server itself, such as mapping. */
  readonly isSystem: boolean;
  /** A member with their own data: the database shows the family of the session. */
  readonly isMember: boolean;

  private constructor(parts: ScopeParts) {
    this.username = parts.username;
    this.roles = parts.roles ?? [];
    this.areas = parts.areas;
    this.tokenHash = parts.tokenHash;
    this.origin = parts.origin ?? {};
    this.isSystem = parts.isSystem ?? false;
    this.isMember = parts.isMember ?? false;
  }

  /** Of a session, as far as its roles reach for what is being done. */
  static of(parts: {
    username: string;
    reach: Pick<Reach, 'roles' | 'whole' | 'areas'> | undefined;
    tokenHash: Buffer;
    origin?: Origin;
  }): Scope {
    const { reach, ...rest } = parts;
    return new Scope({
      ...rest,
      roles: reach?.roles ?? [],
      areas: reach?.whole ? undefined : (reach?.areas ?? []),
    });
  }

  /** Nobody: sees nothing. */
  static nobody(origin: Origin = {}): Scope {
    return new Scope({ username: '', areas: [], origin });
  }

  /** Somebody at the gate: recognised, but with no rights yet. For the audit only. */
  static gate(username: string, origin: Origin): Scope {
    return new Scope({ username, areas: [], origin });
  }

  /** A member who is signed in. */
  static member(parts: { memberId: number; tokenHash: Buffer; origin?: Origin }): Scope {
    const { memberId, ...rest } = parts;
    return new Scope({ ...rest, username: `member ${memberId}`, areas: [], isMember: true });
  }

  /** The work of the server itself, such as mapping. */
  static system(): Scope {
    return new Scope({ username: 'sistem', roles: ['sistem'], isSystem: true });
  }

  /**
   * SQL condition: the area code in `column` may be seen, in `banjar` where the table has it. Records without
   * a village only by a branch.
   */
  within(column: RawBuilder<unknown>, banjar?: RawBuilder<unknown>): RawBuilder<boolean> {
    if (this.areas === undefined) return sql`true`;
    const parts = this.areas.flatMap((area) => {
      const [village = '', name] = splitBanjar(area);
      if (name === undefined) return [inArea(column, village)];
      return banjar ? [sql<boolean>`(${column} = ${village} AND ${banjar} = ${name})`] : [];
    });
    return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` OR `)})`;
  }

  /** True when a record of this village and banjar may be seen; one without a village only by a branch. */
  coversRecord(area: string | null, banjar: string | null = null): boolean {
    if (this.areas === undefined) return true;
    return area !== null && (this.covers(area) || this.areas.includes(`${area}/${banjar}`));
  }

  /** True when the area lies in what may be seen. */
  covers(area: string): boolean {
    return this.areas === undefined || this.areas.some((own) => area === own || area.startsWith(`${own}.`));
  }
}

/** Village and banjar of the code of a banjar (village/name); only the area for any other. */
function splitBanjar(code: string): [string, string?] {
  const at = code.indexOf('/');
  return at < 0 ? [code] : [code.slice(0, at), code.slice(at + 1)];
}

/**
 * SQL condition: the area code in `column` is `area` or lies in it. A range, so that an index in C
 * collation serves it: '/' is the character after '.'.
 */
export function inArea(column: RawBuilder<unknown>, area: string): RawBuilder<boolean> {
  if (area.length === 13) return sql`${column} = ${area}`;
  return sql`(${column} >= ${area} AND ${column} < ${`${area}/`})`;
}
