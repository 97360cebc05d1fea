import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jangkau/kernel';
import {
  duckdbDialect,
  Engine,
  type ExactReport,
  findFurtherRight,
  type LinkModel,
  type LinkStage,
  link,
  ModelError,
  parseModel,
  sqlSources,
} from '@jangkau/linkage';
import { type CanonicalColumn, type ImportResult, importRegister } from '@jangkau/registers';
import { blockingError } from './blocking-error.ts';
import { keepDecisions } from './decisions.ts';
import { makeExactInactive, makeInactive } from './inactive-links.ts';
import {
  DEFAULT_THRESHOLD,
  MAPPING_STAGES,
  type MappingOptions,
  type MappingStage,
  STAGE_LABELS,
} from './mapping-options.ts';
import { jknRegisterModel } from './model/jkn-register-model.ts';
import { jknWords } from './model/jkn-words.ts';
import { writeLoadFiles } from './outputs/write-load.ts';
import { writeExactOutputs, writeOutputs } from './outputs/write-outputs.ts';
import { attachPreparedMembers, PREPARED_SCHEMA, readMembersAhead } from './prepare-members.ts';
import { writeReport } from './report/write-report.ts';
import { makeResidueRows, SHOWN } from './residue-rows.ts';
import {
  makeExactProbability,
  makePatternEvidence,
  makeResidentResult,
  makeScoredFacts,
} from './results-table.ts';
import { type MappingSummary, summarise } from './summary.ts';
import { makeVillageCounts, makeVillageResult } from './village-result.ts';

const STAGE_OF_LINK: Record<LinkStage, MappingStage> = {
  exact: 'nik',
  standardise: 'standardise',
  block: 'block',
  compare: 'compare',
  train: 'train',
  resolve: 'resolve',
};

/**
 * Maps a population register to the member register and writes all results into `options.out`: lists, villages,
 * summary.json, report.html. The same input gives the same bytes; only timings.json differs.
 * Throws Problem for input that cannot be used, and the signal's reason when cancelled.
 */
