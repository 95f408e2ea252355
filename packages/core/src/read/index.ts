export { plainValues } from './plain-values.ts';
export { read, type ReadOptions } from './read.ts';
export type { Block, List, Row, Table } from './block.ts';
export { type Anatomy, takeApart } from './read.ts';
