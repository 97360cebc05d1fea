import { parseArgs } from 'node:util';
import { judgeRun } from './judge.ts';

const { values } = parseArgs({
  options: {
    truth: { type: 'string' },
    run: { type: 'string' },
    faults: { type: 'string' },
    residents: { type: 'string' },
    members: { type: 'string' },
    examples: { type: 'string', default: '20' },
    threshold: { type: 'string' },
  },
});
if (!values.truth || !values.run) {
  console.error(
    'Pemakaian / usage: node bench/unseen/judge-run.ts --truth DIR/truth.csv --run RUNDIR [--threshold P] [--faults FILE] [--residents FILE --members FILE --examples N]',
  );
  process.exit(2);
}
const verdict = await judgeRun({
  truth: values.truth,
  run: values.run,
  faults: values.faults,
  residents: values.residents,
  members: values.members,
  examples: Number(values.examples),
  threshold: values.threshold === undefined ? undefined : Number(values.threshold),
});
process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
