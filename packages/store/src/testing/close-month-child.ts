import { writeSync } from 'node:fs';
import { connect, ownerOnly } from '../database/connect.ts';
import { closeMonth } from '../month-close/close-month.ts';

/** Closes a month and stops for ever after a step, its transaction open: to be killed there. */
const { connection, order, stopAfter } = JSON.parse(process.argv[2] ?? '{}');
await closeMonth(connect(ownerOnly(connection)).ownerPool, {
  ...order,
  onStep: (_step, done) => {
    if (done !== stopAfter) return;
    writeSync(1, 'in the middle');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
