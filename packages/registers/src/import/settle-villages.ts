import { type Engine, sqlName, sqlString } from '@jangkau/linkage';

/** A village name in capitals, without the words for village, spaces folded. */
export function plainVillage(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ *(DESA KELURAHAN|DESA|KELURAHAN|KEL|DS) /, '')
    .trim();
}

/** Village code as PP.KK.CC.DDDD from ten digits with or without dots, spaces or dashes; undefined for other text. */
export function villageCode(text: string): string | undefined {
  const digits = text.trim().replace(/[.,]0+$/, (tail) => (text.replace(/\D/g, '').length > 10 ? '' : tail));
  if (!/^'?[\d.\s-]+$/.test(digits)) return undefined;
  const parts = /^(\d\d)(\d\d)(\d\d)(\d{4})$/.exec(digits.replace(/\D/g, ''));
  return parts ? parts.slice(1).join('.') : undefined;
}

/**
 * Turns the village texts of a table into codes, by distinct text; `byName` gives codes of names. Texts that
 * are neither become NULL. Returns how many rows had such a text.
 */
export async function settleVillages(
  engine: Engine,
  table: string,
  byName: ReadonlyMap<string, string> | undefined,
): Promise<number> {
  const name = sqlName(table);
  const { village, n } = (await engine.columns(
    `SELECT village, count(*) AS n FROM ${name} WHERE village IS NOT NULL GROUP BY village ORDER BY village`,
  )) as { village?: string[]; n?: number[] };
  const names = new Map([...(byName ?? [])].map(([key, code]) => [plainVillage(key), code]));
  const changes: Array<[text: string, code: string | undefined]> = [];
  let unknown = 0;
  for (const [i, text] of (village ?? []).entries()) {
    const code = villageCode(text) ?? names.get(plainVillage(text));
    if (code === undefined) unknown += n?.[i] ?? 0;
    if (code !== text) changes.push([text, code]);
  }
  for (let at = 0; at < changes.length; at += 5000) {
    const values = changes
      .slice(at, at + 5000)
      .map(([text, code]) => `(${sqlString(text)}, ${code === undefined ? 'NULL' : sqlString(code)})`);
    await engine.run(
      `UPDATE ${name} SET village = code FROM (VALUES ${values.join(', ')}) AS v(said, code) WHERE village = said`,
    );
  }
  return unknown;
}
