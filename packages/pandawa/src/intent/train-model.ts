import { bucketCount, type Features, featuresOf } from './features.ts';
import { type Intent, intents } from './intent.ts';

export interface Example {
  readonly features: Features;
  readonly intent: number;
}

/** Weights by bucket and intent: `weights[bucket * intents.length + intent]`, and one bias an intent. */
export interface LinearModel {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const classes = intents.length;

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Examples of lines of utterances by intent, with worn copies of each: see `wornCopies`. */
export function examplesOf(utterances: Readonly<Record<Intent, string>>, copies: number): Example[] {
  const examples: Example[] = [];
  const random = seeded(20_260_201);
  for (const [index, intent] of intents.entries()) {
    for (const line of utterances[intent].split('\n').filter(Boolean)) {
      examples.push({ features: featuresOf(line), intent: index });
      for (let copy = 0; copy < copies; copy++) {
        examples.push({ features: featuresOf(worn(line, intent, random)), intent: index });
      }
    }
  }
  return examples;
}

const openers =
  'min|halo kak|maaf pak mau tanya|permisi bu|selamat pagi admin|tolong dong|pak|om swastyastu|assalamualaikum|halo bpjs|mohon info|aduh|gini kak|jadi gini min|tiang|kak mau nanya|bu saya mau tanya|misi'.split(
    '|',
  );
const closers =
  'ya|dong|makasih|mohon infonya|gimana ya|plis|!!!|suksma|pak|min|kak|nggih|tolong dibantu|gimana sih|terima kasih|??|ya kak makasih|mohon bantuannya|cepet dong|parah banget|pusing saya'.split(
    '|',
  );
const stories =
  'saya kerja di hotel di kuta|rumah saya di tabanan|saya dari denpasar|soalnya lagi butuh|istri saya yang nyuruh|kemarin dari puskesmas|orang tua sudah 60 tahun|anak saya dua|bpjs mandiri kelas 3|sudah dari tahun lalu|tadi di klinik disuruh tanya ke sini|saya bingung|bapak saya peserta mandiri|mau berobat besok'.split(
    '|',
  );

/** The utterance as somebody else would have typed it: greeted, thanked, told around, with slips and lost vowels. */
function worn(line: string, intent: Intent, random: () => number): string {
  const pick = (choices: readonly string[]) => choices[Math.floor(random() * choices.length)] ?? '';
  const talk = intent === 'greeting' || intent === 'thanks';
  const words = line.split(' ').map((word) => {
    if (word.length < 5 || random() > 0.15) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const kind = random();
    if (kind < 0.3) return word[0] + word.slice(1).replace(/[aeiou]/g, '');
    if (kind < 0.55) return word.slice(0, at) + word.slice(at + 1);
    if (kind < 0.8) return word.slice(0, at) + (word[at] ?? '') + word.slice(at);
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  });
  let text = words.join(' ');
  if (talk) return text;
  if (random() < 0.5) text = `${pick(openers)} ${text}`;
  if (intent !== 'other' && random() < 0.2) text = `${pick(stories)} ${text}`;
  if (intent !== 'other' && random() < 0.12) text = `${text} ${pick(stories)}`;
  if (random() < 0.5) text = `${text} ${pick(closers)}`;
  return text;
}

/** A miss too small to learn from. */
const NEGLIGIBLE = 0.003;

/** Settings of the training. */
export interface Training {
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  readonly smoothing: number;
}

/** Multinomial logistic regression by AdaGrad; repeatable: the same examples give the same weights. */
export function trainModel(
  examples: readonly Example[],
  { rounds, rate, decay, smoothing }: Training,
): LinearModel {
  const weights = new Float32Array(bucketCount * classes);
  const bias = new Float32Array(classes);
  const seen = new Float32Array(bucketCount * classes).fill(1e-2);
  const biasSeen = new Float32Array(classes).fill(1e-2);
  const order = examples.map((_, i) => i);
  const random = seeded(7);
  const scores = new Float32Array(classes);
  const missed = new Uint8Array(classes);
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const at of order) {
      const { features, intent } = examples[at] as Example;
      probabilities({ weights, bias }, features, scores, 1);
      let touched = 0;
      for (let c = 0; c < classes; c++) {
        const wanted = c === intent ? 1 - smoothing : smoothing / (classes - 1);
        const miss = (scores[c] as number) - wanted;
        if (Math.abs(miss) < NEGLIGIBLE) continue;
        missed[touched++] = c;
        biasSeen[c] = (biasSeen[c] as number) + miss * miss;
        bias[c] = (bias[c] as number) - (rate * miss) / Math.sqrt(biasSeen[c] as number);
        scores[c] = miss;
      }
      for (let f = 0; f < features.buckets.length; f++) {
        const base = (features.buckets[f] as number) * classes;
        const value = features.weights[f] as number;
        for (let t = 0; t < touched; t++) {
          const c = missed[t] as number;
          const k = base + c;
          const gradient = (scores[c] as number) * value + decay * (weights[k] as number);
          seen[k] = (seen[k] as number) + gradient * gradient;
          weights[k] = (weights[k] as number) - (rate * gradient) / Math.sqrt(seen[k] as number);
        }
      }
    }
  }
  return { weights, bias };
}

/** Fills `into` with the probability of each intent; a higher temperature is more modest. */
export function probabilities(
  { weights, bias }: LinearModel,
  features: Features,
  into: Float32Array,
  temperature: number,
): void {
  into.set(bias);
  for (let f = 0; f < features.buckets.length; f++) {
    const base = (features.buckets[f] as number) * classes;
    const value = features.weights[f] as number;
    for (let c = 0; c < classes; c++) into[c] = (into[c] as number) + (weights[base + c] as number) * value;
  }
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) top = Math.max(top, into[c] as number);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    into[c] = Math.exp(((into[c] as number) - top) / temperature);
    sum += into[c] as number;
  }
  for (let c = 0; c < classes; c++) into[c] = (into[c] as number) / sum;
}
