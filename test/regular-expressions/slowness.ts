import type { Pump } from './pumps.ts';

export const MEGABYTE = 1_000_000;
export const MOST_MILLISECONDS = 100;

/** From short to long, so that what grows without bound is seen before it takes a day. */
const LENGTHS = [16, 20, 24, 28, 32, 64, 128, 256, 1_000, 4_000, 16_000, 64_000, MEGABYTE];

/** A loop over matches stops here: what each match costs is no backtracking. */
const MOST_MATCHES = 2_000;

export interface Slow {
  readonly length: number;
  readonly milliseconds: number;
}

/** The shortest length at which an expression takes too long over a pumped text, by the best of three; else null. */
export function slownessOf(expression: RegExp, pump: Pump): Slow | null {
  for (const length of LENGTHS) {
    const text = pumped(pump, length);
    const milliseconds = bestOfThree(() => look(expression, text));
    if (milliseconds >= MOST_MILLISECONDS) return { length, milliseconds };
  }
  return null;
}

function pumped({ head, body, tail }: Pump, length: number): string {
  return head + body.repeat(Math.ceil(length / body.length)) + tail;
}

function bestOfThree(run: () => void): number {
  let best = Infinity;
  for (let attempt = 0; attempt < 3 && best >= MOST_MILLISECONDS; attempt += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function look(expression: RegExp, text: string): void {
  expression.lastIndex = 0;
  for (let matches = 0; matches < MOST_MATCHES; matches += 1) {
    const match = expression.exec(text);
    if (match === null || !expression.global) return;
    if (match[0] === '') expression.lastIndex += 1;
  }
}
