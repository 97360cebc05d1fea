import type { KeptEvent, SyncEvent } from '../events/sync-event.ts';
import type { PackManifest } from '../pack/pack-manifest.ts';

/** Why the server does not take an event. */
export interface Refusal {
  code: string;
  /** For people, in their language. */
  message: string;
}

/**
 * What became of an event that was sent.
 * accepted: kept now. duplicate: was kept before. conflict: not kept; others said something about the same
 * stream since the maker looked, `since` holds it. refused: not kept, and sending it again will not help.
 */
export type PushResult =
  | { id: string; outcome: 'accepted' | 'duplicate'; version: number }
  | { id: string; outcome: 'conflict'; since: KeptEvent[] }
  | { id: string; outcome: 'refused'; problem: Refusal };

/** What is new at the server. */
export interface PulledPage {
  events: KeptEvent[];
  /** Where to go on; kept together with the events. */
  cursor: string;
  more: boolean;
  /** Changes when the device should fetch a new pack: other people, other areas. */
  edition: string;
}

/** A file that belongs to events. */
export interface AttachmentHead {
  /** SHA-256 of its bytes, in hexadecimal digits: the same file is the same attachment. */
  sha256: string;
  stream: string;
  size: number;
  /** Media type. */
  type: string;
}

/** What waits on a device: how much and since when, nothing of its contents. */
export interface HeldOnDevice {
  /** Events the server has not had. */
  waiting: number;
  /** Events that came back, in conflict or refused: a person has to decide on the device. */
  undecided: number;
  /** ISO instant of the oldest of them; null: nothing waits. */
  oldestAt: string | null;
}

/**
 * The server as a device sees it. Every method may be repeated with the same arguments.
 * @throws LinkFailure from every method
 */
export interface SyncServer {
  /** Says what waits on the device. */
  tell(held: HeldOnDevice): Promise<void>;
  push(events: readonly SyncEvent[]): Promise<PushResult[]>;
  pull(cursor: string | undefined): Promise<PulledPage>;
  packManifest(): Promise<PackManifest>;
  /** Bytes of the pack from there to its end, as they arrive. */
  packBytes(manifest: PackManifest, from: number): AsyncIterable<Uint8Array>;
  /** How many bytes of the attachment the server has. */
  attachmentReceived(head: AttachmentHead): Promise<number>;
  /** Sends bytes that follow the `from` bytes it has; says how many it has now. */
  attachmentPart(head: AttachmentHead, from: number, bytes: Uint8Array): Promise<number>;
}
