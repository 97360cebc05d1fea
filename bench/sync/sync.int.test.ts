import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { syncUnderFire } from './sync-under-fire.ts';

test('phones on bad links and a server that is killed come to the same, every event once', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-sync-'));
  await chmod(folder, 0o755);
  try {
    const result = await syncUnderFire({
      folder,
      devices: 12,
      banjars: 3,
      events: 360,
      kills: 1,
      seed: 7,
      atOnce: 4,
    });
    expect(result.faults).toEqual([]);
    expect(result).toMatchObject({ events: 360, kills: 1 });
    expect(result.brokenAttempts).toBeGreaterThan(0);
    expect(result.conflicts).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
