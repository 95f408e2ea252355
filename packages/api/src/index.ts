export * from './comment.ts';
export * from './postmortem.ts';
export * from './problem.ts';
export * from './review.ts';
export * from './revision.ts';
export * from './account.ts';
export * from './person.ts';
export * from './token.ts';
