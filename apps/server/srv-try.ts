import { prepareDemo, readSettings, startServer } from '/work/main/apps/server/src/index.ts';

const t0 = performance.now();
const s = await startServer({
  ...readSettings(),
  dataDir: '/tmp/jk-demo',
  demoResidents: Number(process.argv[2]),
  logLevel: 'warn',
  port: 4898,
});
console.log('started', Math.round(performance.now() - t0), s.url);
process.on('SIGTERM', () => void s.close().then(() => process.exit(0)));
let last = '';
const run = await prepareDemo(s.services, {
  onProgress: (p) => {
    if (p.label_id !== last) {
      last = p.label_id;
      console.log(Math.round(performance.now() - t0), p.step, p.label_id, p.fraction.toFixed(2));
    }
  },
}).catch((e) => console.log('demo failed', e));
console.log(
  Math.round(performance.now() - t0),
  run && JSON.stringify(run.counts),
  run && run.stages.map((x: any) => `${x.stage}:${x.ms}`).join(' '),
);
if (process.argv[3] === 'stop') {
  await s.close();
  process.exit(0);
}
