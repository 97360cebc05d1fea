import { PushedEvent } from '@jangkau/contracts';
import type { Scope } from '@jangkau/store';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { keepAttachment } from './keep-attachment.ts';
import { takeEvents } from './take-events.ts';

const Item = z.union([
  z.object({ kind: z.literal('event'), event: PushedEvent }),
  z.object({
    kind: z.literal('attachment'),
    head: z.object({ sha256: z.string(), stream: z.string(), type: z.string() }),
    bytes: z.base64(),
  }),
]);

/**
 * Reads what devices of this person handed over before they forgot everything, now that the person has signed in
 * again: facts first, then what was photographed. What others said meanwhile stays beside it. Items that cannot
 * be taken in stay where they are.
 */
export async function takeRescued(services: Services, scope: Scope): Promise<number> {
  const { devices, sealKeys, database } = services;
  const waiting = await devices.rescuedOf(scope.username);
  const opened = await Promise.all(
    waiting.map(async (item) => {
      const plain = await sealKeys.open(Uint8Array.from(item.sealed)).catch(() => undefined);
      const read = plain && Item.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
      return { item, what: read?.data };
    }),
  );
  const done: typeof waiting = [];
  for (const { item, what } of opened) {
    if (what?.kind !== 'event') continue;
    const { device_id } = item;
    const [first] = await takeEvents(database, scope, device_id, [what.event], 'id');
    let outcome = first?.outcome;
    if (first?.outcome === 'conflict') {
      // Nobody holds the phone any more who could decide: both sides stay.
      const base = Math.max(...first.since.map(({ version }) => version));
      const [again] = await takeEvents(database, scope, device_id, [{ ...what.event, base }], 'id');
      outcome = again?.outcome;
    }
    if (outcome === 'accepted' || outcome === 'duplicate') done.push(item);
  }
  for (const { item, what } of opened) {
    if (what?.kind !== 'attachment') continue;
    const bytes = Buffer.from(what.bytes, 'base64');
    const file = { ...what.head, bytes };
    if (await database.as(scope, (db) => keepAttachment(db, scope, services.box, file)).catch(() => false))
      done.push(item);
  }
  await devices.applied(done);
  return done.length;
}
