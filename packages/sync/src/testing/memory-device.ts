import type { DeviceStore } from '../device/device-store.ts';
import type { KeptEvent, SyncEvent } from '../events/sync-event.ts';
import type { AttachmentHead, HeldOnDevice, PushResult } from '../link/sync-server.ts';
import type { PackStore } from '../pack/download-pack.ts';
import type { PackManifest } from '../pack/pack-manifest.ts';

/** A device without a disk: what a method did is there at once, as the real store promises it. */
export class MemoryDevice implements DeviceStore {
  readonly queue = new Map<string, { event: SyncEvent; result?: PushResult }>();
  readonly kept = new Map<string, KeptEvent>();
  readonly files = new Map<string, { head: AttachmentHead; bytes: Uint8Array }>();
  /** Content of the pack that is shown. */
  shown: Uint8Array | undefined;
  #cursor: string | undefined;
  #edition: string | undefined;
  #arriving: { manifest: PackManifest; bytes: Uint8Array<ArrayBuffer> } | undefined;
  readonly #readPack: (content: Uint8Array<ArrayBuffer>) => readonly KeptEvent[];

  /** `readPack` takes the events out of a pack. */
  constructor(readPack: (content: Uint8Array<ArrayBuffer>) => readonly KeptEvent[] = () => []) {
    this.#readPack = readPack;
  }

  /** Makes an event: it is safe from now on. */
  add(event: SyncEvent): void {
    this.queue.set(event.id, { event });
  }

  /** The version of a stream as far as this device knows it. */
  versionOf(stream: string): number {
    return Math.max(0, ...[...this.kept.values()].filter((e) => e.stream === stream).map((e) => e.version));
  }

  /** Everything this device knows to have happened: what the server has and what waits. */
  events(): SyncEvent[] {
    const own = [...this.queue.values()].map(({ event }) => event).filter(({ id }) => !this.kept.has(id));
    return [...this.kept.values(), ...own];
  }

  /** Events in conflict, with what others said. */
  conflicts(): { event: SyncEvent; since: KeptEvent[] }[] {
    return [...this.queue.values()].flatMap(({ event, result }) =>
      result?.outcome === 'conflict' ? [{ event, since: result.since }] : [],
    );
  }

  async waiting(limit: number): Promise<SyncEvent[]> {
    const open = [...this.queue.values()].filter(({ result }) => result === undefined);
    return open.slice(0, limit).map(({ event }) => event);
  }

  async held(): Promise<HeldOnDevice> {
    const all = [...this.queue.values()];
    const undecided = all.filter(({ result }) => result !== undefined).length;
    const oldestAt = all.map(({ event }) => event.at).sort()[0] ?? null;
    return { waiting: all.length - undecided, undecided, oldestAt };
  }

  async settle(results: readonly PushResult[]): Promise<void> {
    for (const result of results) {
      const queued = this.queue.get(result.id);
      if (!queued) continue;
      if (result.outcome === 'accepted' || result.outcome === 'duplicate') {
        this.queue.delete(result.id);
        if (!this.kept.has(result.id))
          this.kept.set(result.id, { ...queued.event, version: result.version, by: '', device: null });
      } else this.queue.set(result.id, { ...queued, result });
    }
  }

  async cursor(): Promise<string | undefined> {
    return this.#cursor;
  }

  async receive(events: readonly KeptEvent[], cursor: string): Promise<void> {
    for (const event of events) this.kept.set(event.id, event);
    this.#cursor = cursor;
  }

  async edition(): Promise<string | undefined> {
    return this.#edition;
  }

  readonly pack: PackStore = {
    arriving: async () =>
      this.#arriving && { manifest: this.#arriving.manifest, received: this.#arriving.bytes.length },
    begin: async (manifest) => {
      this.#arriving = { manifest, bytes: new Uint8Array() };
    },
    append: async (bytes) => {
      if (!this.#arriving) throw new Error('no pack was begun');
      const joined = new Uint8Array(this.#arriving.bytes.length + bytes.length);
      joined.set(this.#arriving.bytes);
      joined.set(bytes, this.#arriving.bytes.length);
      this.#arriving = { ...this.#arriving, bytes: joined };
    },
    cut: async (length) => {
      if (this.#arriving)
        this.#arriving = { ...this.#arriving, bytes: this.#arriving.bytes.slice(0, length) };
    },
    read: async (from, to) => this.#arriving?.bytes.slice(from, to) ?? new Uint8Array(),
    show: async (manifest, content) => {
      this.shown = content;
      this.kept.clear();
      for (const event of this.#readPack(content)) this.kept.set(event.id, event);
      this.#cursor = manifest.cursor;
      this.#edition = manifest.edition;
      this.#arriving = undefined;
    },
  };

  async attachments(): Promise<AttachmentHead[]> {
    return [...this.files.values()].map(({ head }) => head);
  }

  async readAttachment(head: AttachmentHead, from: number, to: number): Promise<Uint8Array> {
    return this.files.get(head.sha256)?.bytes.slice(from, to) ?? new Uint8Array();
  }

  async attachmentSent(head: AttachmentHead): Promise<void> {
    this.files.delete(head.sha256);
  }
}
