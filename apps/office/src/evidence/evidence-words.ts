import type { Evidence } from '@jangkau/contracts';

interface Words {
  fields: Record<string, string>;
  levels: Record<string, string>;
  priorWords: string;
}

/** The name of what was compared and what came of it, in the reader's words; the mapping's own where unknown. */
export function evidenceWords(evidence: Evidence, words: Words): { field: string; level: string } {
  const field = words.fields[evidence.field] ?? evidence.field;
  if (evidence.field === 'prior') return { field, level: words.priorWords };
  const label = evidence.label ?? (typeof evidence.level === 'string' ? evidence.level : null);
  // What a level means can depend on what was compared: a NIK that is missing could not link anybody.
  const level =
    label === null ? '' : (words.levels[`${evidence.field}/${label}`] ?? words.levels[label] ?? label);
  return { field, level };
}

/** The level of one comparison, as the mapping names it; null when it was not compared. */
export function levelOfField(evidence: readonly Evidence[], field: string): string | null {
  const found = evidence.find((item) => item.field === field);
  if (!found) return null;
  return found.label ?? (typeof found.level === 'string' ? found.level : null);
}
