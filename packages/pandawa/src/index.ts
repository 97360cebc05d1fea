export { type Classified, classify, confidenceThreshold } from './intent/classify.ts';
export { type Intent, intents } from './intent/intent.ts';
export { trainedModel } from './intent/trained-model.ts';
