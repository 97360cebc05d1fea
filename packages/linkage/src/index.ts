export { Engine, type EngineOptions, type Row } from './engine/engine.ts';
export { sqlName, sqlString } from './engine/quote.ts';
