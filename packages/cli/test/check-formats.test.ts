import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';
import { sarifLog } from './sarif-schema.ts';

const NOW = ['--now', '2026-04-01T12:00Z', '--no-cache'];
const DUE = 'consistent/due-before-incident';
const SETTINGS = `rules:\n  complete: off\n  consistent: off\n  blameless: off\n  action: off\n  structure: off\n  ${DUE}: error\n`;

function kite(item = 'Add a limit to the queue'): string {
  return `# Kites down\n\n**Date:** 2026-03-01\n\n## Timeline (UTC)\n\n- 14:03 Alert fired\n\n## Action items\n\n- [ ] ${item} (@ana, due 2026-02-15)\n`;
}

const CLEAN = '# Kites up\n';

function checked(files: Readonly<Record<string, string>>, args: readonly string[], settings = SETTINGS) {
  const folder = folderWith({ 'debrief.yaml': settings, ...files });
  return debrief(folder, ['check', ...Object.keys(files), ...NOW, ...args]);
}

function sarif(files: Readonly<Record<string, string>>) {
  return sarifLog.parse(JSON.parse(checked(files, ['--format', 'sarif']).stdout));
}

function printsOf(text: string): readonly (string | undefined)[] {
  return sarif({ 'a.md': text }).runs.flatMap(({ results }) =>
    results.map(({ partialFingerprints }) => partialFingerprints['debrief/v1']),
  );
}

describe('sarif', () => {
  test('is valid, tells all rules, and points at the slice in UTF-16', () => {
    const text = kite('Fly 🪁 the kite');
    const { runs } = sarif({ 'my kite.md': text, 'b.md': CLEAN });
    const [run] = runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.invocations).toEqual([{ executionSuccessful: true }]);
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(run?.results.length).toBe(1);
    for (const { ruleId, level, locations, partialFingerprints } of run?.results ?? []) {
      expect(ids).toContain(ruleId);
      expect(level).toBe('error');
      expect(partialFingerprints['debrief/v1']).toMatch(/^[\w-]{16}:1$/);
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation.uri).toBe('my%20kite.md');
      const line = text.split('\n')[region.startLine - 1] ?? '';
      expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe('2026-02-15');
      expect(region.snippet?.text).toBe('2026-02-15');
    }
  });

  test('two findings alike have two fingerprints, which stay when lines move', () => {
    const item = '- [ ] Add a limit to the queue (@ana, due 2026-02-15)\n';
    const before = printsOf(kite() + item);
    expect(new Set(before).size).toBe(2);
    expect(printsOf(`${kite().replace('## Timeline', 'More words.\n\n## Timeline')}${item}`)).toEqual(before);
  });

  test('is valid without documents that could be read, and says so', () => {
    const [run] = sarif({ 'a.md': '' }).runs;
    expect(run?.results).toEqual([]);
    expect(run?.invocations).toEqual([{ executionSuccessful: false }]);
  });
});

describe('github', () => {
  test('is a command for each finding', () => {
    const { stdout, status } = checked({ 'a.md': kite(), 'b.md': CLEAN }, ['--format', 'github']);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^::error file=a\.md,line=11,endLine=11,col=\d+,endColumn=\d+,title=consistent\/due-before-incident::“Add[^\n]*%0A[^\n]*\n$/,
    );
  });

  test.each([
    ['warning', '::warning '],
    ['info', '::notice '],
  ])('%s is %s', (level, command) => {
    const { stdout } = checked({ 'a.md': kite() }, ['--format', 'github'], SETTINGS.replace('error', level));
    expect(stdout.startsWith(command)).toBe(true);
  });

  test('nothing in a name or a document ends a command or begins another', () => {
    const { stdout } = checked({ 'a,b:100%.md': kite('100% of ::error::x') }, ['--format', 'github']);
    expect(stdout.trimEnd().split('\n').length).toBe(1);
    expect(stdout).toContain('file=a%2Cb%3A100%25.md,');
    expect(stdout).toContain('“100%25 of ::error::x”');
  });
});