export async function runMapping(options: MappingOptions): Promise<MappingSummary> {
  const started = performance.now();
  const threshold = options.threshold ?? DEFAULT_THRESHOLD;
  const model = options.model ? await readModel(options.model) : jknRegisterModel;
  await mkdir(options.out, { recursive: true });
  const spill = join(options.out, '.spill');
  // Results appear all at once, when everything is written; a run that was cut leaves nothing half done.
  const unfinished = join(options.out, '.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished);
  const engine = await Engine.open({
    threads: options.threads,
    memoryLimit: options.memory,
    tempDirectory: spill,
  });
  const interrupt = () => engine.interrupt();
  options.signal?.addEventListener('abort', interrupt, { once: true });
  const clock = new StageClock(options);
  try {
    clock.begin('import-residents');
    const prepared = await attachPreparedMembers(engine, options.members);
    const ahead = prepared && (await Aside.open(engine, readMembersAhead));
    ahead?.start();
    const imports = await importBoth(engine, options, clock, prepared);
    const decided = await keepDecisions(engine, options.decisions ?? []);
    let exact: ExactReport | undefined;
    // Training and weighing hardly use the database: meanwhile what the exact links alone decide is written and counted.
    const writing = await Aside.open(engine, async (beside) => {
      await makeExactInactive(beside);
      await writeExactOutputs(beside, unfinished);
      await makeVillageCounts(beside, imports.membersPrepared);
    });
    const linked = await link(engine, model, {
      left: 'residents',
      right: 'members',
      standardisers: { nama: jknWords },
      threshold,
      decided,
      carry: SHOWN,
      prepared: PREPARED_SCHEMA,
      onStart: async (stage) => {
        clock.begin(STAGE_OF_LINK[stage]);
        if (stage !== 'train') return;
        await makeExactProbability(engine, model, exact);
        writing.start();
      },
      onStage: (report) => {
        clock.end(STAGE_OF_LINK[report.stage], report.rowsOut);
        if (report.stage === 'exact') exact = report.detail as unknown as ExactReport;
      },
    });

    clock.begin('assign');
    await writing.done();
    await ahead?.done();
    await makeResidueRows(engine, model);
    let further = 0;
    await engine.abreast<void>([
      async (on) => {
        further = await findFurtherRight(on, duckdbDialect, model, {
          right: 'members',
          priorWeight: linked.priorWeight,
          names: 'nama',
          date: 'born',
          places: linked.narrowed ? [] : ['village_code', 'kk'],
        });
      },
      async (on) => {
        await makeScoredFacts(on, linked.layout);
        await makeResidentResult(on, { threshold, asOf: options.asOf, priorWeight: linked.priorWeight });
      },
    ]);
    await engine.run(`
      CREATE OR REPLACE TABLE duplicate_member AS
        SELECT k_right AS k, k_left AS resident_k, other_right AS other_k, reason FROM further_right;
      CREATE OR REPLACE VIEW all_links AS
        SELECT e.k_left AS k, e.k_right AS card_k, x.p AS posterior, 'nik' AS tier FROM exact_links e JOIN exact_probability x USING (accepted)
        UNION ALL SELECT k, card_k, posterior, tier FROM residue_resident WHERE card_k IS NOT NULL;
      CREATE OR REPLACE TABLE unmatched_member AS
        SELECT r.k FROM std_right r WHERE r.k NOT IN (SELECT card_k FROM residue_resident WHERE card_k IS NOT NULL)
          AND r.k NOT IN (SELECT k FROM duplicate_member)
          ${linked.narrowed ? 'AND r.village IN (SELECT l.village FROM std_left l)' : ''}`);
    clock.end('assign', further);

    clock.begin('estimate');
    await makeInactive(engine);
    const missed = await blockingError(engine);
    await makeVillageResult(engine, missed.share);
    clock.end('estimate');

    clock.begin('write');
    await writeOutputs(engine, unfinished);
    const summary = await summarise(engine, { options, threshold, model, imports, linked, missed });
    await writeFile(join(unfinished, 'summary.json'), `${JSON.stringify(summary, null, 1)}\n`);
    await writeReport(engine, summary, unfinished);
    clock.end('write');

    if (options.load) {
      clock.begin('load');
      await makePatternEvidence(engine, linked);
      await writeLoadFiles(engine, unfinished, linked.priorWeight);
      clock.end('load');
    }
    const timings = { totalMs: Math.round(performance.now() - started), stages: clock.stages };
    await writeFile(join(unfinished, 'timings.json'), `${JSON.stringify(timings, null, 1)}\n`);
    options.signal?.throwIfAborted();
    await moveResults(unfinished, options.out);
    return summary;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', interrupt);
    await engine.close();
    await rm(spill, { recursive: true, force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Moves finished files into place, summary.json last: where it stands, a run is whole. */
async function moveResults(from: string, to: string): Promise<void> {
  const names = (await readdir(from)).sort(
    (a, b) => Number(a === 'summary.json') - Number(b === 'summary.json'),
  );
  await rm(join(to, 'summary.json'), { force: true });
  for (const name of names) {
    await rm(join(to, name), { recursive: true, force: true });
    await rename(join(from, name), join(to, name));
  }
}

/** Work on a second connection while the first one is elsewhere. */
class Aside {
  readonly #beside: Engine;
  readonly #work: (beside: Engine) => Promise<void>;
  #running: Promise<void> | undefined;

  private constructor(beside: Engine, work: (beside: Engine) => Promise<void>) {
    this.#beside = beside;
    this.#work = work;
  }

  /** The connection is opened while nothing else runs: opening it asks the first one, which can do one thing at a time. */
  static async open(engine: Engine, work: (beside: Engine) => Promise<void>): Promise<Aside> {
    return new Aside(await engine.beside(), work);
  }

  start(): void {
    this.#running = this.#run();
    // A failure is thrown by done(); until somebody asks, it must not count as unhandled.
    this.#running.catch(() => {});
  }

  async done(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      await this.#work(this.#beside);
    } finally {
      await this.#beside.close();
    }
  }
}

/** Columns that only the screens show, and perhaps another model than the built-in one reads. */
const ONLY_SHOWN: readonly CanonicalColumn[] = ['tempat_lahir', 'hubungan_keluarga', 'pekerjaan'];

/** What both imports said. */
export interface BothImports {
  residents: ImportResult;
  members: ImportResult;
  membersPrepared: boolean;
}

/** Reads both registers side by side: while one is looked over, the other is loaded. */
async function importBoth(
  engine: Engine,
  options: MappingOptions,
  clock: StageClock,
  prepared: ImportResult | undefined,
): Promise<BothImports> {
  const read = (on: Engine, kind: 'residents' | 'members') =>
    importRegister(on, {
      table: kind,
      kind,
      files: options[kind],
      mapping: (file) => options.mappings?.[kind]?.[file.path],
      villages: options.villages,
      today: options.asOf,
      unread: options.load || options.model ? [] : ONLY_SHOWN,
      signal: options.signal,
    });
  const beside = await engine.beside();
  try {
    const membersRead = prepared ? Promise.resolve(prepared) : read(beside, 'members');
    // Awaited below; a failure of the other register comes first and must not leave this one unhandled.
    membersRead.catch(() => {});
    const residents = await read(engine, 'residents').catch(async (error: unknown) => {
      beside.interrupt();
      await membersRead.catch(() => {});
      throw error;
    });
    if (options.village) await keepVillage(engine, options.village);
    clock.end('import-residents', residents.rowsUsed);
    clock.begin('import-members');
    const members = await membersRead;
    clock.end('import-members', members.rowsUsed);
    return { residents, members, membersPrepared: prepared !== undefined };
  } finally {
    await beside.close();
  }
}

/** Leaves only the residents of one village; the others are not an error and not in the figures. */
async function keepVillage(engine: Engine, village: string): Promise<void> {
  await engine.run(
    `CREATE OR REPLACE TABLE residents AS SELECT * FROM residents WHERE village = '${village.replaceAll("'", "''")}'`,
  );
  const [row] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM residents');
  if (!row?.n) throw new Problem('village-empty', { code: village });
}

/** Reads a model file, or the model that a summary.json says it used. Throws ModelError. */
async function readModel(file: string): Promise<LinkModel> {
  const content = JSON.parse(await readFile(file, 'utf8')) as { model?: { definition?: unknown } };
  const model = parseModel(content.model?.definition ?? content, { trustSql: sqlSources(jknRegisterModel) });
  if (!model.exactTier) throw new ModelError('a mapping model needs an exactTier (the NIK)');
  return model;
}

/** Tells the caller which stage runs, and keeps the times. Stops at a stage's border when cancelled. */
class StageClock {
  readonly stages: { stage: MappingStage; ms: number }[] = [];
  readonly #options: MappingOptions;
  #began = 0;

  constructor(options: MappingOptions) {
    this.#options = options;
  }

  begin(stage: MappingStage): void {
    this.#options.signal?.throwIfAborted();
    this.#began = performance.now();
    this.#report(stage, MAPPING_STAGES.indexOf(stage));
  }

  end(stage: MappingStage, rows?: number): void {
    const ms = Math.round(performance.now() - this.#began);
    this.stages.push({ stage, ms });
    this.#report(stage, MAPPING_STAGES.indexOf(stage) + 1, rows, ms);
  }

  #report(stage: MappingStage, done: number, rows?: number, ms?: number): void {
    const total = this.#options.load ? MAPPING_STAGES.length : MAPPING_STAGES.length - 1;
    const { id, en } = STAGE_LABELS[stage];
    this.#options.onProgress?.({ stage, label_id: id, label_en: en, done, total, rows, ms });
  }
}
