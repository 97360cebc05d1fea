import { LinkFailure } from '../link/link-failure.ts';
import type { SyncServer } from '../link/sync-server.ts';
import { type PackManifest, sha256 } from './pack-manifest.ts';

/** Where a device keeps a pack while it arrives. What a method did is durable when it resolves. */
export interface PackStore {
  /** The pack that is on its way, and how much of it is here. */
  arriving(): Promise<{ manifest: PackManifest; received: number } | undefined>;
  /** Forgets what was on its way and begins this one. */
  begin(manifest: PackManifest): Promise<void>;
  /** Adds bytes that follow those that are here. */
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Keeps the first `length` bytes only. */
  cut(length: number): Promise<void>;
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Puts the finished pack in the place of the one shown until now, in one step: what it holds, and the
   * cursor and edition of its manifest.
   */
  show(manifest: PackManifest, content: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** A chunk that arrives damaged so often is not the fault of the link. */
const mostDamaged = 5;

/**
 * Fetches the pack and shows it when it is whole. A transfer that was cut goes on at the byte it was cut at,
 * also in another run of the program; a damaged chunk is fetched again. `onProgress` is told a share of 1.
 * @throws LinkFailure; what has arrived stays
 */
export async function downloadPack(
  store: PackStore,
  server: SyncServer,
  onProgress: (share: number) => void = () => undefined,
): Promise<PackManifest> {
  const manifest = await server.packManifest();
  const arriving = await store.arriving();
  let received = arriving?.manifest.sha256 === manifest.sha256 ? arriving.received : 0;
  if (received === 0) await store.begin(manifest);
  const chunkEnd = (at: number) =>
    Math.min((Math.floor(at / manifest.chunkBytes) + 1) * manifest.chunkBytes, manifest.bytes);
  let damaged = 0;
  while (received < manifest.bytes) {
    const startedAt = received;
    let again = false;
    for await (const piece of server.packBytes(manifest, received)) {
      let rest = piece;
      let sound = true;
      while (rest.length > 0 && received < manifest.bytes) {
        const end = chunkEnd(received);
        const bytes = rest.slice(0, end - received);
        rest = rest.subarray(bytes.length);
        await store.append(bytes);
        received += bytes.length;
        if (received < end) continue;
        sound = await isSound(store, manifest, end);
        if (!sound) break;
      }
      onProgress(received / manifest.bytes);
      if (sound) continue;
      received = Math.floor((received - 1) / manifest.chunkBytes) * manifest.chunkBytes;
      await store.cut(received);
      if (++damaged > mostDamaged) throw new LinkFailure('refused', 'the pack arrives damaged');
      again = true;
      break;
    }
    if (received === startedAt && !again) throw new LinkFailure('lost', 'the pack ends too soon');
  }
  const content = await store.read(0, manifest.bytes);
  if ((await sha256(content)) !== manifest.sha256) {
    await store.cut(0);
    throw new LinkFailure('lost', 'the pack is not what was announced');
  }
  await store.show(manifest, content);
  return manifest;
}

async function isSound(store: PackStore, manifest: PackManifest, end: number): Promise<boolean> {
  const index = Math.floor((end - 1) / manifest.chunkBytes);
  const chunk = await store.read(index * manifest.chunkBytes, end);
  return (await sha256(chunk)) === manifest.chunks[index];
}
