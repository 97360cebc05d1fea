import {
  type AttachmentHead,
  type DeviceStore,
  type HeldOnDevice,
  type KeptEvent,
  type PackManifest,
  type PackStore,
  type PushResult,
  type SyncEvent,
  seal,
  sha256,
} from '@jangkau/sync';
import { type Bytes, fillRandom, toBase64, toJsonBytes } from './bytes.ts';
import type { Enrolment } from './enrolment.ts';
import type { Change, Store } from './open-store.ts';
import type { Vault } from './vault.ts';

/** A row of the outbox: readable with the PIN, and sealed for the server in case the PIN is never given again. */
interface QueuedRow {
  own: Bytes;
  sealed: Bytes;
}

interface FileRow extends QueuedRow {
  head: Bytes;
}

/** An event that waits, and why when it does not just wait for a connection. */
export interface Queued {
  event: SyncEvent;
  result: Exclude<PushResult, { outcome: 'accepted' | 'duplicate' }> | null;
}

/** A photograph or signature made on this phone. */
export interface NewFile {
  bytes: Bytes;
  type: string;
  stream: string;
}

interface ArrivingPack {
  manifest: PackManifest;
  received: number;
  parts: { from: number; length: number }[];
}

interface ShownPack {
  edition: string;
  cursor: string;
}

/** What the phone keeps of its work, encrypted. */
export class FieldStore implements DeviceStore {
  readonly #store: Store;
  readonly #vault: Vault;
  readonly #enrolment: Enrolment;

  constructor(store: Store, vault: Vault, enrolment: Enrolment) {
    this.#store = store;
    this.#vault = vault;
    this.#enrolment = enrolment;
  }

