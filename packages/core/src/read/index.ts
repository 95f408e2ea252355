export type { Block } from './block.ts';
export { textField } from './context.ts';
export { labelPlacesIn, placeholderCell, saysWord } from './covered.ts';
export { type Labelled, nameOf } from './labels.ts';
export { isWithin } from './outline.ts';
export { type Anatomy, read, type ReadOptions, takeApart } from './read.ts';
export { areSilent } from './silence.ts';
