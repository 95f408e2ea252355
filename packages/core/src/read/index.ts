export { plainValues } from './plain-values.ts';
export { read, type ReadOptions } from './read.ts';
