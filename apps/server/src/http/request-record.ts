import { isAudited } from '@jangkau/access';
import type { Route } from '@jangkau/contracts';
import { maskNumbersIn } from '@jangkau/kernel';
import { type AuditEntry, AuditLog, type Database, type Db, type Origin, type Scope } from '@jangkau/store';
import type { FastifyRequest } from 'fastify';

/** What a handler adds to the audit entry of its request. */
export type RecordNote = Pick<AuditEntry, 'subject' | 'area' | 'purpose' | 'detail'>;

/** Where a request came from. */
export function originOf(request: FastifyRequest): Origin {
  return { requestId: request.id, address: request.ip };
}

/**
 * The audit entry of one request. What was asked for is taken from the address and the filters; a handler
 * may say more. What people typed to search is not kept, only that they did.
 */
export class RequestRecord {
  readonly #database: Database;
  readonly #scope: Scope;
  readonly #route: Route;
  readonly #asked: Pick<AuditEntry, 'subject' | 'area' | 'detail'>;
  #note: RecordNote = {};
  #written = false;

  constructor(database: Database, scope: Scope, route: Route, request: FastifyRequest) {
    this.#database = database;
    this.#scope = scope;
    this.#route = route;
    const filter = withoutSearch({ ...(request.query as object), ...pagedBody(route, request.body) });
    const area = [filter.area, filter.parent, filter.under].find((code) => typeof code === 'string');
    const keys = Object.values((request.params as Record<string, unknown>) ?? {});
    this.#asked = {
      subject: keys.length === 0 ? undefined : { kind: route.tag, key: keys.map(harmless).join('/') },
      area: area as string | undefined,
      detail: Object.keys(filter).length === 0 ? undefined : filter,
    };
  }

  note(note: RecordNote): void {
    const purpose = note.purpose === undefined ? {} : { purpose: harmless(note.purpose) };
    this.#note = { ...this.#note, ...note, ...purpose };
  }

  /** Writes the entry of what was done, once, in the transaction it was done in. */
  async done(db: Db): Promise<void> {
    const { action, recordsItself } = this.#route;
    if (recordsItself || this.#written || action === undefined || !isAudited(action)) return;
    this.#written = true;
    const entry = { ...this.#asked, ...this.#note };
    const outside = typeof entry.area === 'string' && !this.#scope.covers(entry.area);
    await AuditLog.add(db, this.#scope, { action, ...entry, outcome: outside ? 'denied' : 'done' });
  }

  /** Writes that it was asked for and not given. */
  async denied(code: string): Promise<void> {
    const { action } = this.#route;
    if (action === undefined) return;
    const { purpose: _purpose, ...entry } = { ...this.#asked, ...this.#note };
    const detail = { ...entry.detail, refused: code };
    await this.#database.as(this.#scope, (db) =>
      AuditLog.add(db, this.#scope, { action, ...entry, detail, outcome: 'denied' }),
    );
  }
}

// A search in a body has the filters of a list; any other body is somebody's data.
function pagedBody(route: Route, body: unknown): object {
  const shape = (route.body as { shape?: object } | undefined)?.shape;
  return shape && 'cursor' in shape ? (body as object) : {};
}

function withoutSearch(filter: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || name === 'limit' || name === 'purpose') continue;
    if (name === 'search') kept.searched = Object.keys(value as object)[0];
    else if (name === 'q') kept.searched = /\d/.test(String(value)) ? 'number' : 'words';
    else if (name === 'cursor') kept.further = true;
    else kept[name] = typeof value === 'string' ? harmless(value) : value;
  }
  return kept;
}

/** Without what could be the number of a person, and without what the database cannot hold. */
function harmless(value: unknown): string {
  return maskNumbersIn(
    String(value)
      .toWellFormed()
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, 200),
  );
}
