import { buildProgram } from './program.ts';
import { exitCodeOf } from './terminal/exit-code.ts';
import { reportError } from './terminal/report-error.ts';

// Entry of the `jangkau` command. Each command loads what it needs only when it runs.
try {
  await buildProgram().parseAsync();
} catch (error) {
  reportError(error);
  process.exitCode = exitCodeOf(error);
}
