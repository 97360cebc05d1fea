import type { KeptEvent, SyncEvent } from '../events/sync-event.ts';
import type { AttachmentHead, HeldOnDevice, PushResult } from '../link/sync-server.ts';
import type { PackStore } from '../pack/download-pack.ts';

/**
 * What a device keeps. A method that changes something does all of it or nothing, and it is durable when the
 * method resolves: the program may end at any moment.
 */
export interface DeviceStore {
  /** Events to be sent, oldest first. Those in conflict or refused wait for a person. */
  waiting(limit: number): Promise<SyncEvent[]>;
  /** What waits here: unsent events, and those a person has to decide about. */
  held(): Promise<HeldOnDevice>;
  /**
   * Takes over what became of sent events: kept ones leave the queue and are known by their version, the
   * others stay in it with the reason.
   */
  settle(results: readonly PushResult[]): Promise<void>;
  cursor(): Promise<string | undefined>;
  /** Takes over pulled events (again, perhaps) together with the new cursor. */
  receive(events: readonly KeptEvent[], cursor: string): Promise<void>;
  /** Edition of the pack that is shown; undefined when there is none. */
  edition(): Promise<string | undefined>;
  readonly pack: PackStore;
  /** Attachments the server does not have yet. */
  attachments(): Promise<AttachmentHead[]>;
  readAttachment(head: AttachmentHead, from: number, to: number): Promise<Uint8Array>;
  /** The server has all of it. */
  attachmentSent(head: AttachmentHead): Promise<void>;
}
