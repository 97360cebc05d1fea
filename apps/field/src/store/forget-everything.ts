import { type Bytes, toBase64 } from './bytes.ts';
import type { Enrolment } from './enrolment.ts';
import { type Store, tables } from './open-store.ts';

export type EndReason = 'revoked' | 'wrong-pins' | 'signed-out';

/** What is handed over before everything is forgotten. */
export interface SealedItem {
  id: string;
  sealed: string;
}

/** What is left on a phone that has forgotten everything but could not hand over its queue yet. */
export interface Farewell {
  enrolment: Enrolment;
  reason: EndReason;
}

/**
 * Forgets everything on this phone that can be read, at once and without the PIN. What was not sent stays,
 * sealed for the server, until `handOver` has brought it there.
 */
export async function forgetEverything(store: Store, enrolment: Enrolment, reason: EndReason): Promise<void> {
  const sealed: [string, Bytes][] = [];
  for (const table of ['outbox', 'files'] as const)
    for (const [id, row] of await store.all<{ sealed: Bytes }>(table)) sealed.push([id, row.sealed]);
  await store.write([
    ...tables.map((table) => ({ clear: table })),
    ...sealed.map(([key, value]) => ({ put: 'outbox' as const, key, value: { sealed: value } })),
    { put: 'meta', key: 'farewell', value: { enrolment, reason } satisfies Farewell },
  ]);
}

/**
 * Brings what is left of a forgotten phone to the server. `send` throws while there is no connection: then it
 * is tried again at the next start. True when nothing is left.
 */
export async function handOver(
  store: Store,
  send: (farewell: Farewell, items: readonly SealedItem[], wiped: boolean) => Promise<void>,
): Promise<boolean> {
  const farewell = await store.get<Farewell>('meta', 'farewell');
  if (!farewell) return true;
  for (const [id, row] of await store.all<{ sealed: Bytes }>('outbox')) {
    await send(farewell, [{ id, sealed: toBase64(row.sealed) }], false);
    await store.write([{ remove: 'outbox', key: id }]);
  }
  await send(farewell, [], true);
  await store.write([{ clear: 'meta' }]);
  return true;
}

/** How much is still to be handed over; undefined when this phone has not been told to forget. */
export async function leftToHandOver(store: Store): Promise<number | undefined> {
  return (await store.get<Farewell>('meta', 'farewell')) ? store.count('outbox') : undefined;
}
