import { writeFileSync } from 'node:fs';
import { tableDictionary } from '@jangkau/store';
import { openTestDatabase } from '@jangkau/store/testing/test-database';

// Writes docs/tables.md from the migrations, by way of a database made for it.
const database = await openTestDatabase();
try {
  writeFileSync(new URL('../docs/tables.md', import.meta.url), await tableDictionary(database.owner));
} finally {
  await database.close();
}
