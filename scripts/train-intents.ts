import { writeFileSync } from 'node:fs';
import { trainedModel } from '@jangkau/pandawa';

/** Trains the intent classifier again and writes its weights; needed after a change of its utterances or words. */
const { fingerprint, step, bias, weights } = trainedModel();
const target = new URL('../packages/pandawa/src/intent/model-weights.ts', import.meta.url);
writeFileSync(
  target,
  `import type { EncodedModel } from './classify.ts';

/** Written by scripts/train-intents.ts from the training utterances. */
export const modelWeights: EncodedModel = {
  fingerprint: '${fingerprint}',
  step: ${step},
  // biome-ignore format: one number an intent
  bias: [${bias.join(', ')}],
  weights:
    '${weights}',
};
`,
);
console.log(`model ${fingerprint} written`);
