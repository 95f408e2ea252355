import { describe, expect, test } from 'vitest';
import { check } from '../src/index.ts';
import { checkedOf, findingsIn } from './checked.ts';
import { longTexts } from './long-texts.ts';

/** Where the text doubles, linear time grows by 2, quadratic time by 4. */
const MOST_GROWTH = 2.6;

/** Of shorter times a ratio says more about the clock than about the rules. */
const MEASURABLE_MILLISECONDS = 40;

const LENGTH = 100_000;

describe.each(Object.entries(longTexts))('%s', (_kind, textOf) => {
  test('is checked in a time that grows as the text does', { timeout: 120_000, retry: 2 }, () => {
    const long = bestTime(textOf(2 * LENGTH));
    if (long < MEASURABLE_MILLISECONDS) return;
    const short = bestTime(textOf(LENGTH));
    expect(long / Math.max(short, MEASURABLE_MILLISECONDS / 2)).toBeLessThan(MOST_GROWTH);
  });
});

test.each([
  ['quotes', '> '],
  ['list marks', '- '],
  ['brackets', '['],
  ['parentheses', '('],
  ['open details', '<details>\n'],
  ['braces in front matter', '---\na: {'],
  ['stars', '**a *b '],
  ['comments', '<!-- '],
])('10,000 levels of %s break no stack', (_what, piece) => {
  const text = `# Lift stuck\n\n## Action items\n\n${piece.repeat(10_000)}x\n`;
  for (const each of [text, piece.repeat(10_000)])
    expect(findingsIn(each, { stage: 'published' }).length).toBeGreaterThan(0);
});

/** The time that the processor takes for the rules alone, which others on the machine do not lengthen: the best of three. */
function bestTime(text: string): number {
  const document = checkedOf(text, { stage: 'published' });
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    check(document);
    return process.cpuUsage(start).user / 1_000;
  });
  return Math.min(...times);
}
