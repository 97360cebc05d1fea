import { bucketCount, type Features, featuresOf } from './features.ts';
import { type Intent, intents } from './intent.ts';
import { modelWeights } from './model-weights.ts';
import { type LinearModel, probabilities } from './train-model.ts';

/**
 * From this confidence on an intent is acted on; below it the person is shown the menu. Chosen by cross-validation on
 * the training utterances: about 3 % of what lies above it is wrong.
 */
export const confidenceThreshold = 0.5;

/** What an utterance most likely asks for. */
export interface Classified {
  readonly intent: Intent;
  /** Probability that the intent is right, 0 to 1. */
  readonly confidence: number;
  /** The next most likely, for a menu that asks "did you mean". */
  readonly runnerUp: Intent;
}

let loaded: LinearModel | undefined;

/** Finds the intent of one chat message. No network, no clock: the same message gives the same answer. */
export function classify(text: string): Classified {
  const features = featuresOf(text.slice(0, LONGEST));
  if (features.words.length === 0) return { intent: 'other', confidence: 1, runnerUp: 'greeting' };
  loaded ??= decodeModel(modelWeights);
  const scores = new Float32Array(intents.length);
  probabilities(loaded, features, scores, 1);
  const ranked = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const [first = 0, second = 0] = ranked;
  return {
    intent: intents[first] as Intent,
    confidence: scores[first] as number,
    runnerUp: intents[second] as Intent,
  };
}

/** A message says what it wants in its first lines; longer ones are cut. */
const LONGEST = 600;

/** A trained model as text. */
export interface EncodedModel {
  /** Of the training examples the weights come from. */
  readonly fingerprint: string;
  /** Weight of one step of the 8-bit numbers. */
  readonly step: number;
  readonly bias: readonly number[];
  /** Base64 of one signed byte for each bucket and intent. */
  readonly weights: string;
}

/** Weights in 8 bits. */
export function encodeModel({ weights, bias }: LinearModel): Omit<EncodedModel, 'fingerprint'> {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const step = most / 127;
  let bytes = '';
  for (const weight of weights) bytes += String.fromCharCode(Math.round(weight / step) & 255);
  return {
    step,
    bias: [...bias].map((value) => Math.round(value * 1e4) / 1e4),
    weights: btoa(bytes),
  };
}

/** Changes with any change of utterances, slang, concepts or features: then the model must be trained again. */
export function fingerprintOf(examples: readonly { features: Features }[]): string {
  let hash = 0x811c9dc5;
  for (const { features } of examples) {
    for (const [i, bucket] of features.buckets.entries()) {
      hash = Math.imul(hash ^ bucket, 0x01000193);
      hash = Math.imul(hash ^ Math.round((features.weights[i] as number) * 1000), 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function decodeModel({ step, bias, weights }: EncodedModel): LinearModel {
  const bytes = atob(weights);
  const decoded = new Float32Array(bucketCount * intents.length);
  for (let i = 0; i < decoded.length; i++) decoded[i] = ((bytes.charCodeAt(i) << 24) >> 24) * step;
  return { weights: decoded, bias: Float32Array.from(bias) };
}
