import { expect, test } from 'vitest';
import { Engine } from '../engine/engine.ts';
import { RESERVED_NAMES } from './validation/model-vocabulary.ts';

test('every word that the engine reserves is refused as a field name', async () => {
  const engine = await Engine.open({ threads: 1 });
  try {
    const words = await engine.rows<{ word: string }>(
      'SELECT keyword_name AS word FROM duckdb_keywords() ORDER BY 1',
    );
    const unusable: string[] = [];
    for (const { word } of words) {
      const works = await engine.run(`SELECT t.${word} FROM (SELECT 1 AS ${word}) t WHERE ${word} = 1`).then(
        () => true,
        () => false,
      );
      if (!works) unusable.push(word);
    }
    expect(unusable.length).toBeGreaterThan(50);
    expect(unusable.filter((word) => !RESERVED_NAMES.has(word))).toEqual([]);
  } finally {
    await engine.close();
  }
});
