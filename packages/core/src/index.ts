export * from './check/index.ts';
export * from './learn/index.ts';
export * from './measure/index.ts';
export * from './model/index.ts';
export { plainValues, proseOf, read, type ReadOptions, saysCancelled, writtenDay } from './read/index.ts';
export { type Language, languages, ownLanguage, type OwnLanguage } from './vocabulary/index.ts';
export * from './workspace/index.ts';
