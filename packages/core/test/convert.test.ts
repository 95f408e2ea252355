import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';
import { comparable, convert, type Converted, draft, withCarried } from '../src/write/index.ts';
import { contentFrom, facts } from './any-content.ts';
import { templateNamed, templates } from './templates.ts';
import { fixtures } from './texts.ts';

const names = [...templates.keys()];
const known = [...templates.values()];

function converted(text: string, name: string): Converted {
  return convert(read(text), templateNamed(name), { templates: known });
}

/** What is read otherwise after a document went to another template and back. */
function changedByReturn(text: string, there: string, back: string): readonly string[] {
  const before = comparable(read(text));
  const after = comparable(read(converted(converted(text, there).text, back).text));
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);
}

/** Fixtures that keep every word and yet read otherwise somewhere, with what and why. */
const READ_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  // A paragraph is an action item only where its section has no list; most templates have one.
  'timeline-prose.md': ['actionItems'],
  'actions-prose-only.md': ['summary'],
  // Two summaries in one document: which of them comes first depends on the template.
  'seed-alert-filled.md': ['summary'],
};

describe.each(names)('into %s', (name) => {
  test.each(fixtures)('%s loses no word', (_fixture, text) => {
    expect(converted(text, name).losses.dropped).toEqual([]);
  });

  test('a draft with everything given goes to each other template and comes back', () => {
    const holds = fc.property(facts, fc.constantFrom(...names), (given, there) => {
      const text = withCarried(draft(templateNamed(name), contentFrom(given).content), '');
      expect(converted(text, there).losses.dropped).toEqual([]);
      expect(changedByReturn(text, there, name)).toEqual([]);
    });
    fc.assert(holds, { seed: 20260301, numRuns: 20 });
    fc.assert(holds, { numRuns: 5 });
  });
});

describe('there and back again', () => {
  const filled = fixtures.filter(([fixture]) => fixture.startsWith('seed-') && fixture.endsWith('-filled.md'));
  const pairs = names.flatMap((own) => names.map((there) => [own, there] as const));

  test.each(filled)('%s by each pair of templates', (fixture, text) => {
    const changed = pairs.flatMap(([own, there]) =>
      changedByReturn(converted(text, own).text, there, own).filter(
        (key) => READ_OTHERWISE[fixture]?.includes(key) !== true,
      ),
    );
    expect(changed).toEqual([]);
  });

  test.each(
    fixtures.map(
      ([fixture, text], index) => [fixture, text, ...(pairs[index % pairs.length] ?? pairs[0] ?? [])] as const,
    ),
  )('%s by one pair', (fixture, text, own = '', there = '') => {
    const changed = changedByReturn(converted(text, own).text, there, own);
    expect(changed.filter((key) => READ_OTHERWISE[fixture]?.includes(key) !== true)).toEqual([]);
  });
});

function compact(text: string): Converted {
  return converted(text, 'compact');
}

describe('what is in a document', () => {
  test('keeps its words for a severity beside those of the other scale, and takes them back', () => {
    const there = converted('# Mail down\n\n**Severity:** SEV2\n', 'executive');
    expect(there.text).toContain('**Severity**: P1 (SEV2)\n');
    expect(there.losses.reshaped).toEqual([{ what: 'severity', before: 'SEV2', after: 'P1 (SEV2)' }]);
    expect(compact(there.text).text).toContain('**Severity:** SEV2 ');
  });

  test('goes below a heading of its own, with the heading that it stood under, where it has no place', () => {
    const { text, losses } = compact('# Mail down\n\n## The weather\n\nIt rained.\n');
    expect(text).toContain('## Carried over from another template\n\n### The weather\n\nIt rained.\n');
    expect(losses.carried).toEqual(['The weather']);
  });

  test('is not carried twice', () => {
    const once = compact('# Mail down\n\n## The weather\n\nIt rained.\n').text;
    const twice = converted(once, 'executive').text;
    expect(twice).toContain('## Carried over from another template\n\n### The weather\n\nIt rained.\n');
    expect(twice.match(/It rained/g)).toHaveLength(1);
  });

  test('keeps figures, links, code, pictures, comments, footnotes and definitions', () => {
    const parts = [
      '![Queue](queue.png "5 %")',
      '[log](https://example.org/a_(b)?c=1)',
      '```sh\nmake | health\n```',
      '<!-- not for customers -->',
      'Late[^1].',
      '[^1]: By an hour.',
      '[ref]: https://example.org/ref',
    ];
    const { text } = compact(`# Mail down\n\n## The weather\n\n${parts.join('\n\n')}\n`);
    for (const part of parts) expect(text).toContain(part);
  });

  test('keeps a timeline in its own form where a table would lose something', () => {
    const list = '- 10:02 Queue full\n  - seen by two people\n- 10:30 Queue empty';
    const { text } = compact(`# Mail down\n\n## Timeline\n\n${list}\n`);
    expect(text).toContain(`## Timeline\n\n${list}\n`);
  });

  test('gives a table further columns for what its template never asks', () => {
    const { text } = compact(
      '# Mail down\n\n## Timeline\n\n| Time | Event | Action Taken |\n|---|---|---|\n| 10:02 | Full | Paged |\n',
    );
    expect(text).toMatch(/\| Time \| Event \| Owner \| Action Taken \|\n.*\n\| 10:02 \| Full \| @owner \| Paged \|/);
  });

  test('keeps the front matter as it is, and shows its severity in the header', () => {
    const { text } = compact(
      '---\nseverity: SEV1 # worst\ntimes:\n  detected: 2026-03-01T10:02Z\n---\n\n# Mail down\n',
    );
    expect(text).toMatch(/^---\nseverity: SEV1 # worst\ntimes:\n {2}detected: 2026-03-01T10:02Z\n---\n\n# Mail down\n/);
    expect(text).toContain('**Severity:** SEV1 ');
  });

  test('keeps further incidents of the same file apart', () => {
    const two =
      '# Two outages\n\n## First outage\n\n### Timeline\n\n- 10:00 Down\n\n## Second outage\n\n### Timeline\n\n- 12:00 Down again\n';
    const { text } = compact(two);
    expect(plainValues(read(text)).timeline).toHaveLength(1);
    expect(text).toContain('## Further incidents of the same file\n\n## Second outage');
  });

  test('comes out with LF line ends and without a byte order mark', () => {
    const { text } = compact('\uFEFF# Mail down\r\n\r\n## The weather\r\n\r\nIt rained.\r\n');
    expect(text).not.toMatch(/[\r\uFEFF]/);
    expect(text).toContain('### The weather\n\nIt rained.\n');
  });
});
