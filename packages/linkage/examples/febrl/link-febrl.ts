import { pathToFileURL } from 'node:url';
import { Engine, link } from '../../src/index.ts';
import { febrlModel } from './model.ts';
import { makePeople, type PersonRow } from './people.ts';

/** How good a linkage of two generated files was, judged by the truth. */
export interface FebrlResult {
  /** Links made, of them right ones, and people who are in both files. */
  links: number;
  right: number;
  both: number;
  /** Expected number of matches according to the model. */
  expected: number;
  /** Left people without a counterpart: how many there are, and how many the probabilities add up to. */
  alone: number;
  expectedAlone: number;
}

/** Generates two files, links them and counts. */
export async function linkFebrl(
  options: { both?: number; alone?: number; seed?: number } = {},
): Promise<FebrlResult> {
  const { left, right } = makePeople(options);
  const engine = await Engine.open({ threads: 2 });
  try {
    await load(engine, 'file_a', left);
    await load(engine, 'file_b', right);
    const result = await link(engine, febrlModel, { left: 'file_a', right: 'file_b' });
    const [counts] = await engine.rows<{ links: number; correct: number; alone: number }>(`
      SELECT count(x.linked_right) AS links, count(*) FILTER (a.person = b.person) AS correct,
        sum(x.p_unmatched) AS alone
      FROM residue_result x
      JOIN file_a a ON a.rowid = x.k_left
      LEFT JOIN file_b b ON b.rowid = x.linked_right`);
    const people = new Set(right.map((r) => r.person));
    const both = left.filter((l) => people.has(l.person)).length;
    return {
      links: counts?.links ?? 0,
      right: counts?.correct ?? 0,
      both,
      expected: result.expectedMatches,
      alone: left.length - both,
      expectedAlone: counts?.alone ?? 0,
    };
  } finally {
    await engine.close();
  }
}

async function load(engine: Engine, table: string, rows: PersonRow[]): Promise<void> {
  const names = ['id', 'given_name', 'surname', 'street', 'suburb', 'date_of_birth', 'soc_sec_id'] as const;
  await engine.load(table, [
    ...names.map((name) => ({ name, type: 'VARCHAR' as const, values: rows.map((r) => r[name]) })),
    { name: 'person', type: 'INTEGER', values: rows.map((r) => r.person) },
  ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { links, right, both, expected, alone, expectedAlone } = await linkFebrl();
  console.log(`recall     ${(right / both).toFixed(4)}   (${right} of ${both} people in both files)`);
  console.log(`precision  ${(right / links).toFixed(4)}   (${right} of ${links} links)`);
  console.log(`matches    ${expected.toFixed(1)} expected, ${both} true`);
  console.log(`unmatched  ${expectedAlone.toFixed(1)} expected, ${alone} true`);
}
