import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const TEXT = `# Kites down

**Date:** 2026-03-01
**Severity:** SEV3

## Timeline

| Time  | Event       |
|-------|-------------|
| 14:05 | Kite fell   |
| 14:20 | Line mended |

## Action items

- [ ] Buy line (KITE-7)
- [ ] Check knots
`;

/** Runs an edit on a file of its own and answers with what became of it. */
function edited(args: readonly string[], content: string | Uint8Array = TEXT) {
  const folder = folderWith({ 'kites.md': content });
  const file = path.join(folder, 'kites.md');
  const ended = debrief(folder, ['edit', 'kites.md', ...args]);
  return { ...ended, folder, file, text: fs.readFileSync(file, 'utf8') };
}

describe('a change is written into the file', () => {
  test.each<readonly [readonly string[], string, string]>([
    [['set', 'severity', 'SEV2'], '**Severity:** SEV3', '**Severity:** SEV2'],
    [['set', 'commander', 'Ana Pérez'], '**Severity:** SEV3', '**Severity:** SEV3\n**Incident commander:** Ana Pérez'],
    [['set', 'authors', 'Ana', 'Bo'], '**Severity:** SEV3', '**Severity:** SEV3\n**Author:** Ana, Bo'],
    [['set', 'severity', '--clear'], '**Severity:** SEV3', '**Severity:** '],
    [['event', 'add', '14:10', 'Ana calls'], '| 14:20', '| 14:10 | Ana calls   |\n| 14:20'],
    [['event', 'change', '1', '--at', '14:06'], '| 14:05', '| 14:06'],
    [['event', 'change', 'Kite fell', '--text', 'All fell'], 'Kite fell  ', 'All fell   '],
    [
      ['event', 'move', '2', '1'],
      '| 14:05 | Kite fell   |\n| 14:20 | Line mended |',
      '| 14:20 | Line mended |\n| 14:05 | Kite fell   |',
    ],
    [['event', 'remove', '1'], '| 14:05 | Kite fell   |\n', ''],
    [
      ['action', 'add', 'Fly lower', '--owner', '@bo', '--owner', '@ana'],
      '- [ ] Check knots',
      '- [ ] Check knots\n- [ ] Fly lower (@bo, @ana)',
    ],
    [['action', 'change', 'Check knots', '--due', '2026-04-01'], 'Check knots', 'Check knots (due 2026-04-01)'],
    [['action', 'tick', 'KITE-7'], '- [ ] Buy', '- [x] Buy'],
    [['tick', '2'], '- [ ] Check', '- [x] Check'],
    [['action', 'remove', '2'], '- [ ] Check knots\n', ''],
    [
      ['add', 'lesson', 'wentWell', 'A spare line'],
      '## Action items',
      '## What went well\n\n- A spare line\n\n## Action items',
    ],
    [
      ['add', 'why', 'Why did it fall?', 'The line tore.'],
      '## Action items',
      '## Five whys\n\n- Why did it fall? The line tore.\n\n## Action items',
    ],
    [
      ['add', 'factor', 'Old line', '--kind', 'technical'],
      '## Action items',
      '## Contributing factors\n\n- **Technical:** Old line\n\n## Action items',
    ],
    [
      ['pin', 'detected', '2026-03-01T14:06Z'],
      '# Kites down',
      '---\ntimes:\n  detected: 2026-03-01T14:06Z\n---\n\n# Kites down',
    ],
    [['section', 'glossary'], '- [ ] Check knots\n', '- [ ] Check knots\n\n## Glossary\n'],
  ])('%j', (args, old, now) => {
    const { status, stdout, stderr, text, folder } = edited(args);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(text).toBe(TEXT.replace(old, now));
    expect(fs.readdirSync(folder)).toEqual(['kites.md']);
  });

  test('an approval gets a section with a table', () => {
    const { text } = edited(['add', 'approval', 'Lead', 'Ana', '2026-03-05']);
    expect(text).toContain(
      '## Sign-off\n\n| Role | Name | Date |\n|------|------|------|\n| Lead | Ana | 2026-03-05 |\n',
    );
  });
});

