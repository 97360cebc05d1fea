import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Cluster, startCluster } from '../cluster/cluster.ts';

/** A throw-away PostgreSQL: fast because nothing has to survive it. */
export async function startTestCluster(): Promise<Cluster> {
  const directory = await mkdtemp(path.join(tmpdir(), 'jangkau-test-'));
  // PostgreSQL may run as another account, which has to get through.
  await chmod(directory, 0o755);
  const cluster = await startCluster({
    directory,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' },
  });
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
