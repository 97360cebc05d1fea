import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Run, Upload } from '@jangkau/contracts';
import { generateBranch } from '@jangkau/demo';
import { RunRepository, Scope } from '@jangkau/store';
import { today } from '../runs/run-service.ts';
import { runView } from '../runs/run-view.ts';
import type { Services } from '../services.ts';
import { loadDemoCampaigns } from './load-demo-campaigns.ts';
import { loadDemoCases } from './load-demo-cases.ts';
import { loadDemoMembers } from './load-demo-members.ts';

export interface DemoOptions {
  /** Same seed and size, same branch. */
  seed?: number;
  onProgress?: (progress: DemoProgress) => void;
  signal?: AbortSignal;
}

/** How far the demo is; `fraction` is 0..1 within the step. */
export interface DemoProgress {
  step: 'generate' | 'map';
  label_id: string;
  label_en: string;
  fraction: number;
}

/**
 * Makes sure the demo branch is there: its two files generated and entered, mapped once, and its members with
 * their past in the register. Safe to stop
 * at any moment and to call again: files appear complete or not at all, and a run that was interrupted
 * goes on. Returns the run it waited for; undefined when there is nothing to do.
 * @throws Error when the mapping of the demo fails
 */
export async function prepareDemo(services: Services, options: DemoOptions = {}): Promise<Run | undefined> {
  const { demoResidents } = services.settings;
  if (demoResidents === 0) return undefined;
  const files = await demoFiles(services, demoResidents, options);
  const { folder, seed } = files;
  const members = loadDemoMembers(services, folder, demoResidents, seed, options.signal);
  services.figures.putOffUntil(members);
  const [run] = await Promise.all([mapDemo(services, files, options), members]);
  options.signal?.throwIfAborted();
  await loadDemoCases(services);
  await loadDemoCampaigns(services);
  await services.figures.compute();
  return run;
}

async function mapDemo(
  services: Services,
  files: Awaited<ReturnType<typeof demoFiles>>,
  options: DemoOptions,
): Promise<Run | undefined> {
  const { database, runService, queue } = services;
  const system = Scope.system();
  const runs = new RunRepository(database.system);
  const [newest] = await runs.list({ limit: 1 });
  // The first mapping of the demo is tried again at every start until it is there, unless people stopped it.
  if (newest?.demo && newest.number === 1 && (newest.state === 'failed' || newest.state === 'interrupted'))
    await queue.resume(newest.id);
  else if (newest && newest.state !== 'queued' && newest.state !== 'running') return undefined;
  const id =
    newest?.id ??
    (await database.as(system, (db) =>
      runService.order(db, system, {
        residentsUploads: [files.residents.id],
        membersUploads: [files.members.id],
        asOf: today(services.settings.timeZone),
      }),
    ));
  queue.wake();
  return finished(services, id, options);
}

async function demoFiles(services: Services, residents: number, options: DemoOptions) {
  const seed = options.seed ?? 1;
  const folder = path.join(services.settings.dataDir, 'demo', `branch-${residents}-${seed}`);
  await generate(folder, residents, seed, options);
  const known = await services.uploads.demoFiles(services.database.system);
  return {
    folder,
    seed,
    residents: await entered(services, known.residents, path.join(folder, 'residents.csv'), 'residents'),
    members: await entered(services, known.members, path.join(folder, 'members.csv'), 'members'),
  };
}

/** Generates into a folder aside that takes its name when it is whole. */
async function generate(
  folder: string,
  residents: number,
  seed: number,
  options: DemoOptions,
): Promise<void> {
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent))
    if (name.endsWith('.new')) await rm(path.join(parent, name), { recursive: true, force: true });
  if (await exists(folder)) return;
  await generateBranch({
    residents,
    seed,
    outDir: `${folder}.new`,
    ...(options.signal && { signal: options.signal }),
    onProgress: ({ done, total }) =>
      options.onProgress?.({
        step: 'generate',
        label_id: 'Membuat cabang contoh',
        label_en: 'Making a demo branch',
        fraction: total === 0 ? 1 : done / total,
      }),
  });
  await rename(`${folder}.new`, folder);
}

async function entered(
  services: Services,
  known: Upload | null,
  file: string,
  kind: 'residents' | 'members',
): Promise<Upload> {
  const name = kind === 'residents' ? 'contoh-penduduk.csv' : 'contoh-peserta.csv';
  if (known && (await services.uploads.pathOf(services.database.system, known.id)) === file) return known;
  const { database, uploads } = services;
  return uploads.register(database.system, randomUUID(), file, name, kind, 'demo', Scope.system().username);
}

/** Waits until a run is over, telling how far it is. */
async function finished(services: Services, id: string, options: DemoOptions): Promise<Run> {
  const runs = new RunRepository(services.database.system);
  const { promise: over, resolve, reject } = Promise.withResolvers<void>();
  const stop = () => reject(options.signal?.reason);
  options.signal?.addEventListener('abort', stop, { once: true });
  const unsubscribe = services.events.subscribe(({ id: event, en }) => {
    if (event.runId !== id) return;
    if (event.state !== 'queued' && event.state !== 'running') resolve();
    options.onProgress?.({
      step: 'map',
      label_id: event.stage?.labelId ?? 'Memetakan',
      label_en: en.stage?.labelEn ?? 'Mapping',
      fraction: event.progress,
    });
  });
  try {
    const before = await runs.find(id);
    if (before && (before.state === 'queued' || before.state === 'running')) await over;
  } finally {
    unsubscribe();
    options.signal?.removeEventListener('abort', stop);
  }
  const run = await runs.find(id);
  if (run?.state !== 'done') throw new Error(`the mapping of the demo ended as ${run?.state ?? 'deleted'}`);
  return runView(run, 'id');
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
