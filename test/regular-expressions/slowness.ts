import type { Pump } from './pumps.ts';

const MEGABYTE = 1_000_000;
const MOST_MILLISECONDS = 100;

/** From short to long, so that what grows without bound is seen before it takes a day. */
const LENGTHS = [16, 20, 24, 28, 32, 64, 128, 256, 1_000, 4_000, 32_000];

/** A loop over matches stops here: what each match costs is no backtracking. */
const MOST_MATCHES = 2_000;

/** So many of the pumps that take longest at the second length are grown to the full one. */
const MOST_GROWN = 3;

interface Slow {
  readonly pump: Pump;
  readonly length: number;
  readonly milliseconds: number;
}

/**
 * Where an expression takes too long over a pumped text, by the best of three; null where it never does. What grows
 * faster than the text is slow before it is as long as it can get, so that only the worst pumps are grown to the end. Time
 * is that of the processor, which others on the machine do not lengthen.
 */
export function slownessOf(expression: RegExp, pumps: readonly Pump[], longest: number = MEGABYTE): Slow | null {
  const lengths = LENGTHS.filter((each) => each < longest);
  const costs: { pump: Pump; milliseconds: number }[] = [];
  for (const pump of pumps) {
    let last = 0;
    for (const length of lengths) {
      last = timeOf(expression, pump, length);
      if (last >= MOST_MILLISECONDS) return { pump, length, milliseconds: last };
    }
    costs.push({ pump, milliseconds: last });
  }
  const worst = costs.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, MOST_GROWN);
  for (const { pump } of worst) {
    const milliseconds = timeOf(expression, pump, longest);
    if (milliseconds >= MOST_MILLISECONDS) return { pump, length: longest, milliseconds };
  }
  return null;
}

function timeOf(expression: RegExp, pump: Pump, length: number): number {
  const text = pumped(pump, length);
  return bestOfThree(() => look(expression, text));
}

function pumped({ head, body, tail }: Pump, length: number): string {
  return head + body.repeat(Math.ceil(length / body.length)) + tail;
}

function bestOfThree(run: () => void): number {
  let best = Infinity;
  for (let attempt = 0; attempt < 3 && best >= MOST_MILLISECONDS; attempt += 1) {
    const start = process.cpuUsage();
    run();
    best = Math.min(best, process.cpuUsage(start).user / 1_000);
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
