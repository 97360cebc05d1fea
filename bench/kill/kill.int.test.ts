import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { killRounds } from './kill-rounds.ts';

test('kill -9 of PostgreSQL and of the server in the middle of work loses nothing acknowledged', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jangkau-kill-'));
  await chmod(folder, 0o755);
  try {
    const rounds = await killRounds({
      folder,
      rounds: 2,
      // Kills after 1.8 and 2.0 s: in the middle of work, also on a slow machine.
      seed: 5,
      residents: 400,
      mostMs: 2500,
      target: (round) => (round === 1 ? 'postgres' : 'server'),
    });
    expect(rounds.flatMap(({ losses }) => losses)).toEqual([]);
    expect(rounds.some(({ decisions }) => decisions > 0)).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
