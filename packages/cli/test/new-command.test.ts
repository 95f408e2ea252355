import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const payloads = path.join(import.meta.dirname, '../../integrations/test/fixtures');

interface Plain {
  readonly title: string;
  readonly severity: string | null;
  readonly date: string | null;
  readonly timeline: readonly { readonly at: string | null; readonly text: string }[];
}

/** The plain values of a draft, read by the command itself. */
function readBack(draft: string): Plain {
  const cwd = folderWith({ 'draft.md': draft });
  const { stdout } = debrief(cwd, ['read', '--format', 'json', 'draft.md']);
  return (JSON.parse(stdout) as [{ reading: Plain }])[0].reading;
}

describe('debrief new', () => {
  test('prints a draft of the default template', () => {
    const { stdout, stderr, status } = debrief(folderWith({}), ['new']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^# Post-Mortem: \[Incident Title\]\n/);
  });

  test('takes what it is told, and dates from the policy', () => {
    const args = [
      'new',
      '--template',
      'alert',
      '--title',
      'Checkout down',
      '--severity',
      'SEV2',
      '--service',
      'api, db',
      '--started',
      '2026-05-01 10:02',
    ];
    const { stdout } = debrief(folderWith({}), [...args, '--author', '@ana']);
    expect(stdout).toContain('# Post-Mortem: Checkout down\n');
    expect(stdout).toContain('**Incident ID**: `2026-05-01-1002-checkout-down`');
    expect(stdout).toContain('- **Services**: api, db\n');
    expect(stdout).toContain('- **Author**: @ana (Date: YYYY-MM-DD)');
    expect(stdout).toContain('**Next Review Date**: 2026-11-01');
    expect(stdout).toContain('- **Technical Review**: @username');
    expect(readBack(stdout)).toMatchObject({ severity: 'SEV2', date: '2026-05-01' });
  });

  test('keeps what the template has no place for', () => {
    const { stdout } = debrief(folderWith({}), ['new', '--title', 'x', '--service', 'api']);
    expect(stdout).toContain('## Appendix\n\n- **Services affected:** api\n');
  });

  test('takes the flags of older generators', () => {
    const args = [
      'new',
      '--incident-id',
      'HighErrorRate',
      '--description',
      'Errors',
      '--start-time',
      '2026-05-01T10:02Z',
    ];
    const cwd = folderWith({});
    const { stderr } = debrief(cwd, [
      ...args,
      '--components',
      'api,db',
      '--severity',
      'SEV2',
      '--template',
      'alert',
      '--output-dir',
      'out',
    ]);
    expect(fs.readdirSync(path.join(cwd, 'out'))).toEqual(['2026-05-01-1002-higherrorrate.md']);
    expect(stderr).toContain('Wrote out/2026-05-01-1002-higherrorrate.md');
  });

  test.each(
    fs.readdirSync(payloads).flatMap((product) =>
      fs
        .readdirSync(path.join(payloads, product))
        .filter((file) => !file.includes('expected'))
        .map((file) => [product, file] as const),
    ),
  )('begins a draft from %s/%s, or says why not', (product, file) => {
    const payload = fs.readFileSync(path.join(payloads, product, file), 'utf8');
    const { stdout, stderr, status } = debrief(folderWith({}), ['new', '--from', '-', '--template', 'alert'], payload);
    const { timeline, title } = status === 0 ? readBack(stdout) : { timeline: [], title: null };
    const drafted = {
      status: 0,
      times: timeline.map(() => expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/) as unknown),
      title: expect.stringMatching(/^Post-Mortem: \S/) as unknown,
    };
    const refused = { status: 2, stderr: expect.stringMatching(/^debrief new: -: \S.+/) as unknown, stdout: '' };
    expect({ status, times: timeline.map(({ at }) => at), title, stderr, stdout }).toMatchObject(
      status === 0 ? drafted : refused,
    );
  });

  test('takes severity, services, start, links, labels and the first rows from an alert', () => {
    const alert = {
      title: 'Checkout | slow',
      severity: 'critical',
      services: ['checkout'],
      startsAt: '2026-05-01T10:02:00Z',
      summary: '<b>p95</b> is [high](x)',
      links: [{ label: 'Runbook', url: 'https://example.org/run(book)' }],
      labels: { team: 'pay`ments' },
      events: [{ at: '2026-05-01T10:05:00Z', text: 'Paged # on-call | twice', actor: 'pager' }],
    };
    const { stdout, stderr, status } = debrief(folderWith({}), ['new', '--from', '-'], JSON.stringify(alert));
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toMatch(/^\| Time \(UTC\) \| Event \| Owner \|\n\|[-|]+\|\n\| 10:02 /m);
    expect(stdout).toContain('- [Runbook](https://example.org/run%28book%29)\n');
    expect(stdout).toContain("`team=pay'ments`");
    const { timeline, severity } = readBack(stdout);
    expect(severity).toBe('SEV-1 (critical)');
    expect(timeline.map(({ at, text }) => [at, text])).toContainEqual(['2026-05-01T10:05', 'Paged # on-call | twice']);
  });

  test('writes a file, names it after the id in a folder, and never writes over one unasked', () => {
    const cwd = folderWith({ 'kept.md': 'mine' });
    expect(debrief(cwd, ['new', '-o', 'kept.md']).status).toBe(2);
    expect(fs.readFileSync(path.join(cwd, 'kept.md'), 'utf8')).toBe('mine');
    expect(debrief(cwd, ['new', '-o', 'kept.md', '--force']).status).toBe(0);
    expect(fs.readFileSync(path.join(cwd, 'kept.md'), 'utf8')).toMatch(/^# /);
    expect(debrief(cwd, ['new', '--title', 'Mail', '--started', '2026-05-01T10:02Z', '-o', './']).status).toBe(0);
    expect(debrief(cwd, ['new', '--title', 'Mail', '--started', '2026-05-01T10:02Z', '-o', './']).status).toBe(0);
    expect(fs.readdirSync(cwd).toSorted()).toEqual(['2026-05-01-1002-mail-2.md', '2026-05-01-1002-mail.md', 'kept.md']);
  });

  test('counts on where the house counts', () => {
    const cwd = folderWith({
      'debrief.yaml':
        'incidentId:\n  scheme: "INC-{date}-{counter:3}"\nseverity:\n  scale: P0-P3\ntemplate: executive\n',
      'one.md': '# A\n\n**Incident ID:** INC-20260501-004\n',
    });
    const { stdout } = debrief(cwd, [
      'new',
      '--title',
      'Mail',
      '--severity',
      'critical',
      '--started',
      '2026-05-01',
      '-o',
      './',
    ]);
    expect(stdout).toBe('');
    const text = fs.readFileSync(path.join(cwd, 'INC-20260501-005.md'), 'utf8');
    expect(text).toContain('**Severity**: P0 (critical)\n');
  });

  test.each(['../../x', '-rf', 'a\r\nb', 'x'.repeat(300), '🚨🚨', '/etc/passwd', 'con', '..', '$(id)', '"; rm'])(
    'keeps a title such as %j inside the folder',
    (title) => {
      const cwd = folderWith({ 'deep/er/keep.txt': '' });
      const { status } = debrief(path.join(cwd, 'deep/er'), ['new', `--title=${title}`, '-o', './']);
      expect(status).toBe(0);
      expect(fs.readdirSync(cwd)).toEqual(['deep']);
      expect(fs.readdirSync(path.join(cwd, 'deep'))).toEqual(['er']);
      const files = fs.readdirSync(path.join(cwd, 'deep/er')).filter((name) => name !== 'keep.txt');
      expect(files).toHaveLength(1);
      expect(files[0]).toMatch(/^[a-z0-9][a-z0-9-]*\.md$/);
      expect(fs.readFileSync(path.join(cwd, 'deep/er', files[0] ?? ''), 'utf8').split('\n')[1]).toBe('');
    },
  );

  test.each([
    [['--template', 'compat'], 'there is no template “compat”. Did you mean “compact”?'],
    [['--started', 'gestern'], '“gestern” is not a time'],
    [['--started', '2026-02-30'], '“2026-02-30” is not a time'],
    [['Checkout', 'down'], '“Checkout” belongs to no option'],
    [['--titel', 'x'], '--titel'],
    [['--from', 'nowhere.json'], 'nowhere.json: there is no such file'],
    [['--summary', 'a', '--description', 'b'], 'say the same'],
  ])('says what is wrong with %j', (args, message) => {
    const { stderr, stdout, status } = debrief(folderWith({}), ['new', ...args]);
    expect(stderr).toContain(message);
    expect([stdout, status]).toEqual(['', 2]);
  });

  test.each(['{"alerts": [', '[]', '"text"', '{"foo": 1}', 'not json'])(
    'says what is wrong with the payload %j',
    (payload) => {
      const { stderr, status } = debrief(folderWith({}), ['new', '--from', '-'], payload);
      expect(stderr).toMatch(/^debrief new: -: /);
      expect(status).toBe(2);
    },
  );

  test('uses a template of the team, and names file, line and column of a fault in one', () => {
    const cwd = folderWith({
      'debrief.yaml': 'template: ours\n',
      'templates/ours.md':
        '---\ndescription: Ours\n---\n# {{ title | line: "[Title]" }}\n\n## What bit us\n\n{{ rootCause | block: "[Cause]" }}\n',
      'templates/broken.md': '# {{ title | line: "[Title]" }}\n\n{% if summary %}\n',
    });
    expect(debrief(cwd, ['new', '--title', 'Mail', '--incident-id', 'INC-7']).stdout).toBe(
      '# Post-Mortem: Mail\n\n## What bit us\n\n[Cause]\n\n## Appendix\n\n- **Incident ID:** INC-7\n',
    );
    const { stderr, status } = debrief(cwd, ['new', '--template', 'broken']);
    expect(stderr).toMatch(/templates\/broken\.md:3:1: The template cannot be used: /);
    expect(status).toBe(2);
    const list = debrief(cwd, ['templates']);
    expect(list.stdout).toMatch(/^ours +Ours\n/m);
    expect(list.stderr).toMatch(/broken\.md:3:1/);
    expect(list.status).toBe(2);
  });
});

describe('debrief templates', () => {
  test('lists them, and prints one to start an own from', () => {
    const { stdout, status } = debrief(folderWith({}), ['templates']);
    expect(status).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'executive',
      'blameless',
      'service-levels',
      'alert',
      'compact',
      '',
    ]);
    const one = debrief(folderWith({}), ['templates', 'compact']).stdout;
    const cwd = folderWith({ 'debrief.yaml': '', 'templates/mine.md': one });
    expect(debrief(cwd, ['new', '--template', 'mine']).stdout).toBe(debrief(cwd, ['new']).stdout);
  });
});
