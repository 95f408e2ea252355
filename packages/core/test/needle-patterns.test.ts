import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needlesIn, type Search } from '../src/check/blameless/needle.ts';
import { searches as animated } from '../src/check/blameless/animated.ts';
import { searches as counterfactual } from '../src/check/blameless/counterfactual.ts';
import { searches as hindsight } from '../src/check/blameless/hindsight.ts';
import { searches as humanError } from '../src/check/blameless/human-error.ts';
import { searches as individualBlame } from '../src/check/blameless/individual-blame.ts';
import { searches as negativeDescriptor } from '../src/check/blameless/negative-descriptor.ts';
import { searches as singleRootCause } from '../src/check/blameless/single-root-cause.ts';
import { searches as unmeasured } from '../src/check/blameless/unmeasured.ts';
import { searches as vigilance } from '../src/check/blameless/vigilance.ts';
import { searches as whoQuestion } from '../src/check/blameless/who-question.ts';

const SEED = 20261121;
const all: Readonly<Record<string, readonly Search[]>> = {
  animated,
  counterfactual,
  hindsight,
  humanError,
  individualBlame,
  negativeDescriptor,
  singleRootCause,
  unmeasured,
  vigilance,
  whoQuestion,
};
const each = Object.entries(all).flatMap(([rule, searches]) =>
  searches.map(([needle, pattern], index) => ({ rule, index, needle, pattern })),
);

/** A pattern without what it asks of its surroundings, so that words for it can be made. */
function plain(source: string): string {
  let [text, at] = ['', 0];
  while (at < source.length) {
    const around = /^\(\?<?[=!]/.exec(source.slice(at, at + 4));
    if (around !== null) at = closing(source, at) + 1;
    else if (source.startsWith('\\b', at)) at += 2;
    else {
      const part = /^(?:\\p\{\w+\}|\\.|[^\\])/.exec(source.slice(at, at + 12))?.[0] ?? '';
      text += part.startsWith('\\p{') ? 'x' : part;
      at += part.length;
    }
  }
  return text.replaceAll('[x', '[a-z').replaceAll('\\w', '[a-z]').replaceAll('[[a-z]', '[a-z').replaceAll('?:|', '?:');
}

function closing(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '(') depth += 1;
    else if (source[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return source.length;
}

/** The parts of a pattern between the bars of its outermost group. */
function alternatives(source: string): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  const whole = source.startsWith('(?:') && closing(source, 0) === source.length - 1 ? source.slice(3, -1) : source;
  for (let at = 0; at < whole.length; at += 1) {
    if (whole[at] === '\\') at += 1;
    else if (/[([]/.test(whole[at] as string)) depth += 1;
    else if (/[)\]]/.test(whole[at] as string)) depth -= 1;
    else if (whole[at] === '|' && depth === 0) {
      parts.push(whole.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, whole.slice(from)];
}

test.each(each)('no words that pattern $index of $rule finds are passed over', ({ needle, pattern }) => {
  const found = new RegExp(pattern.source, pattern.flags.replace('g', ''));
  let tried = 0;
  const passedOver: string[] = [];
  for (const source of alternatives(plain(pattern.source))) {
    const words = fc.stringMatching(new RegExp(`^(?:${source})$`));
    for (const made of fc.sample(words, { seed: SEED, numRuns: 60 })) {
      for (const sentence of [made, `we ${made} it`, `so why, who: ${made} the team`]) {
        if (!found.test(sentence)) continue;
        tried += 1;
        if ((needlesIn(sentence) & needle.bit) === 0 || !needle.pattern.test(sentence)) passedOver.push(sentence);
      }
    }
  }
  expect(passedOver).toEqual([]);
  expect(tried).toBeGreaterThan(20);
});
