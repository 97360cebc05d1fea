import { startTestCluster } from './test-cluster.ts';

/** For vitest's globalSetup: one PostgreSQL for all test files of a run. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  process.env.JANGKAU_TEST_POSTGRES = cluster.connection('postgres').host;
  return () => cluster.stop();
}
