export * from './postmortem.ts';
export * from './problem.ts';
export * from './search.ts';
