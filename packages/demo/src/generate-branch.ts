import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDate, memberColumns, Problem, residentColumns } from '@jangkau/kernel';
import { Calendar } from './chance/calendar.ts';
import { Random } from './chance/random.ts';
import { CsvFile } from './output/csv-file.ts';
import { ShuffledCsvFile } from './output/shuffled-csv-file.ts';
import { HouseholdMaker } from './people/household-maker.ts';
import { NumberIssuer } from './people/number-issuer.ts';
import { Household } from './people/person.ts';
import { BranchPlaces, type Village } from './places/branch-places.ts';
import { CardNumbers } from './register/card-numbers.ts';
import { MemberRegister } from './register/member-register.ts';
import { ResidentRegister } from './register/resident-register.ts';
import { addStrangers } from './register/strangers.ts';
import { type TruthCounts, TruthFile, truthColumns } from './register/truth-file.ts';

/** What to generate. */
export interface BranchOptions {
  /** Residents of the branch, spread over its 238 villages. */
  residents: number;
  /** Same seed and size, same bytes. */
  seed: number;
  /** Directory for residents.csv, members.csv, truth.csv and truth.json; created when absent. */
  outDir: string;
  /** Date of the registers, 'YYYY-MM-DD'. Nobody is born after it. */
  asOf?: string;
  /** Called a few times a second with the residents written so far. */
  onProgress?: (progress: { done: number; total: number }) => void;
  signal?: AbortSignal;
}

/** What was generated; also in truth.json. */
export interface BranchSummary {
  residents: number;
  seed: number;
  asOf: string;
  members: number;
  households: number;
  villages: number;
  /** Residents without a card. */
  uncovered: number;
  /** Rows of truth.csv by kind. */
  truth: TruthCounts;
}

/** Date of the registers unless told. */
export const defaultAsOf = '2026-10-31';

/**
 * Writes a made-up branch whose answers are known: residents.csv (village registers), members.csv (the
 * member file as it went wrong), truth.csv (who holds which card) and truth.json (counts). Memory stays
 * flat whatever the size.
 * @throws Problem 'setting-invalid', 'date-invalid', 'run-cancelled'
 */
export async function generateBranch(options: BranchOptions): Promise<BranchSummary> {
  const { residents, seed, outDir, onProgress, signal } = options;
  const asOf = options.asOf ?? defaultAsOf;
  checkOptions(residents, seed, asOf);
  await mkdir(outDir, { recursive: true });

  const calendar = new Calendar(asOf);
  const places = await BranchPlaces.load(residents, seed);
  const random = new Random(seed, 2);
  const issuer = new NumberIssuer(calendar, places.origins);
  const setting = { random, calendar, places, issuer };
  const maker = new HouseholdMaker(setting);
  const cards = new CardNumbers(seed);

  const truth = new TruthFile(await CsvFile.create(join(outDir, 'truth.csv'), truthColumns));
  const residentFile = await CsvFile.create(join(outDir, 'residents.csv'), residentColumns);
  const memberFile = new ShuffledCsvFile(
    await CsvFile.create(join(outDir, 'members.csv'), memberColumns),
    new Random(seed, 3),
  );
  const members = new MemberRegister(setting, cards, memberFile, truth);
  const register = new ResidentRegister(random, calendar, residentFile, truth);

  const household = new Household(places.villages[0] as Village);
  let households = 0;
  try {
    for (const village of places.villages) {
      let left = village.residents;
      left -= register.startVillage(village, left);
      while (left > 0) {
        maker.make(household, village, left);
        left -= household.size;
        households++;
        const first = register.addHousehold(household);
        members.addHousehold(household, first);
        register.listAgain(household, members.cardsOf);
        addStrangers(household, maker, members, random, calendar);
        if (residentFile.isFull || truth.file.isFull || memberFile.isFull) {
          if (residentFile.isFull) await residentFile.drain();
          if (truth.file.isFull) await truth.file.drain();
          if (memberFile.isFull) await memberFile.drain();
          if (signal?.aborted) throw new Problem('run-cancelled');
          onProgress?.({ done: register.written, total: residents });
        }
      }
    }
  } finally {
    await Promise.all([residentFile.close(), truth.file.close(), memberFile.close()]);
  }
  const summary: BranchSummary = {
    residents: register.written,
    seed,
    asOf,
    members: cards.issued,
    households,
    villages: places.villages.filter((village) => village.residents > 0).length,
    uncovered: truth.counts.uncovered,
    truth: truth.counts,
  };
  await writeFile(join(outDir, 'truth.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
  onProgress?.({ done: register.written, total: residents });
  return summary;
}

function checkOptions(residents: number, seed: number, asOf: string): void {
  const whole = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!whole(residents) || residents === 0 || residents > 300_000_000) {
    throw new Problem('setting-invalid', {
      setting: 'residents',
      reason: 'must be a whole number from 1 to 300000000',
    });
  }
  if (!whole(seed))
    throw new Problem('setting-invalid', { setting: 'seed', reason: 'must be a whole number from 0' });
  formatDate(asOf); // a real day, or 'date-invalid'
  if (asOf < '2020')
    throw new Problem('setting-invalid', { setting: 'asOf', reason: 'must be 2020 or later' });
}
