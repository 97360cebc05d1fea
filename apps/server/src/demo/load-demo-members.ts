import { access, rename } from 'node:fs/promises';
import path from 'node:path';
import {
  defaultAsOf,
  demoFacilities,
  publishedTotals,
  scaledTotals,
  semesterPopulations,
  visitPlan,
  writeHistories,
} from '@jangkau/demo';
import { addFacilities, fillVisits, loadMembers } from '@jangkau/store';
import type { Services } from '../services.ts';

/** Months of bills of families that pay; who owes gets all that is owed. */
const ledgerMonths = 6;

/**
 * Fills an empty member register, its ledger and the log of visits with the made-up branch in `folder`.
 * Nothing is done where there is something. Safe to stop at any moment: it is loaded whole or not at all.
 */
export async function loadDemoMembers(
  services: Services,
  folder: string,
  residents: number,
  seed: number,
  signal?: AbortSignal,
): Promise<void> {
  const { ownerPool } = services.database;
  const { rows } = await ownerPool.query('SELECT EXISTS (SELECT FROM member) AS filled');
  const fill = () =>
    fillVisits(ownerPool, visitPlan(residents, defaultAsOf), {
      source: 'contoh',
      asOf: defaultAsOf,
      seed,
      ...(signal && { signal }),
    });
  if (rows[0].filled) {
    await fill();
    return;
  }
  const file = path.join(folder, 'histories.csv');
  const known = await access(file).then(
    () => true,
    () => false,
  );
  if (!known) {
    const membersFile = path.join(folder, 'members.csv');
    await writeHistories({ membersFile, outFile: `${file}.new`, residents, seed, asOf: defaultAsOf });
    await rename(`${file}.new`, file);
  }
  const { june2023 } = publishedTotals;
  await addFacilities(ownerPool, await demoFacilities());
  await loadMembers(ownerPool, {
    file,
    spreadOverFacilities: true,
    asOf: defaultAsOf,
    ledgerMonths,
    source: 'contoh',
    population: [
      { asOf: june2023.asOf, source: june2023.source, residents: scaledTotals(residents).residents2023 },
      ...(await semesterPopulations(path.join(folder, 'residents.csv'), defaultAsOf)),
    ],
    ...(signal && { signal }),
  });
  await fill();
}
