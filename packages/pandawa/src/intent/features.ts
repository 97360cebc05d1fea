import { conceptsOf } from './concepts.ts';
import { normalise } from './normalise.ts';

/** Buckets of the hashed features. */
export const bucketCount = 8192;

/** Where an utterance lies: buckets and their weights, of length 1 taken together. */
export interface Features {
  readonly buckets: readonly number[];
  readonly weights: readonly number[];
  /** Words of the utterance in plain spelling. */
  readonly words: readonly string[];
  /** Share of words with a concept. */
  readonly concepts: readonly string[];
}

/** Words that carry no intent alone. */
const filler = new Set(
  'ya dong min kak pak bu admin nih deh sih lah kok itu ini yang di ke dari dan untuk dengan saja lagi juga jadi saya kamu mas mbak bli mbok halo permisi maaf pagi siang sore malam bapak ibu tolong'.split(
    ' ',
  ),
);

/** Features of an utterance: words, pairs of words, concepts, pairs of concepts, pieces of words. */
export function featuresOf(text: string): Features {
  const words = normalise(text);
  const stems = words.map(stem);
  const weights = new Map<number, number>();
  const add = (feature: string, weight: number) => {
    const bucket = bucketOf(feature);
    weights.set(bucket, Math.max(weights.get(bucket) ?? 0, weight));
  };
  const concepts: string[] = [];
  const addConcept = (concept: string) => {
    if (!concepts.includes(concept)) concepts.push(concept);
  };
  for (const [i, word] of words.entries()) {
    const content = filler.has(word) && words.length > 1 ? 0.35 : 1;
    add(`w ${word}`, content);
    add(`s ${stems[i]}`, 0.6 * content);
    for (const concept of conceptsOf(word)) addConcept(concept);
    for (const concept of conceptsOf(stems[i] ?? '')) addConcept(concept);
    const next = stems[i + 1];
    if (next !== undefined) add(`b ${stems[i]} ${next}`, 0.6);
    if (word.length >= 4 && content === 1) {
      const framed = `^${word}$`;
      for (let at = 0; at + 4 <= framed.length; at++) add(`g ${framed.slice(at, at + 4)}`, 0.3);
    }
  }
  const content = stems.filter((word) => !filler.has(word));
  for (let i = 0; i + 2 < content.length; i++) add(`k ${content[i]} ${content[i + 2]}`, 0.35);
  add(`start ${content[0] ?? ''}`, 0.3);
  for (const concept of concepts) add(`c ${concept}`, 1);
  for (const [i, one] of concepts.entries()) {
    for (const other of concepts.slice(i + 1)) {
      add(`p ${one < other ? `${one} ${other}` : `${other} ${one}`}`, 0.7);
    }
  }
  add(`length ${Math.min(4, content.length)}`, 0.3);
  if (concepts.length === 0) add('no concept', 1);
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return {
    buckets: [...weights.keys()],
    weights: [...weights.values()].map((weight) => weight / length),
    words,
    concepts,
  };
}

/** FNV-1a over the UTF-16 units, folded to the number of buckets. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) ^ (hash >>> 15)) & (bucketCount - 1);
}

/** A light stemmer: endings and the commonest beginnings, never below three letters. */
function stem(word: string): string {
  let rest = word;
  for (const ending of ['nya', 'lah', 'kah', 'kan', 'ku', 'mu', 'in', 'an']) {
    if (rest.endsWith(ending) && rest.length - ending.length >= 4) {
      rest = rest.slice(0, -ending.length);
      break;
    }
  }
  for (const [beginning, instead] of beginnings) {
    if (rest.startsWith(beginning) && rest.length - beginning.length >= 3) {
      return instead + rest.slice(beginning.length);
    }
  }
  return rest;
}

const beginnings: readonly (readonly [string, string])[] = [
  ['menge', 'k'],
  ['meng', ''],
  ['meny', 's'],
  ['mem', 'p'],
  ['men', 't'],
  ['me', ''],
  ['penge', ''],
  ['peng', ''],
  ['peny', 's'],
  ['pem', 'b'],
  ['pen', 'd'],
  ['per', ''],
  ['ber', ''],
  ['ter', ''],
  ['di', ''],
];
