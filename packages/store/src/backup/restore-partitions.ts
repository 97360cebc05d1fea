import type pg from 'pg';
import { qualified, quoted } from './backup-catalogue.ts';
import type { BackupPartition, BackupTable } from './backup-format.ts';

/** A table that becomes a partition when it has its rows. */
export type PartitionTable = BackupTable & { partition: BackupPartition };

/** Makes the table, still on its own and without indexes. */
export async function makePartitionTable(client: pg.ClientBase, table: PartitionTable): Promise<void> {
  const { parent, defaults, checks } = table.partition;
  const name = qualified(table);
  await client.query(
    `CREATE TABLE ${name} (LIKE ${parent} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED)`,
  );
  for (const [column, value] of Object.entries(defaults))
    await client.query(`ALTER TABLE ${name} ALTER ${quoted(column)} SET DEFAULT ${value}`);
  for (const check of checks)
    await client.query(`ALTER TABLE ${name} ADD CONSTRAINT ${quoted(check.name)} ${check.definition}`);
}

/** Builds its indexes under their old names. */
export async function indexPartitionTable(client: pg.ClientBase, table: PartitionTable): Promise<void> {
  for (const { name, definition, constraint } of table.partition.indexes) {
    await client.query(definition);
    if (constraint)
      await client.query(
        `ALTER TABLE ${qualified(table)} ADD CONSTRAINT ${quoted(name)} ${constraint} USING INDEX ${quoted(name)}`,
      );
  }
}

/** Makes it a partition of its parent. */
export async function attachPartitionTable(client: pg.ClientBase, table: PartitionTable): Promise<void> {
  const { parent, bound } = table.partition;
  await client.query(`ALTER TABLE ${parent} ATTACH PARTITION ${qualified(table)} ${bound}`);
}
