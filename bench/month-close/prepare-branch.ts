import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { generateBranch, writeHistories } from '@jangkau/demo';
import { loadMembers, openDatabase, saveTariffs } from '@jangkau/store';

/** Date of the made-up register. */
export const asOf = '2026-10-31';

/** A database with a branch of that size and its ledger, made when it is not there. Returns its directory. */
export async function prepareBranch(
  residents: number,
  work: string,
  ledgerMonths = 12,
  folder = `ledger-${residents}`,
): Promise<string> {
  const files = join(work, `branch-${residents}`);
  const histories = join(files, 'histories.csv');
  if (!existsSync(histories)) {
    await mkdir(files, { recursive: true });
    await generateBranch({ residents, seed: 1, outDir: files });
    await writeHistories({
      membersFile: join(files, 'members.csv'),
      outFile: histories,
      residents,
      seed: 1,
      asOf,
    });
  }
  const directory = join(work, folder);
  await mkdir(directory, { recursive: true });
  const database = await openDatabase({ directory });
  try {
    const { rows } = await database.ownerPool.query('SELECT EXISTS (SELECT FROM member) AS filled');
    if (rows[0].filled) return directory;
    await saveTariffs(database.owner);
    const started = performance.now();
    const loaded = await loadMembers(database.ownerPool, {
      file: histories,
      asOf,
      ledgerMonths,
      source: 'contoh',
      onProgress: (fraction) => console.error(`loading ${Math.round(fraction * 100)} %`),
    });
    console.error(`loaded in ${Math.round((performance.now() - started) / 1000)} s`, loaded);
    return directory;
  } finally {
    await database.close();
  }
}
