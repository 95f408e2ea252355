import v8 from 'node:v8';

/** Below this many documents the heap stays small by itself. */
const WORTH_A_FLAG = 1500;

/**
 * Keeps the space for what is soon forgotten as small as it is, and collects the rest before it has grown by a third.
 * Documents come in faster than the collector runs, and V8 answers by making the first space three times 32 MB, which it
 * never gives back, and by letting the other grow to several times of what is in use.
 */
export function keepHeapSteady(documents: number): void {
  if (documents < WORTH_A_FLAG) return;
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  v8.setFlagsFromString('--heap-growing-percent=30');
}
