import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinkFailure } from '../link/link-failure.ts';
import type { SyncServer } from '../link/sync-server.ts';
import { MemoryDevice } from '../testing/memory-device.ts';
import { downloadPack } from './download-pack.ts';
import { describePack, type PackManifest } from './pack-manifest.ts';

function serverOf(manifest: PackManifest, bytes: (from: number) => AsyncIterable<Uint8Array>): SyncServer {
  const none = () => Promise.reject(new Error('not asked for'));
  return {
    packManifest: async () => manifest,
    packBytes: (_, from) => bytes(from),
    tell: none,
    push: none,
    pull: none,
    attachmentReceived: none,
    attachmentPart: none,
  };
}

test('a pack cut at any byte goes on there, is fetched once altogether, and is never shown before it is whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 700 }),
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }),
      async (given, chunkBytes, cuts) => {
        const content = new Uint8Array(given);
        const manifest = await describePack(content, { edition: 'e', cursor: 'c', chunkBytes });
        const device = new MemoryDevice();
        const left = [...cuts];
        let carried = 0;
        const server = serverOf(manifest, async function* (from) {
          const end = left.length > 0 ? from + (left.shift() ?? 0) : content.length;
          for (let at = from; at < Math.min(end, content.length); at += 37) {
            const piece = content.subarray(at, Math.min(at + 37, end));
            carried += piece.length;
            yield piece;
          }
          if (end < content.length) throw new LinkFailure('lost', 'cut');
        });
        for (let attempt = 0; device.shown === undefined; attempt++) {
          expect(attempt).toBeLessThanOrEqual(cuts.length);
          expect(await device.edition()).toBeUndefined();
          await downloadPack(device.pack, server).catch((error) => expect(error).toBeInstanceOf(LinkFailure));
        }
        expect(device.shown).toEqual(content);
        expect(await device.cursor()).toBe('c');
        expect(carried).toBe(content.length);
      },
    ),
  );
});

test('a damaged chunk is fetched again, and only that one', async () => {
  const content = new Uint8Array(1000).map((_, i) => i % 251);
  const manifest = await describePack(content, { edition: 'e', cursor: 'c', chunkBytes: 100 });
  const device = new MemoryDevice();
  const asked: number[] = [];
  const server = serverOf(manifest, async function* (from) {
    asked.push(from);
    const sent = content.slice(from);
    if (asked.length === 1) sent[450] = 0;
    yield sent;
  });
  await downloadPack(device.pack, server);
  expect(device.shown).toEqual(content);
  expect(asked).toEqual([0, 400]);
});

test('a pack that is always damaged is given up, and nothing is shown', async () => {
  const content = new Uint8Array(300);
  const manifest = await describePack(content, { edition: 'e', cursor: 'c', chunkBytes: 100 });
  const device = new MemoryDevice();
  const server = serverOf(manifest, async function* (from) {
    yield content.slice(from).fill(1);
  });
  await expect(downloadPack(device.pack, server)).rejects.toMatchObject({ kind: 'refused' });
  expect(device.shown).toBeUndefined();
});

test('another pack than the one that was on its way begins anew', async () => {
  const first = new Uint8Array(300).fill(1);
  const second = new Uint8Array(200).fill(2);
  const device = new MemoryDevice();
  const options = { edition: 'e', cursor: 'c', chunkBytes: 100 };
  const cut = serverOf(await describePack(first, options), async function* () {
    yield first.subarray(0, 150);
    throw new LinkFailure('lost', 'cut');
  });
  await expect(downloadPack(device.pack, cut)).rejects.toMatchObject({ kind: 'lost' });
  await downloadPack(
    device.pack,
    serverOf(await describePack(second, options), async function* (from) {
      yield second.subarray(from);
    }),
  );
  expect(device.shown).toEqual(second);
});
