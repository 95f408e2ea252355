export * from './related/index.ts';
