import { type Database, type MemberPlace, type Scope, searchMembers } from '@jangkau/store';

/** Pages walked to compare a list with the truth; of longer ones, what was shown has to be right. */
const pages = 8;

/**
 * Walks what a search for a name gives and compares it with every name of the register within reach: who has all
 * words as they are typed or words that begin so comes first, each once, and nobody is left out.
 */
export async function answerFaults(
  database: Database,
  scope: Scope,
  name: string,
  area: string | undefined,
): Promise<string[]> {
  const shown: number[] = [];
  let after: MemberPlace | undefined;
  for (let page = 0; page < pages; page++) {
    const answer = await database.as(scope, (db) => searchMembers(db, { name }, { limit: 50, area, after }));
    shown.push(...answer.items.map(({ memberId }) => memberId));
    after = answer.next;
    if (!after) break;
  }
  const typed = name.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  const within = scope.areas ?? [''];
  const { rows } = await database.ownerPool.query<{ id: number; whole: boolean }>(
    `SELECT id, ${condition(typed.length, '([^a-z]|$)')} AS whole FROM member
     WHERE ${condition(typed.length, '')} AND area_code LIKE ANY ($1::text[]) AND area_code LIKE $2
     ${typed.map((_, i) => `AND length($${i + 3}) > 0`).join(' ')}`,
    [within.map((code) => `${code}%`), `${area ?? ''}%`, ...typed],
  );
  const whole = new Set(rows.filter((row) => row.whole).map(({ id }) => id));
  const begins = new Set(rows.filter((row) => !row.whole).map(({ id }) => id));
  const expected = (at: number) =>
    at < whole.size ? whole : at < whole.size + begins.size ? begins : undefined;
  const wrong = shown.filter((id, at) => expected(at)?.has(id) === false).length;
  const missing = Math.max(0, Math.min(rows.length, pages * 50) - shown.length);
  const twice = shown.length - new Set(shown).size;
  return wrong + missing + twice > 0
    ? [`${name}: ${wrong} in the wrong place, ${missing} missing, ${twice} twice`]
    : [];
}

/** Every typed word ($3 and on) begins a word of the name, and ends it too with that ending. */
function condition(words: number, ending: string): string {
  return Array.from(
    { length: words },
    (_, i) => `(' ' || lower(name)) ~ ('[^a-z]' || $${i + 3} || '${ending}')`,
  ).join(' AND ');
}
