import type { KeptEvent, SyncEvent } from '../events/sync-event.ts';
import type { AttachmentHead, HeldOnDevice, PushResult, SyncServer } from '../link/sync-server.ts';
import { describePack, type PackManifest, sha256 } from '../pack/pack-manifest.ts';

/**
 * The least a server has to do, in memory: each event once, versions by stream, conflicts with other devices,
 * one place for each area. What devices are tested against when no real server runs.
 */
export class ModelServer {
  readonly events: (KeptEvent & { area: string })[] = [];
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** What each device said last of what waits on it. */
  readonly told = new Map<string, HeldOnDevice>();
  readonly #parts = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #areaOf: (stream: string) => string;

  constructor(areaOf: (stream: string) => string) {
    this.#areaOf = areaOf;
  }

  /** The server as this device of this area sees it. */
  for(device: string, area: string): SyncServer {
    const own = () => this.events.filter((event) => event.area === area);
    const pack = async () => {
      const text = JSON.stringify(own().map(({ area: _, ...event }) => event));
      const content = new TextEncoder().encode(text);
      return { content, cursor: String(this.events.length) };
    };
    let offered: { manifest: PackManifest; content: Uint8Array<ArrayBuffer> } | undefined;
    return {
      tell: async (held) => {
        this.told.set(device, held);
      },
      push: async (events) => events.map((event) => this.#keep(event, device, area)),
      pull: async (cursor) => {
        const from = Number(cursor ?? 0);
        const page = this.events.slice(from, from + 20);
        return {
          events: page.filter((event) => event.area === area).map(({ area: _, ...event }) => event),
          cursor: String(from + page.length),
          more: from + page.length < this.events.length,
          edition: 'one',
        };
      },
      packManifest: async () => {
        const { content, cursor } = await pack();
        offered ??= {
          content,
          manifest: await describePack(content, { edition: 'one', cursor, chunkBytes: 512 }),
        };
        return offered.manifest;
      },
      packBytes: async function* (_manifest, from) {
        const content = offered?.content ?? new Uint8Array();
        for (let at = from; at < content.length; at += 200) yield content.subarray(at, at + 200);
      },
      attachmentReceived: async (head) => this.#received(head),
      attachmentPart: async (head, from, bytes) => {
        const held = this.#received(head);
        if (from !== held) return held;
        const joined = new Uint8Array(held + bytes.length);
        joined.set(this.#parts.get(head.sha256) ?? []);
        joined.set(bytes, held);
        this.#parts.set(head.sha256, joined);
        if (joined.length === head.size && (await sha256(joined)) === head.sha256)
          this.files.set(head.sha256, joined);
        return joined.length;
      },
    };
  }

  #received({ sha256 }: AttachmentHead): number {
    return this.#parts.get(sha256)?.length ?? 0;
  }

  #keep(event: SyncEvent, device: string, area: string): PushResult {
    const found = this.events.find(({ id }) => id === event.id);
    if (found) return { id: event.id, outcome: 'duplicate', version: found.version };
    if (this.#areaOf(event.stream) !== area)
      return { id: event.id, outcome: 'refused', problem: { code: 'out-of-scope', message: '' } };
    const stream = this.events.filter((kept) => kept.stream === event.stream);
    const since = stream.filter((kept) => kept.version > event.base && kept.device !== device);
    if (since.length > 0) return { id: event.id, outcome: 'conflict', since };
    const version = stream.length + 1;
    this.events.push({ ...event, area, version, by: device, device });
    return { id: event.id, outcome: 'accepted', version };
  }
}
