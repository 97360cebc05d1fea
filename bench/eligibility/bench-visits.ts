import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Engine, sqlString } from '@jangkau/linkage';
import { importVisits, openDatabase, saveTariffs, takeVisits } from '@jangkau/store';
import { cardOf, fillRegister } from './fill-register.ts';
import { clusterMs } from './processor-time.ts';

/**
 * A year of visits from one CSV file into the log with its roll-ups, and what screens ask of them.
 *
 * node bench/eligibility/bench-visits.ts [--members 1688195] [--visits 2570000] [--work DIR] [--into empty|filled]
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1688195' },
    visits: { type: 'string', default: '2570000' },
    work: { type: 'string' },
    // A year without visits takes a way of its own; with one in it, visits go in beside it.
    into: { type: 'string', default: 'empty' },
  },
});
const members = Number(values.members);
const visits = Number(values.visits);
const root = join(import.meta.dirname, '..', '..');
const dataDir = join(values.work ?? join(root, 'data', 'bench'), `eligibility-${members}`);
await mkdir(dataDir, { recursive: true });
const database = await openDatabase({ directory: join(dataDir, 'postgres') });
try {
  await saveTariffs(database.owner);
  await fillRegister(database.ownerPool, members);
  const file = join(dataDir, `visits-${visits}.csv`);
  const engine = await Engine.open();
  await engine.run(`COPY (SELECT lpad((1 + hash(i) % ${members})::varchar, 13, '0') AS kartu, NULL AS nik,
      date '2023-01-01' + (hash(i + 1) % 365)::int AS tanggal, 'FKTP' AS tingkat,
      CASE WHEN i % 5 < 2 THEN 'sehat' ELSE 'sakit' END AS jenis, '2271010' || (1 + i % 4) AS faskes, 'B' || i AS nomor,
      NULL AS tanggal_pulang, NULL AS tindakan FROM range(${visits}) r(i)) TO ${sqlString(file)} (HEADER)`);
  await engine.close();
  await database.ownerPool.query(`ALTER TABLE visit DISABLE TRIGGER USER;
    TRUNCATE visit, visit_by_day, visit_by_area, visit_by_facility, contact_by_month, contact_due, visit_file, visit_quarantine;
    ALTER TABLE visit ENABLE TRIGGER USER; CHECKPOINT`);
  if (values.into === 'filled')
    await takeVisits(
      database.ownerPool,
      [
        {
          reference: 'ADA',
          facility: '22710101',
          level: 'FKTP',
          kind: 'sick',
          card: cardOf(1),
          day: '2023-01-01',
          act: 'add',
        },
      ],
      { source: 'api', facility: null, today: '2026-11-22' },
    );
  const postmaster = Number(
    readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  const before = clusterMs(postmaster);
  const started = performance.now();
  const report = await importVisits(database.ownerPool, file, { by: 'bench', today: '2026-11-22' });
  const seconds = (performance.now() - started) / 1000;
  const processorSeconds = (clusterMs(postmaster) - before) / 1000;
  const contacts = performance.now();
  await database.ownerPool.query('SELECT count_contacts()');
  const contactSeconds = (performance.now() - contacts) / 1000;
  const { rows } = await database.ownerPool.query<{ differ: number }>(
    `SELECT count(*)::int AS differ FROM (
       SELECT day, area_code, segment, level, kind, sum(n) FROM (
         SELECT day, area_code, segment, level, kind, n FROM visit_by_day
         UNION ALL SELECT day, left(area_code, 8), segment, level, kind, -counts FROM visit) x
       GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0) y`,
  );
  await database.ownerPool.query(
    'VACUUM ANALYZE visit_by_day, visit_by_area, visit_by_facility, contact_by_month',
  );
  const questions = {
    byMonth: `SELECT month, level, sum(n) FROM visit_by_area WHERE month BETWEEN '2023-01-01' AND '2023-12-01' GROUP BY 1, 2`,
    byArea: `SELECT left(area_code, 5), segment, sum(n) FROM visit_by_area WHERE month BETWEEN '2023-01-01' AND '2023-12-01' GROUP BY 1, 2`,
    byDay: `SELECT day, sum(n) FROM visit_by_day WHERE day BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY 1`,
    byFacility: `SELECT facility, kind, sum(n) FROM visit_by_facility WHERE month BETWEEN '2023-01-01' AND '2023-12-01' GROUP BY 1, 2`,
    contacts: `SELECT code, people FROM contact_by_month WHERE month = '2023-06-01' AND scope = 'fktp'`,
  };
  const p95: Record<string, number> = {};
  for (const [name, text] of Object.entries(questions)) {
    const times: number[] = [];
    for (let i = 0; i < 40; i++) {
      const from = performance.now();
      await database.ownerPool.query(text);
      times.push(performance.now() - from);
    }
    p95[name] = Math.round((times.toSorted((a, b) => a - b)[37] as number) * 10) / 10;
  }
  const result = {
    members,
    visits,
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    report,
    seconds: Math.round(seconds * 10) / 10,
    into: values.into,
    /** Of PostgreSQL, with all of its processes. */
    processorSeconds: Math.round(processorSeconds * 10) / 10,
    contactSeconds: Math.round(contactSeconds * 10) / 10,
    countsThatDiffer: rows[0]?.differ,
    p95,
  };
  await writeFile(
    join(root, 'bench', 'results', `visits-${visits}${values.into === 'filled' ? '-filled' : ''}.json`),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  console.log(JSON.stringify(result, null, 2));
} finally {
  await database.close();
}
