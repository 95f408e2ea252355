export * from './check/index.ts';
export * from './house/index.ts';
export * from './learn/index.ts';
export * from './measure/index.ts';
export { proseOf } from './read/prose.ts';
export * from './read/reading.ts';
export * from './workspace/index.ts';
