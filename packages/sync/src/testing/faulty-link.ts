import type { SyncEvent } from '../events/sync-event.ts';
import { LinkFailure } from '../link/link-failure.ts';
import type { SyncServer } from '../link/sync-server.ts';

/** How often each thing goes wrong, 0 to 1. */
export interface LinkFaults {
  /** The request does not arrive. */
  lost: number;
  /** It arrives and is worked on; the answer does not come back. */
  unanswered: number;
  /** It arrives twice. */
  doubled: number;
  /** An old batch arrives once more, later. */
  replayed: number;
  /** Events of a batch arrive in another order. */
  shuffled: number;
  /** Per piece: the transfer of a pack ends in the middle of it. */
  cut: number;
}

/** A bad link in front of a server. */
export function faultyLink(server: SyncServer, faults: LinkFaults, chance: () => number): SyncServer {
  const sent: (readonly SyncEvent[])[] = [];
  const fault = (share: number) => chance() < share;
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    if (fault(faults.lost)) throw new LinkFailure('lost', 'the request was lost');
    if (fault(faults.doubled)) await work();
    const answer = await work();
    if (fault(faults.unanswered)) throw new LinkFailure('lost', 'the answer was lost');
    return answer;
  };
  return {
    push: async (events) => {
      const old = sent[Math.floor(chance() * sent.length)];
      if (old && fault(faults.replayed)) await server.push(old);
      sent.push(events);
      const order = fault(faults.shuffled) ? events.toSorted((a, b) => hash(a.id) - hash(b.id)) : events;
      return call(() => server.push(order));
    },
    tell: (held) => call(() => server.tell(held)),
    pull: (cursor) => call(() => server.pull(cursor)),
    packManifest: () => call(() => server.packManifest()),
    packBytes: async function* (manifest, from) {
      for await (const piece of server.packBytes(manifest, from)) {
        if (fault(faults.cut)) {
          yield piece.subarray(0, Math.floor(chance() * piece.length));
          throw new LinkFailure('lost', 'the transfer was cut');
        }
        yield piece;
      }
    },
    attachmentReceived: (head) => call(() => server.attachmentReceived(head)),
    attachmentPart: (head, from, bytes) => call(() => server.attachmentPart(head, from, bytes)),
  };
}

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0;
  return sum;
}
