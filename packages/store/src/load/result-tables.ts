import type pg from 'pg';

/** Tables that have one partition per run. */
const resultTables = [
  'resident_result',
  'member_result',
  'candidate_result',
  'village_result',
  'list_count',
  'banjar_result',
] as const;
export type ResultTable = (typeof resultTables)[number];

/** Name of the partition of a run. */
function partitionName(table: ResultTable, runNumber: number): string {
  return `${table}_${Math.trunc(runNumber)}`;
}

/** Makes the table that will be the run's partition, still without indexes. */
export async function createPartition(
  client: pg.PoolClient,
  table: ResultTable,
  runNumber: number,
): Promise<string> {
  const name = partitionName(table, runNumber);
  const number = Math.trunc(runNumber);
  await client.query(`DROP TABLE IF EXISTS ${name}`);
  await client.query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`);
  // The check spares ATTACH a scan of the whole table.
  await client.query(
    `ALTER TABLE ${name} ALTER run_number SET DEFAULT ${number},
       ADD CONSTRAINT ${name}_of_run CHECK (run_number = ${number})`,
  );
  return name;
}

/**
 * Builds the indexes its parent asks for, one by one so that there is something to report, and makes the
 * table a partition.
 */
export async function attachPartition(
  client: pg.PoolClient,
  table: ResultTable,
  runNumber: number,
  onIndex: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const name = partitionName(table, runNumber);
  const found = await client.query<{ indexname: string; indexdef: string }>(
    'SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = $1 ORDER BY indexname',
    [table],
  );
  for (const [i, { indexname, indexdef }] of found.rows.entries()) {
    const own = `${indexname}_${Math.trunc(runNumber)}`;
    await client.query(
      indexdef
        .replace(` ${indexname} ON `, ` ${own} ON `)
        .replace(/ ON ONLY (\w+\.)?\w+ USING /, ` ON ${name} USING `),
    );
    if (indexname === `${table}_pk`)
      await client.query(`ALTER TABLE ${name} ADD CONSTRAINT ${own} PRIMARY KEY USING INDEX ${own}`);
    onIndex(i + 1, found.rows.length);
  }
  await client.query(`ANALYZE ${name}`);
  await client.query(
    `ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES IN (${Math.trunc(runNumber)})`,
  );
  // Joins are estimated from the statistics of the whole table; without them a page of fifty people looks
  // like millions, and the planner reads whole registers for it.
  // A small sample will do: what counts is that keys are nearly all different.
  await client.query('SET LOCAL default_statistics_target = 10');
  await client.query(`ANALYZE ONLY ${table}`);
  await client.query('SET LOCAL default_statistics_target = DEFAULT');
}

/** Drops everything a run found. Does nothing when there is nothing. */
export async function dropPartitions(client: pg.PoolClient, runNumber: number): Promise<void> {
  for (const table of resultTables)
    await client.query(`DROP TABLE IF EXISTS ${partitionName(table, runNumber)}`);
}
