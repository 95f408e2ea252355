import v8 from 'node:v8';

/** Below this many documents the heap stays small by itself. */
const WORTH_A_FLAG = 1500;

/**
 * Keeps the space for what is soon forgotten as small as it starts. Records of many documents come in faster than the
 * collector runs, and V8 answers by making that space three times 32 MB, which it never gives back.
 */
export function keepHeapSteady(documents: number): void {
  if (documents >= WORTH_A_FLAG) v8.setFlagsFromString('--semi-space-growth-factor=1');
}
