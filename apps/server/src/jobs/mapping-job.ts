import { createInterface } from 'node:readline';
import { isProblem } from '@jangkau/kernel';
import { runMapping } from '@jangkau/petakan';
import { type ColumnMapping, RegisterFileError } from '@jangkau/registers';
import type { JobLine, MappingOrder, OrderedFile } from '../runs/mapping-process.ts';

/**
 * The process that maps: reads one order from its input, writes lines of progress to its output, stops in
 * order when it is told to, and ends by itself when the server that started it is gone.
 */
const abort = new AbortController();
// Ctrl-C in a terminal reaches this process as well as the server: both stop in order.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => abort.abort());

function say(line: JobLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function work(order: MappingOrder): Promise<void> {
  const { runId: _runId, residents, members, ...rest } = order;
  const options = {
    ...rest,
    residents: residents.map((file) => file.path),
    members: members.map((file) => file.path),
    mappings: { residents: corrections(residents), members: corrections(members) },
    load: true,
    signal: abort.signal,
    // A mapping counts finished stages; here every stage has a progress of its own.
    onProgress: ({ stage, label_id, label_en, rows, ms }: Progress) =>
      say({ type: 'progress', report: { stage, label_id, label_en, rows, ms } }),
  };
  await runMapping(options);
}

interface Progress {
  stage: string;
  label_id: string;
  label_en: string;
  rows?: number;
  ms?: number;
}

/** Corrected columns by file; files not in it are read as the registers understand them. */
function corrections(files: OrderedFile[]): Record<string, ColumnMapping> {
  return Object.fromEntries(files.flatMap(({ path, mapping }) => (mapping ? [[path, mapping]] : [])));
}

function failure(error: unknown): JobLine | undefined {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof RegisterFileError)
    return {
      type: 'failed',
      code: error.code,
      messageId: `${error.file}: ${error.messageId} ${error.adviceId}`,
      messageEn: `${error.file}: ${error.messageEn} ${error.adviceEn}`,
      detail,
    };
  if (isProblem(error))
    return {
      type: 'failed',
      code: error.code,
      messageId: error.messageId,
      messageEn: error.messageEn,
      detail,
    };
  return undefined;
}

const input = createInterface({ input: process.stdin });
input.once('line', (line) => {
  work(JSON.parse(line) as MappingOrder)
    .then(() => say({ type: 'done' }))
    .catch((error: unknown) => {
      process.exitCode = 1;
      const known = failure(error);
      if (known) say(known);
      else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    })
    .finally(() => {
      // Without these the input would keep the process waiting.
      input.close();
      process.stdin.destroy();
    });
});
process.stdin.once('end', () => process.exit(1));
