import { checkReading, type CheckContext, read } from '../../../packages/core/src/index.ts';
import { generate } from '../corpus/generate.ts';
import { table } from '../corpus/markdown.ts';

const KILOBYTES = 20;
const WARM_UP = 300;
const ROUNDS = 1_000;

const measuring = { now: Date.UTC(2026, 10, 20), zone: null, definitions: {}, services: [] };
const context: CheckContext = {
  now: measuring.now,
  stage: 'review',
  severityLevel: null,
  people: [],
  teams: [],
  levels: {},
  knownIncidents: null,
};

/** Reading and checking a document anew after each keystroke, in one process, as an editor does. */
export function recheck(): string {
  const text = documentOf(KILOBYTES * 1_000);
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const at = Math.floor((text.length * round) / (WARM_UP + ROUNDS));
    const edited = `${text.slice(0, at)}${'abcdefghij'[round % 10]}${text.slice(at)}`;
    const start = performance.now();
    checkReading(read(edited), measuring, context);
    if (round >= WARM_UP) times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const percentile = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
  return table(
    [`${ROUNDS} keystrokes in a document of ${KILOBYTES} kB`, 'milliseconds'],
    [
      ['median', percentile(0.5)],
      ['**p95**', percentile(0.95)],
      ['p99', percentile(0.99)],
    ],
  );
}

/** A document of some length: sections of several generated ones, one behind the other, below the title of the first. */
function documentOf(length: number): string {
  let text = '';
  for (const { text: next } of generate(60)) {
    if (text.length >= length) break;
    text += text === '' ? next : next.slice(Math.max(0, next.indexOf('\n## ')));
  }
  return text.slice(0, length);
}