describe('junit', () => {
  test('is a suite for each document; findings below the failing level do not fail', () => {
    const files = { 'a.md': kite(), 'b.md': CLEAN };
    const failing = checked(files, ['--format', 'junit']).stdout;
    expect(failing).toContain('<testsuite name="a.md" tests="1" failures="1" errors="0" skipped="0">');
    expect(failing).toContain('<failure type="error" message="“Add');
    expect(failing).toContain('<testcase name="nothing to ask" classname="b.md"/>');
    const passing = checked(files, ['--format', 'junit', '--fail-on', 'never']).stdout;
    expect(passing).toContain('<testsuite name="a.md" tests="1" failures="0" errors="0" skipped="0">');
    expect(passing).not.toContain('<failure');
  });

  test('is XML whatever a document holds', () => {
    const { stdout } = checked({ 'a<&">.md': kite('Use <b> & "c" \u0001\uFFFF ]]>') }, ['--format', 'junit']);
    expect(isWellFormed(stdout)).toBe(true);
    expect(stdout).toContain('name="a&lt;&amp;&quot;&gt;.md"');
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0001\uFFFF]/);
  });
});

/** Elements close in the order in which they opened, and no mark of XML stands bare. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .replaceAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g, (_, ...parts: string[]) => {
      const [end, name = '', , single] = parts;
      if (end === '/') return open.pop() === name ? '' : '<';
      if (single !== '/') open.push(name);
      return '';
    });
  return open.length === 0 && !rest.includes('<') && !/&(?!amp;|lt;|gt;|quot;|#\d+;)/.test(xml);
}

describe('markdown', () => {
  test('is a table for each document with questions', () => {
    const { stdout } = checked({ 'a.md': kite(), 'b.md': CLEAN }, ['--format', 'markdown']);
    expect(stdout).toMatch(/^## Questions to the post-mortem\n\n### a\.md\n\n1 error\n\n\| line \|/);
    expect(stdout).toMatch(/\n\| 11 \| 🔴 error \| “Add.* \| .*\? \| `consistent\/due-before-incident` \|\n/);
    expect(stdout).not.toContain('### b.md');
    expect(stdout).toMatch(/\n\n1 error in 1 of 2 documents\n$/);
  });

  test('calls nobody, and no mark of a document makes Markdown', () => {
    const item = 'Ask @everyone | <img src=x> [a](b) `c` **d**';
    const { stdout } = checked({ 'a.md': kite(item) }, ['--format', 'markdown']);
    const row = stdout.split('\n').find((line) => line.startsWith('| 11')) ?? '';
    expect(row.match(/(?<!\\)\|/g)?.length).toBe(6);
    expect(row).not.toMatch(/@[a-z]|<img|(?<!\\)\[|(?<!\\)\*/);
  });

  test('without a question says so', () => {
    expect(checked({ 'b.md': CLEAN }, ['--format', 'markdown']).stdout).toBe(
      '## Questions to the post-mortem\n\n1 document checked, nothing to ask\n',
    );
  });
});

test('json is an array with an entry for each document', () => {
  const { stdout } = checked({ 'a.md': kite(), 'b.md': CLEAN }, ['--format', 'json']);
  const documents = JSON.parse(stdout) as readonly { file: string; findings: readonly object[] }[];
  expect(documents.map(({ file, findings }) => [file, findings.length])).toEqual([
    ['a.md', 1],
    ['b.md', 0],
  ]);
  expect(Object.keys(documents[0]?.findings[0] ?? {})).toEqual(
    expect.arrayContaining(['rule', 'level', 'message', 'question', 'reason', 'place', 'start', 'end', 'fingerprint']),
  );
});

const WHOLE: Readonly<Record<string, (stdout: string) => boolean>> = {
  text: (stdout) => stdout === '',
  json: (stdout) => JSON.stringify(JSON.parse(stdout)) === '[]',
  sarif: (stdout) => sarifLog.parse(JSON.parse(stdout)).runs.length === 1,
  junit: isWellFormed,
  github: (stdout) => stdout === '',
  markdown: (stdout) => stdout.endsWith('1 not read\n'),
};

test.each(Object.entries(WHOLE))('%s of nothing at all is whole', (format, isWhole) => {
  const { status, stdout } = debrief(folderWith({}), ['check', 'none.md', '--format', format]);
  expect({ status, isWhole: isWhole(stdout) }).toEqual({ status: 2, isWhole: true });
});
