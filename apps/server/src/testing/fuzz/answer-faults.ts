/** An answer as far as it is judged. */
export interface FuzzAnswer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

/** What no answer may say: code, places on the disk, SQL, names of libraries and of the database's own things. */
const internals: readonly RegExp[] = [
  /\bat .+[.:]\d+:\d+/,
  /node_modules|node:internal|\.tsx?:\d+/,
  /\b(?:TypeError|RangeError|SyntaxError|ReferenceError|ZodError|DatabaseError)\b/,
  /Cannot read propert|is not a function|is not iterable|undefined is not/,
  /\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|syntax error at or near/i,
  /violates [a-z-]+ constraint|null value in column|relation "|column "|invalid input syntax|invalid byte sequence/i,
  /out of range for type|row-level security|permission denied|pg_catalog|jangkau_(?:app|gate|system)/i,
  /kysely|fastify|FST_ERR|pino|duckdb|postgres(?:ql)?:|typst|hucre/i,
  /ENOENT|EACCES|ECONN|EISDIR/,
  /\/(?:home|root|tmp|work|usr)\/[\w.-]+\//,
];

/**
 * What is wrong with an answer, in words; empty when nothing is. `asked` is what was sent: an answer may repeat
 * it as text, so it is taken out before looking for internals.
 */
export function answerFaults(answer: FuzzAnswer, asked: readonly string[]): string[] {
  const faults: string[] = [];
  const type = String(answer.headers['content-type'] ?? '');
  // What this machine lacks, and what takes too long, are told in words of the catalogue.
  const told = [501, 503].includes(answer.status) && type.startsWith('application/problem+json');
  if (answer.status >= 500 && !told) faults.push(`status ${answer.status}`);
  let text = answer.text;
  for (const said of asked)
    if (said.length > 2) text = text.replaceAll(said, '').replaceAll(JSON.stringify(said).slice(1, -1), '');
  for (const pattern of internals) {
    const found = pattern.exec(text);
    if (found && (answer.status >= 400 || !type.includes('json')))
      faults.push(`tells internals: ${found[0].slice(0, 80)}`);
  }
  if (answer.status >= 400) faults.push(...problemFaults(type, answer.text));
  if (type.includes('json')) {
    try {
      if (answer.text !== '') JSON.parse(answer.text);
    } catch {
      faults.push('not JSON');
    }
  }
  if (type.includes('text/csv'))
    for (const cell of answer.text.split(/[,\r\n]/))
      if (/^"?\s*[=+@]/.test(cell)) faults.push(`a cell that runs: ${cell.slice(0, 40)}`);
  for (const [name, value] of Object.entries(answer.headers))
    if (/[\r\n]/.test(String(value))) faults.push(`header ${name} is broken in two`);
  if (
    answer.headers['set-cookie'] !== undefined &&
    /(^|;|,)\s*x=1/.test(String(answer.headers['set-cookie']))
  )
    faults.push('a cookie was smuggled in');
  return faults;
}

function problemFaults(type: string, text: string): string[] {
  if (!type.startsWith('application/problem+json')) return [`an error as ${type || 'nothing'}`];
  const problem = JSON.parse(text) as Record<string, unknown>;
  const missing = ['type', 'title', 'status', 'code', 'message'].filter(
    (name) => problem[name] === undefined,
  );
  return missing.length === 0 ? [] : [`a problem without ${missing.join(', ')}`];
}
