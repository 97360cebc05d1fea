import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Db, type MemberSearch, openDatabase, searchMembers } from '@jangkau/store';
import { signedIn } from '@jangkau/store/testing/signed-in';
import { prepareBranch } from '../month-close/prepare-branch.ts';

/**
 * Searches for members at the size of a branch, as an officer types them: whole names, two words, one common word,
 * beginnings, misspelt words, and numbers. Prints milliseconds by kind and how often a misspelt person is on the first
 * page.
 *
 * node bench/membership/bench-member-search.ts [--residents 1688195] [--work DIR] [--directory POSTGRES] [--rounds 60]
 */
const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '1688195' },
    work: { type: 'string' },
    directory: { type: 'string' },
    rounds: { type: 'string', default: '60' },
  },
});
const residents = Number(values.residents);
const rounds = Number(values.rounds);
const root = join(import.meta.dirname, '..', '..');
const directory =
  values.directory ??
  (await prepareBranch(residents, values.work ?? join(root, 'data', 'bench'), 1, `search-${residents}`));
const database = await openDatabase({ directory });
const page = 20;

interface Person {
  id: number;
  name: string;
  card: string;
  nik: string | null;
}

try {
  const { rows: people } = await database.ownerPool.query<Person>(
    `SELECT id, name, card, nik::text AS nik FROM member
     WHERE id % 7919 = 11 AND array_length(string_to_array(name, ' '), 1) >= 3 ORDER BY id LIMIT ${rounds}`,
  );
  const words = ({ name }: Person) => name.split(' ').filter((word) => word.length > 1);
  const kinds: Record<string, (person: Person, at: number) => MemberSearch> = {
    'whole name': ({ name }) => ({ name }),
    'two words': (person) => ({ name: words(person).slice(-2).join(' ') }),
    'one common word': (_person, at) => ({
      name: ['wayan', 'made', 'putu', 'ketut', 'ni luh', 'i gusti'][at % 6] as string,
    }),
    'beginnings of words': (person) => ({
      name: words(person)
        .map((word) => word.slice(0, 3))
        .join(' '),
    }),
    'misspelt name': (person, at) => ({ name: misspelt(words(person), at) }),
    card: ({ card }) => ({ card }),
    nik: ({ nik, card }) => (nik === null ? { card } : { nik }),
  };
  const scopes = {
    branch: await signedIn(database, 'branch-officer', [], 'membership.read'),
    village: await signedIn(database, 'village-operator', ['51.71.01.1002'], 'membership.read'),
  };
  const results: Record<string, object> = {};
  for (const [who, scope] of Object.entries(scopes))
    for (const [kind, search] of Object.entries(kinds)) {
      const times: number[] = [];
      let found = 0;
      for (const [at, person] of people.entries()) {
        const asked = search(person, at);
        const run = (db: Db) => searchMembers(db, asked, page);
        const started = performance.now();
        const { items } = await database.as(scope, run);
        times.push(performance.now() - started);
        if (items.some(({ memberId }) => memberId === person.id)) found++;
      }
      times.sort((a, b) => a - b);
      const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
      results[`${who}: ${kind}`] = { p50: at(0.5), p95: at(0.95), most: at(0.999), onFirstPage: found };
    }
  const { rows } = await database.ownerPool.query<{ n: number }>('SELECT count(*)::int AS n FROM member');
  const result = {
    members: rows[0]?.n,
    searches: people.length,
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version },
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

/** The name with a letter lost, doubled, exchanged or replaced in one of its longer words. */
function misspelt(words: readonly string[], at: number): string {
  const longest = words.reduce(
    (best, word, i) => (word.length > (words[best] as string).length ? i : best),
    0,
  );
  return words
    .map((word, i) => {
      if (i !== longest) return word;
      const middle = Math.floor(word.length / 2);
      const ways = [
        word.slice(0, middle) + word.slice(middle + 1),
        word.slice(0, middle) + word[middle] + word.slice(middle),
        word.slice(0, middle - 1) + word[middle] + word[middle - 1] + word.slice(middle + 1),
        `${word.slice(0, middle)}e${word.slice(middle + 1)}`,
      ];
      return ways[at % ways.length];
    })
    .join(' ');
}
