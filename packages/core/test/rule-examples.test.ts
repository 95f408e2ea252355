import { describe, expect, test } from 'vitest';
import { type Finding, type Rule, rules, stageNames } from '../src/index.ts';
import { findingsIn } from './checked.ts';
import { commentOf, exampleContext } from './rule-examples.ts';

/** What a rule finds in a text; one that is off by itself is turned on. */
function found(rule: Rule, text: string): readonly Finding[] {
  const isOff = rule.levels.published === 'off';
  const findings = findingsIn(text, { ...exampleContext, levels: isOff ? { [rule.id]: 'warning' } : {} });
  return findings.filter(({ rule: id }) => id === rule.id);
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const { about, finds, passes } = commentOf(rule);

  test('says in its comment what it looks for, with two examples of each kind', () => {
    expect(about).toMatch(/^Looks for .+\.$/);
    expect(finds.length).toBeGreaterThanOrEqual(2);
    expect(passes.length).toBeGreaterThanOrEqual(2);
  });

  test.each(finds.map((example) => [example.written.slice(0, 160), example] as const))(
    'finds %s',
    (_written, example) => {
      const findings = found(rule, example.text);
      expect(findings).not.toEqual([]);
      if (example.slice === null) return;
      const slices = findings.map(({ place: { from, to } }) => example.text.slice(from, to));
      expect(slices).toContain(example.slice);
    },
  );

  test.each(passes.map((example) => [example.written.slice(0, 160), example] as const))(
    'passes %s',
    (_written, { text }) => {
      expect(found(rule, text)).toEqual([]);
    },
  );

  test('says all that a finding takes', () => {
    const { id, about: line, reason, question, levels } = rule;
    expect(id).toMatch(/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(line).toMatch(/\.$/);
    expect(reason).toMatch(/\.$/);
    expect(question.trim()).not.toBe('');
    expect(Object.keys(levels).toSorted()).toEqual([...stageNames].toSorted());
  });
});

test('no two rules have the same id', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
