import { type Link, linkHash, noHash, type SealedEntry } from './audit-hash.ts';

/** When links are made. */
export interface Clock {
  /** YYYY-MM-DD, UTC. */
  day: string;
  /** Microseconds since 1970. */
  now: string;
}

/**
 * Links for entries in this order, behind the last link there is. A day begins at 1 with the last hash of the
 * day before; a clock that was set back does not open an earlier day again.
 */
export function chainLinks(last: Link | undefined, entries: readonly SealedEntry[], clock: Clock): Link[] {
  const links: Link[] = [];
  let before = last;
  for (const entry of entries) {
    const day: string = before && before.day > clock.day ? before.day : clock.day;
    const place = {
      day,
      seq: before?.day === day ? before.seq + 1 : 1,
      entryId: entry.id,
      previousHash: before?.hash ?? noHash,
      sealedAt: clock.now,
    };
    before = { ...place, hash: linkHash(place, entry) };
    links.push(before);
  }
  return links;
}
