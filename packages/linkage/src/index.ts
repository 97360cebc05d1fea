export { Engine, type EngineOptions, type LoadColumn, type Row } from './engine/engine.ts';
export { sqlName, sqlString } from './engine/quote.ts';
export { type LinkInput, type LinkResult, link, type StageReport } from './link.ts';
export type * from './model/link-model.ts';
export { plainWords, type StandardWord, type WordStandardiser } from './model/word-standardiser.ts';