describe('where the text goes', () => {
  test('--dry-run shows the lines that would change, and writes nothing', () => {
    const { status, stdout, text } = edited(['event', 'add', '14:10', 'Ana calls', '--dry-run']);
    expect(status).toBe(0);
    expect(text).toBe(TEXT);
    expect(stdout.split('\n')).toEqual([
      '--- kites.md',
      '+++ kites.md',
      '@@ -8,5 +8,6 @@',
      ' | Time  | Event       |',
      ' |-------|-------------|',
      ' | 14:05 | Kite fell   |',
      '+| 14:10 | Ana calls   |',
      ' | 14:20 | Line mended |',
      ' ',
      '',
    ]);
  });

  test('a control character of the document does not reach the terminal', () => {
    const { stdout } = edited(['set', 'severity', 'SEV1', '--dry-run'], '**Severity:** SEV3 \u001b[31m\n');
    expect(stdout).not.toContain('\u001b');
  });

  test('--output writes beside and leaves the file', () => {
    const { folder, text } = edited(['set', 'severity', 'SEV2', '--output', 'new.md']);
    expect(text).toBe(TEXT);
    expect(fs.readFileSync(path.join(folder, 'new.md'), 'utf8')).toBe(TEXT.replace('SEV3', 'SEV2'));
  });

  test('--output - prints it', () => {
    expect(edited(['set', 'severity', 'SEV2', '-o', '-'])).toMatchObject({
      text: TEXT,
      stdout: TEXT.replace('SEV3', 'SEV2'),
    });
  });

  test('standard input goes to standard output', () => {
    const { status, stdout } = debrief(folderWith({}), ['edit', '-', 'set', 'severity', 'SEV2'], TEXT);
    expect({ status, stdout }).toEqual({ status: 0, stdout: TEXT.replace('SEV3', 'SEV2') });
  });

  test('the mode of the file stays, and a link stays a link', () => {
    const folder = folderWith({ 'real/kites.md': TEXT });
    const real = path.join(folder, 'real/kites.md');
    fs.chmodSync(real, 0o640);
    fs.symlinkSync('real/kites.md', path.join(folder, 'link.md'));
    expect(debrief(folder, ['edit', 'link.md', 'set', 'severity', 'SEV2']).status).toBe(0);
    expect(fs.readFileSync(real, 'utf8')).toContain('SEV2');
    expect(fs.statSync(real).mode & 0o777).toBe(0o640);
    expect(fs.lstatSync(path.join(folder, 'link.md')).isSymbolicLink()).toBe(true);
  });

  test('what is there already is not written again', () => {
    const folder = folderWith({ 'kites.md': TEXT });
    const file = path.join(folder, 'kites.md');
    const before = fs.statSync(file).ino;
    const { status, stderr } = debrief(folder, ['edit', 'kites.md', 'set', 'severity', 'SEV3']);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'debrief edit: kites.md: it says so already; nothing was changed.\n',
    });
    expect(fs.statSync(file).ino).toBe(before);
  });
});

describe('every byte outside of the change stays', () => {
  test.each([
    ['a mark of byte order and CRLF', `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`],
    ['lone CR', TEXT.replaceAll('\n', '\r')],
    ['no final newline, tabs and trailing spaces', `${TEXT.trimEnd()}\t \t`],
    ['odd characters', `${TEXT}\n\u0085\u2028 \u00a0 e\u0301 👩‍🚒 \u202e\n`],
  ])('%s', (_what, content) => {
    const { file, status } = edited(['set', 'severity', 'SEV2'], content);
    expect(status).toBe(0);
    expect(fs.readFileSync(file)).toEqual(Buffer.from(content.replace('SEV3', 'SEV2')));
  });
});

describe('what is refused changes nothing, says why and ends with 2', () => {
  test.each<readonly [readonly string[], RegExp]>([
    [
      ['set', 'severity', '[Name]'],
      /kites\.md: This cannot be written here: it would be read as unknown \(placeholder\)/,
    ],
    [['event', 'remove', '9'], /There is no event 9; the document has 2/],
    [['event', 'add', 'noon', 'Lunch'], /“noon” is not a time/],
    [['event', 'add', '14:05'], /what happened is missing/],
    [['set', 'sevrity', 'SEV2'], /“sevrity” is no field. Use one of: title, /],
    [['set', 'severity'], /give the value behind the field/],
    [['paint', 'it'], /“paint” is no change/],
    [['set', 'severity', 'SEV2', '--colour'], /Unknown option/],
    [['pin', 'lunch', '12:00'], /“lunch” is no instant/],
    [['set', 'severity', 'SEV2', '--output', 'no/such/folder.md'], /could not be written/],
    [[], /say what to change/],
  ])('%j', (args, message) => {
    const { status, stdout, stderr, text, folder } = edited(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(text).toBe(TEXT);
    expect(fs.readdirSync(folder)).toEqual(['kites.md']);
  });

  test('bytes that are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff, 0xfe, 0x0a])]);
    const { status, stderr, file } = edited(['set', 'severity', 'SEV2'], bytes);
    expect(status).toBe(2);
    expect(stderr).toMatch(/not UTF-8, and writing it would lose them/);
    expect(fs.readFileSync(file)).toEqual(bytes);
  });

  test('UTF-16', () => {
    const { status, stderr } = edited(['set', 'severity', 'SEV2'], Buffer.from(`\uFEFF${TEXT}`, 'utf16le'));
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'debrief edit: kites.md: this is UTF-16; save it as UTF-8 to edit it.\n',
    });
  });

  test('a file that is not there, and none at all', () => {
    const folder = folderWith({});
    expect(debrief(folder, ['edit', 'none.md', 'set', 'severity', 'SEV2'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no such file'),
    });
    expect(debrief(folder, ['edit'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('name the file to edit'),
    });
  });
});

test('the words of a team in debrief.yaml are known', () => {
  const folder = folderWith({
    'debrief.yaml': 'vocabulary:\n  labels:\n    severity: [Wucht]\n',
    'kites.md': '# Kites\n\n**Wucht:** SEV3\n',
  });
  const { status, stderr } = debrief(folder, ['edit', 'kites.md', 'set', 'severity', 'SEV2']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(fs.readFileSync(path.join(folder, 'kites.md'), 'utf8')).toBe('# Kites\n\n**Wucht:** SEV2\n');
});
