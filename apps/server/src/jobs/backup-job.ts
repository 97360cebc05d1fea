import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { isProblem, Problem } from '@jangkau/kernel';
import { isLocked, type MadeBackup, makeBackup, reachOwner, verifyBackup } from '@jangkau/store';
import type { BackupLine, BackupOrder } from '../backups/backup-process.ts';

/**
 * The process that makes a backup and reads it again: one order from its input, lines of progress on its
 * output. It stops in order when it is told to, and by itself when the server that started it is gone.
 */
const abort = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => abort.abort());

function say(line: BackupLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function work(order: BackupOrder): Promise<MadeBackup> {
  const owner = await reachOwner(order);
  const lock = { recipients: order.recipients };
  let told = 0;
  const onProgress = (line: { step: string; done: number; total: number }) => {
    if (performance.now() - told < 200) return;
    told = performance.now();
    say({ type: 'progress', step: line.step as 'tables', fraction: line.total ? line.done / line.total : 0 });
  };
  try {
    const { dataDir, file, files } = order;
    const made = await makeBackup({
      connection: owner.connection,
      dataDir,
      file,
      lock,
      files,
      onProgress,
      signal: abort.signal,
    });
    // Good is what can be read again. Without the secret key that means: every byte is as it was written.
    if (isLocked(lock)) await requireSum(made);
    else await verifyBackup({ file, onProgress, signal: abort.signal });
    return made;
  } finally {
    await owner.close();
  }
}

async function requireSum({ file, sha256 }: MadeBackup): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash, { signal: abort.signal });
  if (hash.digest('hex') !== sha256) throw new Problem('backup-damaged', { file, part: 'sha256' });
}

const input = createInterface({ input: process.stdin });
input.once('line', (line) => {
  work(JSON.parse(line) as BackupOrder)
    .then((made) => say({ type: 'done', made }))
    .catch((error: unknown) => {
      process.exitCode = 1;
      const code = isProblem(error) ? error.code : (error as { code?: string }).code;
      say({ type: 'failed', code: abort.signal.aborted ? 'interrupted' : (code ?? 'internal') });
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    })
    .finally(() => {
      // Without these the input would keep the process waiting.
      input.close();
      process.stdin.destroy();
    });
});
process.stdin.once('end', () => process.exit(1));
