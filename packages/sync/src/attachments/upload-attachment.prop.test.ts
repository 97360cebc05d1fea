import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../pack/pack-manifest.ts';
import { faultyLink } from '../testing/faulty-link.ts';
import { ModelServer } from '../testing/model-server.ts';
import { seededChance } from '../testing/seeded-chance.ts';
import { partBytes, uploadAttachment } from './upload-attachment.ts';

test('a photo arrives whole whatever happens on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 * partBytes }), fc.integer(), async (size, seed) => {
      const bytes = new Uint8Array(size).map((_, i) => (i * 7 + seed) % 256);
      const head = { sha256: await sha256(bytes), stream: 's', size, type: 'image/webp' };
      const server = new ModelServer(() => 'a');
      const wrong = { lost: 0.3, unanswered: 0.3, doubled: 0.3, replayed: 0, shuffled: 0, cut: 0 };
      const link = faultyLink(server.for('d', 'a'), wrong, seededChance(seed));
      for (let attempt = 0; attempt < 200 && server.files.size === 0; attempt++)
        await uploadAttachment(head, async (from, to) => bytes.slice(from, to), link).catch(() => undefined);
      expect(server.files.get(head.sha256)).toEqual(bytes);
    }),
    { numRuns: 20 },
  );
});
