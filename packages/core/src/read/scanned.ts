import type { Reading } from '../model/index.ts';
import type { Block } from './block.ts';

/** What the first look at a text finds: its blocks, before anybody asked what they mean. */
export interface Scanned {
  readonly flat: string;
  /** Where the blocks begin: behind the front matter. */
  readonly start: number;
  readonly blocks: readonly Block[];
  readonly references: ReadonlyMap<string, string>;
}

/** Kept beside each reading that was made here, so that its running text needs no second look. */
export const scannedFor = new WeakMap<Reading, Scanned>();
