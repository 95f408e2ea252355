export { plainValues } from './plain-values.ts';
export { read, type ReadOptions } from './read.ts';
export type { Block, List, Row, Table } from './block.ts';
export { type Anatomy, takeApart } from './read.ts';
export { areSilent, isSilentParagraph } from './silence.ts';
export { labelPlacesIn, placeholderCell, saysWord } from './covered.ts';
export { type Labelled, nameOf } from './labels.ts';
export { type Context, textField } from './context.ts';
export { isWithin } from './outline.ts';
