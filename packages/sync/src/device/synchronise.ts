import { uploadAttachment } from '../attachments/upload-attachment.ts';
import type { SyncEvent } from '../events/sync-event.ts';
import { LinkFailure } from '../link/link-failure.ts';
import type { SyncServer } from '../link/sync-server.ts';
import { downloadPack } from '../pack/download-pack.ts';
import type { DeviceStore } from './device-store.ts';

/** What a synchronisation did. */
export interface SyncReport {
  accepted: number;
  duplicates: number;
  conflicts: number;
  refused: number;
  pulled: number;
  attachments: number;
  newPack: boolean;
}

/** Events in one request, and how many characters they may have together. */
const batchEvents = 50;
const batchCharacters = 400_000;

/**
 * Brings device and server to know the same: sends what waits, fetches what is new, a new pack when there is
 * one, and sends attachments last because they are the largest. May be cut anywhere and repeated. One at a
 * time on a device.
 * @throws LinkFailure; everything done so far stays
 */
export async function synchronise(
  device: DeviceStore,
  server: SyncServer,
  onProgress: (what: 'sending' | 'fetching' | 'pack' | 'attachments', share: number) => void = () =>
    undefined,
): Promise<SyncReport> {
  const report: SyncReport = {
    accepted: 0,
    duplicates: 0,
    conflicts: 0,
    refused: 0,
    pulled: 0,
    attachments: 0,
    newPack: false,
  };
  onProgress('sending', 0);
  // Said before as well as after: a link that breaks in between leaves the truth behind.
  const before = await device.held();
  await server.tell(before);
  for (;;) {
    const batch = firstBatch(await device.waiting(batchEvents));
    if (batch.length === 0) break;
    const results = await server.push(batch);
    const answered = new Set(results.map(({ id }) => id));
    if (batch.some(({ id }) => !answered.has(id)))
      throw new LinkFailure('lost', 'an event got no answer; it is sent again');
    await device.settle(results);
    for (const { outcome } of results) {
      if (outcome === 'accepted') report.accepted++;
      else if (outcome === 'duplicate') report.duplicates++;
      else if (outcome === 'conflict') report.conflicts++;
      else report.refused++;
    }
  }
  const after = await device.held();
  if (after.waiting !== before.waiting || after.undecided !== before.undecided) await server.tell(after);
  const known = await device.edition();
  let edition: string | undefined;
  // Without a pack there is nothing to add to.
  for (let more = known !== undefined; more; ) {
    onProgress('fetching', 0);
    const page = await server.pull(await device.cursor());
    await device.receive(page.events, page.cursor);
    report.pulled += page.events.length;
    more = page.more;
    edition = page.edition;
  }
  if (known === undefined || edition !== known) {
    await downloadPack(device.pack, server, (share) => onProgress('pack', share));
    report.newPack = true;
  }
  const files = await device.attachments();
  for (const [i, head] of files.entries()) {
    onProgress('attachments', i / files.length);
    await uploadAttachment(head, (from, to) => device.readAttachment(head, from, to), server);
    await device.attachmentSent(head);
    report.attachments++;
  }
  return report;
}

/** As many as fit into a request, at least one. */
function firstBatch(events: readonly SyncEvent[]): SyncEvent[] {
  let characters = 0;
  const fit = events.findIndex((event, i) => {
    characters += JSON.stringify(event).length;
    return i > 0 && characters > batchCharacters;
  });
  return fit < 0 ? [...events] : events.slice(0, fit);
}
