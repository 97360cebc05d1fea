import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { writeFixtureRun } from '@jangkau/store/testing/fixture-run';
import type { MappingOrder } from '../runs/mapping-process.ts';

/**
 * A mapping for tests: writes a made-up run directory. The `asOf` date picks what happens: in 2001 it
 * fails, in 2002 it goes on until it is killed, in 2003 it finds the second variant,
 * in 2004 it waits for a file beside its directory that ends in .go, in 2005 somebody else stops it.
 */
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const report = (stage: string, ms?: number) =>
  say({ type: 'progress', report: { stage, done: 1, total: 2, ms } });

createInterface({ input: process.stdin }).once('line', async (line) => {
  const order = JSON.parse(line) as MappingOrder;
  const year = order.asOf.slice(0, 4);
  report('import-residents', 5);
  report('nik', 5);
  while (year === '2004' && !existsSync(`${order.out}.go`))
    await new Promise((resolve) => setTimeout(resolve, 20));
  if (year === '2002') return setInterval(() => report('block'), 20);
  if (year === '2005') {
    say({
      type: 'failed',
      code: 'run-cancelled',
      messageId: 'Dibatalkan.',
      messageEn: 'Stopped.',
      detail: 'x',
    });
    return process.exit(1);
  }
  if (year === '2001') {
    say({
      type: 'failed',
      code: 'column-missing',
      messageId: 'Kolom nama tidak ada.',
      messageEn: 'No name.',
      detail: 'x',
    });
    return process.exit(1);
  }
  await writeFixtureRun(order.out, { residents: 600, variant: year === '2003' ? 'second' : 'first' });
  report('write', 5);
  say({ type: 'done' });
  return process.exit(0);
});
process.stdin.once('end', () => process.exit(1));
