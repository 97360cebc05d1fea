import { createInterface } from 'node:readline';
import { isProblem } from '@jangkau/kernel';
import type { JobLine, MappingOrder } from '../runs/mapping-process.ts';

/**
 * The process that maps: reads one order from its input, writes lines of progress to its output, and ends
 * by itself when the server that started it is gone.
 */
const abort = new AbortController();
process.on('SIGTERM', () => abort.abort());

function say(line: JobLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function work(order: MappingOrder): Promise<void> {
  const { runMapping } = await import('@jangkau/petakan');
  await runMapping({
    ...order,
    load: true,
    signal: abort.signal,
    onProgress: (report) => say({ type: 'progress', report }),
  });
}

const input = createInterface({ input: process.stdin });
input.once('line', (line) => {
  work(JSON.parse(line) as MappingOrder)
    .then(() => say({ type: 'done' }))
    .catch((error: unknown) => {
      process.exitCode = 1;
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      if (isProblem(error))
        say({
          type: 'failed',
          code: error.code,
          messageId: error.messageId,
          messageEn: error.messageEn,
          detail,
        });
      else process.stderr.write(`${error instanceof Error ? error.stack : detail}\n`);
    })
    .finally(() => input.close());
});
process.stdin.once('end', () => process.exit(1));
