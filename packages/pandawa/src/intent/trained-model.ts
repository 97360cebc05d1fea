import { type EncodedModel, encodeModel, fingerprintOf } from './classify.ts';
import { examplesOf, trainModel } from './train-model.ts';
import { trainingUtterances } from './training/training-utterances.ts';

/** Trains the classifier on the utterances of this package; some ten seconds. The result is committed. */
export function trainedModel(): EncodedModel {
  const model = trainModel(examplesOf(trainingUtterances, 2), {
    rounds: 12,
    rate: 0.5,
    decay: 1e-5,
    smoothing: 0.05,
  });
  return { ...encodeModel(model), fingerprint: trainingFingerprint() };
}

/** Fingerprint of the utterances as they are now, seen through slang, concepts and features. */
export function trainingFingerprint(): string {
  return fingerprintOf(examplesOf(trainingUtterances, 0));
}
