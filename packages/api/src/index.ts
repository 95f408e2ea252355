export * from './postmortem.ts';
export * from './problem.ts';
