import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type MemberPlace, type MemberSearch, openDatabase, searchMembers } from '@jangkau/store';
import { signedIn } from '@jangkau/store/testing/signed-in';
import { prepareBranch } from '../month-close/prepare-branch.ts';
import { answerFaults } from './answer-faults.ts';
import { type Person, questionsOf } from './questions.ts';

/**
 * Searches for members at the size of a branch, as an officer types them, by the login of requests and with row
 * security: every kind of question, first and next page, with and without an area. Prints milliseconds by kind, how
 * often the person is on the first page, and, for some questions of each kind, whether the answer is the one that
 * reading every name gives.
 *
 * node bench/membership/bench-member-search.ts [--residents 1688195] [--work DIR] [--directory POSTGRES] [--rounds 60]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '1688195' },
    work: { type: 'string' },
    directory: { type: 'string' },
    rounds: { type: 'string', default: '60' },
    checked: { type: 'string', default: '6' },
  },
});
const residents = Number(values.residents);
const root = join(import.meta.dirname, '..', '..');
const directory =
  values.directory ??
  (await prepareBranch(residents, values.work ?? join(root, 'data', 'bench'), 1, `search-${residents}`));
const database = await openDatabase({ directory });
const limit = 20;

try {
  const { rows: people } = await database.ownerPool.query<Person>(
    `SELECT id, name, card, nik::text AS nik, phone, area_code AS area FROM member
     WHERE id % 7919 = 11 AND area_code <> '' AND array_length(string_to_array(name, ' '), 1) >= 3
     ORDER BY id LIMIT ${Number(values.rounds)}`,
  );
  const village = people[0]?.area ?? '51.71.01.1002';
  const askers = {
    branch: { scope: await signedIn(database, 'branch-officer', [], 'membership.read') },
    'branch, one district': {
      scope: await signedIn(database, 'branch-officer', [], 'membership.read'),
      area: village.slice(0, 8),
    },
    village: { scope: await signedIn(database, 'village-operator', [village], 'membership.read') },
  };
  const results: Record<string, object> = {};
  const all: number[] = [];
  const faults: string[] = [];
  const started = { cpu: process.cpuUsage(), at: performance.now() };
  for (const [who, asker] of Object.entries(askers))
    for (const [kind, question] of Object.entries(questionsOf)) {
      const first: number[] = [];
      const next: number[] = [];
      let found = 0;
      const page = async (search: MemberSearch, times: number[], after?: MemberPlace) => {
        const begun = performance.now();
        const area = 'area' in asker ? asker.area : undefined;
        const answer = await database.as(asker.scope, (db) =>
          searchMembers(db, search, { limit, area, after }),
        );
        times.push(performance.now() - begun);
        return answer;
      };
      for (const [at, person] of people.entries()) {
        const search = question(person, at);
        const answer = await page(search, first);
        if (answer.items.some(({ memberId }) => memberId === person.id)) found++;
        if (answer.next) await page(search, next, answer.next);
        if ('name' in search && at < Number(values.checked))
          faults.push(
            ...(await answerFaults(
              database,
              asker.scope,
              search.name,
              'area' in asker ? asker.area : undefined,
            )),
          );
      }
      all.push(...first, ...next);
      results[`${who}: ${kind}`] = {
        ...spread(first),
        ...(next.length > 0 && { nextPage: spread(next) }),
        onFirstPage: found,
      };
    }
  const { rows } = await database.ownerPool.query<{ n: number; lists: string }>(
    `SELECT (SELECT count(*)::int FROM member) AS n, pg_size_pretty(pg_total_relation_size('name_posting')) AS lists`,
  );
  const cpu = process.cpuUsage(started.cpu);
  const result = {
    members: rows[0]?.n,
    lists: rows[0]?.lists,
    searches: people.length,
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
    all: { pages: all.length, ...spread(all) },
    nodeCpuSeconds: Math.round((cpu.user + cpu.system) / 1e5) / 10,
    faults,
    milliseconds: results,
  };
  await writeFile(
    join(root, 'bench', 'results', `member-search-${residents}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  console.log(JSON.stringify(result, undefined, 2));
} finally {
  await database.close();
}

function spread(times: number[]) {
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), most: at(0.9999) };
}
