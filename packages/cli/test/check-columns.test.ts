import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';
import { sarifLog } from './sarif-schema.ts';

const RULE = 'consistent/due-before-incident';
const SETTINGS = `rules:\n  complete: off\n  consistent: off\n  blameless: off\n  action: off\n  structure: off\n  ${RULE}: error\n`;
const SLICE = '2026-02-15';
const fixtures = path.join(import.meta.dirname, '../../core/test/fixtures');

const WORDS: Readonly<Record<string, string>> = {
  'emoji, CJK and loose marks': 'Re\u0301duire 🪁🪁 with 👩‍🚒 上限を設ける：队列长度',
  'what is escaped in some formats': '100% of a,b: <c> & "d"',
};

const LINES: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  CR: (text) => text.replaceAll('\n', '\r'),
  'LF and a byte order mark': (text) => `\uFEFF${text}`,
  'CRLF and a byte order mark': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
};

/** The finding is on the first line but for the title, so that a mark at the front would move it. */
function documentWith(words: string): string {
  return `# 凧 🪁\n\n**Date:** 2026-03-01\n\n## Action items\n\n- [ ] ${words} (@ana, due ${SLICE})\n`;
}

interface Pointed {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Where each format says that the one finding is. */
const POINTED: Readonly<Record<string, (output: string, text: string) => Partial<Pointed>>> = {
  json: (output, text) => {
    const [{ findings } = { findings: [] }] = JSON.parse(output) as {
      findings: { place: { from: number; to: number }; start: Pointed; end: Pointed }[];
    }[];
    const [found] = findings;
    expect(text.slice(found?.place.from, found?.place.to)).toBe(SLICE);
    return { line: found?.start.line ?? 0, column: found?.start.column ?? 0, endColumn: found?.end.column ?? 0 };
  },
  sarif: (output) => {
    const [run] = sarifLog.parse(JSON.parse(output)).runs;
    const region = run?.results[0]?.locations[0].physicalLocation.region;
    expect(region?.snippet?.text).toBe(SLICE);
    return { line: region?.startLine ?? 0, column: region?.startColumn ?? 0, endColumn: region?.endColumn ?? 0 };
  },
  github: (output) => {
    const [, line, column, endColumn] = /line=(\d+),endLine=\d+,col=(\d+),endColumn=(\d+)/.exec(output) ?? [];
    return { line: Number(line), column: Number(column), endColumn: Number(endColumn) };
  },
  junit: (output) => {
    const [, line, column] = />a\.md:(\d+):(\d+)\n/.exec(output) ?? [];
    return { line: Number(line), column: Number(column) };
  },
  text: (output) => {
    const [, line, column] = /^ {2}(\d+):(\d+) {2}error/m.exec(output) ?? [];
    return { line: Number(line), column: Number(column) };
  },
  markdown: (output) => ({ line: Number(/^\| (\d+) \| 🔴/m.exec(output)?.[1]) }),
};

const DOCUMENTS = Object.entries(LINES).flatMap(([lines, ended]) =>
  Object.entries(WORDS).map(([words, text]) => ({ name: `${words}, ${lines}`, text: ended(documentWith(text)) })),
);

describe.each(Object.entries(POINTED))('%s', (format, pointedIn) => {
  test('points to the slice, whatever the line ends and the words before it', () => {
    for (const { name, text } of DOCUMENTS) {
      const folder = folderWith({ 'debrief.yaml': SETTINGS, 'a.md': text });
      const { stdout } = debrief(folder, ['check', 'a.md', '--no-cache', '--no-color', '--format', format]);
      const pointed = pointedIn(stdout, text);
      const line = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)[(pointed.line ?? 0) - 1] ?? '';
      const { column = line.indexOf(SLICE) + 1, endColumn = column + SLICE.length } = pointed;
      expect({ name, slice: line.slice(column - 1, endColumn - 1) }).toEqual({ name, slice: SLICE });
    }
  });
});

test('SARIF of all that is written in strange ways is valid', () => {
  const strange = folderWith({
    'debrief.yaml': 'rules:\n  complete: warning\n',
    'braces.md': '# {0} down\n\n## Summary\n\n[a {b}](c) {{d}} [Name]()\n\n## Action items\n\n- [ ] Fix {1} [x](2)\n',
    'ä {b} [c] 100%.md': '# A\r\n\r\n## Summary\r\n\r\n[what {0} did]\r\n',
  });
  for (const [cwd, paths] of [
    [strange, ['.']],
    [fixtures, ['.']],
  ] as const) {
    const { stdout } = debrief(cwd, ['check', ...paths, '--no-cache', '--format', 'sarif', '--stage', 'published']);
    const parsed = sarifLog.safeParse(JSON.parse(stdout));
    expect(parsed.error?.issues.slice(0, 3)).toBeUndefined();
    expect(parsed.data?.runs[0]?.results.length).toBeGreaterThan(0);
  }
});

/** The attributes that readers of JUnit's XML know, by element; those with `!` have to be there. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  testsuites: ['name'],
  testsuite: ['name!', 'tests!', 'failures', 'errors', 'skipped'],
  testcase: ['name!', 'classname!', 'file', 'line'],
  failure: ['type', 'message'],
  'system-out': [],
};
const PARENTS: Readonly<Record<string, string>> = {
  testsuite: 'testsuites',
  testcase: 'testsuite',
  failure: 'testcase',
  'system-out': 'testcase',
};

test('JUnit has the elements and attributes that its readers know, and counts what it holds', () => {
  const { stdout } = debrief(fixtures, ['check', '.', '--no-cache', '--format', 'junit', '--fail-on', 'warning']);
  const open: string[] = [];
  const crossed: string[] = [];
  const counts: { tests: number; failures: number; readonly said: readonly (string | undefined)[] }[] = [];
  for (const [, end, name = '', list = '', single] of stdout.matchAll(
    /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g,
  )) {
    if (end === '/') {
      if (open.pop() !== name) crossed.push(name);
      continue;
    }
    const attributes = new Map([...list.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value]) => [key, value]));
    const known = ATTRIBUTES[name] ?? [];
    expect([...attributes.keys()].filter((key) => !known.some((each) => each.replace('!', '') === key))).toEqual([]);
    expect(known.filter((each) => each.endsWith('!') && !attributes.has(each.slice(0, -1)))).toEqual([]);
    expect(open.at(-1)).toBe(PARENTS[name]);
    if (name === 'testsuite')
      counts.push({ tests: 0, failures: 0, said: [attributes.get('tests'), attributes.get('failures')] });
    const suite = counts.at(-1);
    if (suite !== undefined && name === 'testcase') suite.tests += 1;
    if (suite !== undefined && name === 'failure') suite.failures += 1;
    if (single !== '/') open.push(name);
  }
  expect([open, crossed]).toEqual([[], []]);
  expect(counts.length).toBeGreaterThan(10);
  for (const { tests, failures, said } of counts) expect(said).toEqual([String(tests), String(failures)]);
});