  /** Content of the pack, as text; undefined before the first is whole. */
  async packText(): Promise<string | undefined> {
    const sealed = await this.#store.get<Bytes>('meta', 'pack');
    if (!sealed) return undefined;
    const plain = new Blob([await this.#vault.decrypt(sealed, 'pack')]).stream();
    return new Response(plain.pipeThrough(new DecompressionStream('gzip'))).text();
  }

  /** Events that came after the pack. */
  async events(): Promise<KeptEvent[]> {
    const rows = await this.#store.all<Bytes>('events');
    return Promise.all(rows.map(([id, row]) => this.#vault.decryptJson<KeptEvent>(row, `event ${id}`)));
  }

  async queue(): Promise<Queued[]> {
    const rows = await this.#store.all<QueuedRow>('outbox');
    return Promise.all(rows.map(([id, row]) => this.#vault.decryptJson<Queued>(row.own, `outbox ${id}`)));
  }

  /** Keeps new events with their files, and forgets the draft they come from: all of it or nothing. */
  async add(events: readonly SyncEvent[], files: readonly NewFile[], draft?: string): Promise<void> {
    const changes: Change[] = draft === undefined ? [] : [{ remove: 'drafts', key: draft }];
    for (const event of events)
      changes.push({ put: 'outbox', key: event.id, value: await this.#queuedRow({ event, result: null }) });
    for (const { bytes, type, stream } of files) {
      const head: AttachmentHead = { sha256: await sha256(bytes), stream, size: bytes.length, type };
      const item = { kind: 'attachment', head, bytes: toBase64(bytes) };
      const row: FileRow = {
        head: await this.#vault.encryptJson(head, `head ${head.sha256}`),
        own: await this.#vault.encrypt(bytes, `file ${head.sha256}`),
        sealed: await seal(toJsonBytes(item), this.#enrolment.serverKey, fillRandom),
      };
      changes.push({ put: 'files', key: head.sha256, value: row });
    }
    await this.#store.write(changes);
  }

  /** Sends events again that were in conflict, by the version known now, with what a person decided about them. */
  async settleConflict(again: readonly SyncEvent[], decision: SyncEvent): Promise<void> {
    const changes: Change[] = [];
    for (const event of [...again, decision])
      changes.push({ put: 'outbox', key: event.id, value: await this.#queuedRow({ event, result: null }) });
    await this.#store.write(changes);
  }

  async waiting(limit: number): Promise<SyncEvent[]> {
    const open = (await this.queue()).filter(({ result }) => result === null);
    return open.slice(0, limit).map(({ event }) => event);
  }

  async held(): Promise<HeldOnDevice> {
    const queue = await this.queue();
    const undecided = queue.filter(({ result }) => result !== null).length;
    const oldestAt = queue.map(({ event }) => event.at).sort()[0] ?? null;
    return { waiting: queue.length - undecided, undecided, oldestAt };
  }

  async settle(results: readonly PushResult[]): Promise<void> {
    const changes: Change[] = [];
    const queued = new Map((await this.queue()).map((item) => [item.event.id, item.event]));
    for (const result of results) {
      const event = queued.get(result.id);
      if (!event) continue;
      if (result.outcome === 'accepted' || result.outcome === 'duplicate') {
        const { username: by, device } = this.#enrolment;
        const kept: KeptEvent = { ...event, version: result.version, by, device };
        changes.push({ remove: 'outbox', key: event.id }, await this.#keptRow(kept));
        continue;
      }
      changes.push({
        put: 'outbox',
        key: event.id,
        value: await this.#queuedRow({ event, result: result as Queued['result'] }),
      });
    }
    await this.#store.write(changes);
  }

  async cursor(): Promise<string | undefined> {
    return (await this.#store.get<ShownPack>('meta', 'shown'))?.cursor;
  }

  async edition(): Promise<string | undefined> {
    return (await this.#store.get<ShownPack>('meta', 'shown'))?.edition;
  }

  async receive(events: readonly KeptEvent[], cursor: string): Promise<void> {
    const shown = await this.#store.get<ShownPack>('meta', 'shown');
    const changes: Change[] = await Promise.all(events.map((event) => this.#keptRow(event)));
    changes.push({ put: 'meta', key: 'shown', value: { edition: shown?.edition ?? '', cursor } });
    await this.#store.write(changes);
  }

  readonly pack: PackStore = {
    arriving: () => this.#store.get<ArrivingPack>('meta', 'arriving'),
    begin: (manifest) =>
      this.#store.write([
        { clear: 'parts' },
        { put: 'meta', key: 'arriving', value: { manifest, received: 0, parts: [] } satisfies ArrivingPack },
      ]),
    append: async (bytes) => {
      const arriving = await this.#arriving();
      const from = arriving.received;
      const next: ArrivingPack = {
        ...arriving,
        received: from + bytes.length,
        parts: [...arriving.parts, { from, length: bytes.length }],
      };
      await this.#store.write([
        { put: 'parts', key: from, value: await this.#vault.encrypt(bytes, `part ${from}`) },
        { put: 'meta', key: 'arriving', value: next },
      ]);
    },
    cut: async (length) => {
      const arriving = await this.#arriving();
      const kept = await this.pack.read(0, length);
      const next: ArrivingPack = {
        ...arriving,
        received: length,
        parts: length === 0 ? [] : [{ from: 0, length }],
      };
      const changes: Change[] = [{ clear: 'parts' }, { put: 'meta', key: 'arriving', value: next }];
      if (length > 0)
        changes.push({ put: 'parts', key: 0, value: await this.#vault.encrypt(kept, 'part 0') });
      await this.#store.write(changes);
    },
    read: async (from, to) => {
      const { parts } = await this.#arriving();
      const bytes = new Uint8Array(to - from);
      for (const part of parts) {
        if (part.from + part.length <= from || part.from >= to) continue;
        const sealed = await this.#store.get<Bytes>('parts', part.from);
        if (!sealed) throw new Error('a part of the pack is missing');
        const plain = await this.#vault.decrypt(sealed, `part ${part.from}`);
        const first = Math.max(from, part.from);
        const last = Math.min(to, part.from + part.length);
        bytes.set(plain.subarray(first - part.from, last - part.from), first - from);
      }
      return bytes;
    },
    show: async (manifest, content) => {
      const { edition, cursor } = manifest;
      await this.#store.write([
        { put: 'meta', key: 'pack', value: await this.#vault.encrypt(content, 'pack') },
        { put: 'meta', key: 'shown', value: { edition, cursor } satisfies ShownPack },
        { remove: 'meta', key: 'arriving' },
        { clear: 'parts' },
        // What came after the old pack is in the new one.
        { clear: 'events' },
      ]);
    },
  };

  async attachments(): Promise<AttachmentHead[]> {
    const rows = await this.#store.all<FileRow>('files');
    return Promise.all(
      rows.map(([key, row]) => this.#vault.decryptJson<AttachmentHead>(row.head, `head ${key}`)),
    );
  }

  async readAttachment(head: AttachmentHead, from: number, to: number): Promise<Uint8Array> {
    const row = await this.#store.get<FileRow>('files', head.sha256);
    if (!row) throw new Error('the file is gone');
    return (await this.#vault.decrypt(row.own, `file ${head.sha256}`)).subarray(from, to);
  }

  attachmentSent(head: AttachmentHead): Promise<void> {
    return this.#store.write([{ remove: 'files', key: head.sha256 }]);
  }

  async draft<T>(key: string): Promise<T | undefined> {
    const row = await this.#store.get<Bytes>('drafts', key);
    return row && this.#vault.decryptJson<T>(row, `draft ${key}`);
  }

  async saveDraft(key: string, value: unknown): Promise<void> {
    const row = await this.#vault.encryptJson(value, `draft ${key}`);
    await this.#store.write([{ put: 'drafts', key, value: row }]);
  }

  dropDraft(key: string): Promise<void> {
    return this.#store.write([{ remove: 'drafts', key }]);
  }

  async draftKeys(): Promise<string[]> {
    return (await this.#store.all('drafts')).map(([key]) => key);
  }

  async #arriving(): Promise<ArrivingPack> {
    const arriving = await this.#store.get<ArrivingPack>('meta', 'arriving');
    if (!arriving) throw new Error('no pack was begun');
    return arriving;
  }

  async #keptRow(event: KeptEvent): Promise<Change> {
    const row = await this.#vault.encryptJson(event, `event ${event.id}`);
    return { put: 'events', key: event.id, value: row };
  }

  async #queuedRow(item: Queued): Promise<QueuedRow> {
    return {
      own: await this.#vault.encryptJson(item, `outbox ${item.event.id}`),
      sealed: await seal(
        toJsonBytes({ kind: 'event', event: item.event }),
        this.#enrolment.serverKey,
        fillRandom,
      ),
    };
  }
}
