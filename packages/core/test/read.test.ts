import { describe, expect, test } from 'vitest';
import { type Language, languages, plainValues, read } from '../src/index.ts';
import { fieldsIn, misplaced, short } from './reading.ts';

const filled = `# Lift stuck

**Date:** 2026-03-01
**Severity:** SEV2

## Timeline (CET)

| Time | Event | Owner |
|---|---|---|
| 14:05 | Lift stops | Ana |
| 14:20 | [Key event] | @owner |

## Action items

- [ ] Oil the rail (@bo)
`;

describe('reading', () => {
  test('twice gives the same', () => {
    expect(read(filled)).toEqual(read(filled));
  });

  test('never throws', () => {
    for (const text of [
      '|',
      '|---|',
      '- ',
      '>',
      '#',
      '**',
      '[',
      '![](',
      '```',
      '---',
      '---\n---',
      ':',
      '<!--',
      '\\',
      '&',
      '\u0000',
      '| a |\n|--',
      '- [ ]',
      '1.',
      '# \n## \n',
      '\t- a',
      '**a:**',
      '(((((',
      '2026-',
      '14:',
      '@',
      '~~~~',
    ]) {
      expect(() => read(text)).not.toThrow();
    }
  });

  test('every prefix of a document is read', () => {
    for (let length = 0; length < filled.length; length += 1) expect(() => read(filled.slice(0, length))).not.toThrow();
  });

  test.each<[string, string]>([
    ['labelled lines', 'Severity: SEV2\n'.repeat(150_000)],
    ['broken tables', '| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\n'.repeat(150_000)],
    ['events', `## Timeline\n\n${'- 14:05 stuck\n'.repeat(100_000)}`],
    ['cells', `| a |${' b |'.repeat(100_000)}\n|${'-|'.repeat(100_001)}\n| 1 |\n`],
    ['one line of a megabyte', 'x'.repeat(1_000_000)],
  ])('a great many of them are read: %s', (_form, text) => {
    expect(() => read(text)).not.toThrow();
  });

  test('every known field was written in the text, at its first place', () => {
    expect(misplaced(filled)).toEqual([]);
    const known = fieldsIn(read(filled).postmortem).filter(([, { state }]) => state === 'known');
    expect(known.filter(([, { written }]) => (written ?? '') === '')).toEqual([]);
  });

  test('messages come in the order of the text, each with a place in it', () => {
    const text =
      '# Lift\n\n**Date:** 31/09/2025\n**Duration:** quite a while\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\n```\nopen\n';
    const { messages } = read(text);
    expect(messages.map(({ code }) => code)).toEqual([
      'impossible-date',
      'unreadable-duration',
      'broken-table',
      'unclosed-fence',
    ]);
    expect(messages.map(({ place }) => place.from)).toEqual(
      messages.map(({ place }) => place.from).toSorted((a, b) => a - b),
    );
    for (const { place, message } of messages) {
      expect(place.from).toBeLessThanOrEqual(place.to);
      expect(place.to).toBeLessThanOrEqual(text.length);
      expect(message).toMatch(/[.!?]$/);
    }
  });

  test('one oddity is one message', () => {
    const { messages } = read('# Lift\n\n**Date:** 31/09/2025\n\n## Timeline\n\n- 14:05 stuck\n');
    expect(messages).toHaveLength(1);
  });

  test('a usual document needs no message', () => {
    expect(read(filled).messages).toEqual([]);
  });

  test('an end before its start is told', () => {
    const { messages } = read('# Lift\n\n**Start:** 2026-03-02 14:00\n**End:** 2026-03-01 13:00\n');
    expect(messages.map(({ code }) => code)).toContain('time-order');
  });

  test('rows that run backwards are told, and their order stays', () => {
    const text =
      '# Lift\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- 2026-03-01 14:05 a\n- 2026-03-01 13:00 b\n- 2026-03-01 15:00 c\n';
    expect(read(text).messages.map(({ code }) => code)).toContain('time-order');
    expect(plainValues(read(text)).timeline.map(({ text: words }) => words)).toEqual(['a', 'b', 'c']);
  });
});

describe('a team’s own words', () => {
  const none: Language = {
    code: 'en',
    markers: [],
    sections: {},
    weakSections: {},
    conjunctions: [],
    labels: {},
    columns: {},
    months: [],
    weekdays: [],
    beforeNoon: [],
    afterNoon: [],
    dayParts: [],
    approximately: [],
    until: [],
    at: [],
    units: {},
    done: [],
    open: [],
    cancelled: [],
    statuses: [],
    severities: [],
    unknown: [],
    notApplicable: [],
    nobody: [],
    yes: [],
    no: [],
    dueWords: [],
    imperatives: [],
    allTimes: [],
    roles: {},
    roleLabels: {},
  };

  test('are read beside those that Debrief knows', () => {
    const own: Language = {
      ...none,
      sections: { lessons: ['Campfire'] },
      labels: { commander: ['Captain'] },
      unknown: ['blank'],
    };
    const { postmortem, sections } = read(
      '# Lift\n\n**Captain:** Ana\n**Severity:** blank\n\n## Campfire\n\n## Impact\n',
      { languages: [...languages, own] },
    );
    expect(short(postmortem.people.commander)).toBe('Ana');
    expect(postmortem.severity).toMatchObject({ state: 'unknown', reason: 'placeholder' });
    expect(sections.flatMap(({ names }) => names)).toEqual(['lessons', 'impact']);
  });

  test('an empty vocabulary still reads', () => {
    expect(() => read(filled, { languages: [none] })).not.toThrow();
    expect(() => read(filled, { languages: [] })).not.toThrow();
  });
});
