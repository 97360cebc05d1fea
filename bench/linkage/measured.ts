import { Engine, sqlString } from '@jangkau/linkage';
import { runMapping } from '@jangkau/petakan';

/** One measured piece of work; says its own time, CPU time and peak memory as JSON. See bench-linkage.ts. */
interface Settings {
  what: 'read' | 'map';
  files: [residents: string, members: string];
  out: string;
  threads: number;
  memory: string;
}

const { what, files, out, threads, memory } = JSON.parse(process.argv[2] ?? '{}') as Settings;
const started = performance.now();
if (what === 'read') {
  const engine = await Engine.open({ threads });
  const table = (name: string, file: string) =>
    `CREATE TABLE ${name} AS SELECT * FROM read_csv(${sqlString(file)}, all_varchar = true)`;
  const from = performance.now();
  await engine.run(table('residents', files[0]));
  await engine.run(table('members', files[1]));
  report((performance.now() - from) / 1000);
} else {
  await runMapping({ residents: [files[0]], members: [files[1]], out, asOf: '2026-10-31', threads, memory });
  report((performance.now() - started) / 1000);
}

function report(seconds: number): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stdout.write(
    JSON.stringify({
      seconds,
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      peakMiB: Math.round(maxRSS / 1024),
    }),
  );
  process.exit(0);
}
