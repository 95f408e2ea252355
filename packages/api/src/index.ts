export * from './account.ts';
export * from './person.ts';
export * from './postmortem.ts';
export * from './problem.ts';
export * from './token.ts';
