import fs from 'node:fs';
import path from 'node:path';
import type { Insights } from '@debrief/core';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const YEAR = path.join(import.meta.dirname, '../../../docs/example-year');
const NOW = ['--now', '2026-11-20'];

function run(args: readonly string[], cwd = YEAR, env: Readonly<Record<string, string>> = {}) {
  return debrief(cwd, ['insights', ...args], '', env);
}

function jsonOf(args: readonly string[], cwd = YEAR): Insights {
  const { stdout, stderr, status } = run([...args, '--format', 'json', '--no-cache', '--quiet'], cwd);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as Insights;
}

const document = (day: string, more = ''): string =>
  `---\ndate: ${day}\n---\n# Kites down\n\n${more}\n## Timeline (UTC)\n\n- ${day} 10:02 Impact begins\n- ${day} 11:02 Resolved\n`;

describe('the example year', () => {
  const year = jsonOf(['.', ...NOW]);

  test('is counted as it is', () => {
    expect(year.documents).toEqual({
      read: 30,
      counted: 28,
      dismissed: 1,
      merged: 1,
      empty: 0,
      undated: 0,
      leftOut: 0,
    });
    expect(year.window).toEqual({ from: '2025-11-01', to: '2026-11-20', days: 385 });
    expect(year.quality.fields.filter(({ known }) => known < 27)).toEqual([]);
  });

  test('holds what figures are made of: repeats, open incidents, actions in every state, budgets', () => {
    expect(year.durations.map(({ metric }) => metric)).toContain('time-to-acknowledge');
    expect(year.durations[0]).toMatchObject({ n: 28, censored: 2, median: { median: expect.any(Number) } });
    expect(year.repeats.map(({ share }) => share.successes > 1)).toEqual([true, true]);
    expect(year.actions).toMatchObject({ cancelled: 1, verified: expect.any(Number), overdue: expect.any(Number) });
    expect(year.budgets.map(({ service }) => service)).toEqual(
      expect.arrayContaining(['storefront', 'checkout', 'payments', 'courier-app']),
    );
    expect(year.changes.every(({ verdict }) => verdict === 'cannotTell')).toBe(true);
    expect(new Set(year.factors.factors.map(({ isGuess }) => isGuess))).toEqual(new Set([true, false]));
  });

  test('is told in text, and what cannot be told as such', () => {
    const { stdout, status } = run(['.', ...NOW, '--no-cache']);
    expect(status).toBe(0);
    expect(stdout).toContain('What 28 post-mortems tell\n');
    expect(stdout).toContain('Time to resolve: cannot tell. Median');
    expect(stdout).toContain('alert on symptom only');
    expect(stdout).not.toMatch(/NaN|undefined|Infinity|@payments/);
    expect(stdout).not.toContain('\u001B');
  });

  test.each(['200', '100', '60'])('fits %s columns', (columns) => {
    const { stdout, status } = run(['.', ...NOW, '--no-cache', '--group-by', 'service'], YEAR, { COLUMNS: columns });
    expect(status).toBe(0);
    const wide = stdout.split('\n').filter((line) => Array.from(line).length > Number(columns));
    expect(wide).toEqual([]);
  });

  test.each([
    [['--service', 'checkout-api'], 0],
    [['--service', 'checkout'], 7],
    [['--team', 'platform'], 3],
    [['--severity', 'SEV1'], 2],
    [['--factor', 'certificate near its end'], 2],
    [['--from', '2026-01-01', '--to', '2026-03-31'], 8],
  ])('%j leaves %i', (filter, n) => {
    expect(jsonOf(['.', ...NOW, ...filter]).frequency.n).toBe(n);
  });

  test.each(['service', 'severity', 'team', 'quarter', 'factor', 'template'])('groups by %s', (by) => {
    expect(jsonOf(['.', ...NOW, '--group-by', by]).groups).toMatchObject({
      by,
      note: expect.stringContaining('exploratory'),
    });
  });

  test('is a report in one file of HTML', () => {
    const folder = folderWith({});
    const file = path.join(folder, 'year.html');
    const { stdout, stderr, status } = run(['.', ...NOW, '--no-cache', '--format', 'html', '-o', file]);
    expect([stdout, status]).toEqual(['', 0]);
    expect(stderr).toContain(`Wrote ${file}.`);
    const html = fs.readFileSync(file, 'utf8');
    expect(html).toContain('<!doctype html>');
    expect(html.length).toBeLessThan(1_000_000);
  });
});

describe('the template of a document', () => {
  test('is recognised by its headings', () => {
    const folder = folderWith({});
    debrief(folder, [
      'new',
      '--template',
      'blameless',
      '--title',
      'Kites',
      '--started',
      '2026-05-01T10:02Z',
      '-o',
      'a.md',
    ]);
    debrief(folder, [
      'new',
      '--template',
      'compact',
      '--title',
      'Kites',
      '--started',
      '2026-05-02T10:02Z',
      '-o',
      'b.md',
    ]);
    const { groups } = jsonOf(['.', '--now', '2026-06-01', '--group-by', 'template'], folder);
    expect(groups?.members.map(({ name }) => name)).toEqual(['blameless', 'compact']);
  });
});

function cached(folder: string, cache: string, more: readonly string[] = []): Insights {
  const { stdout, stderr, status } = run(['.', '--now', '2026-06-01', '--format', 'json', ...more], folder, {
    XDG_CACHE_HOME: cache,
  });
  expect([stderr, status]).toEqual(['', 0]);
  return JSON.parse(stdout) as Insights;
}

function filesIn(cache: string): readonly string[] {
  return fs.globSync('debrief/*', { cwd: cache }).map((name) => path.join(cache, name));
}

describe('the cache', () => {
  const files = {
    'a.md': document('2026-05-01'),
    'b.md': document('2026-05-02', '**Status:** Investigating\n').replace(/- .* Resolved\n/, ''),
  };

  test('gives the same answer as reading does', () => {
    const [folder, cache] = [folderWith(files), folderWith({})];
    const first = cached(folder, cache);
    expect(cached(folder, cache)).toEqual(first);
    expect(cached(folder, cache, ['--no-cache'])).toEqual(first);
    expect(filesIn(cache)).toHaveLength(1);
  });

  test('is for its owner only', () => {
    const [folder, cache] = [folderWith(files), folderWith({})];
    cached(folder, cache);
    const [file = ''] = filesIn(cache);
    if (process.platform === 'win32') return;
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  test('sees a change of a document, and a file that moved', () => {
    const [folder, cache] = [folderWith(files), folderWith({})];
    cached(folder, cache);
    fs.writeFileSync(path.join(folder, 'a.md'), document('2026-05-20'));
    fs.mkdirSync(path.join(folder, 'old'));
    fs.renameSync(path.join(folder, 'b.md'), path.join(folder, 'old', 'b.md'));
    expect(cached(folder, cache)).toEqual(cached(folder, cache, ['--no-cache']));
    expect(cached(folder, cache).durations[0]?.points.map(({ file }) => file)).toEqual(['old/b.md', 'a.md']);
  });

  test('sees a change of the settings', () => {
    const [folder, cache] = [
      folderWith({ ...files, 'a.md': document('2026-05-01', '**Service:** tower-api\n') }),
      folderWith({}),
    ];
    expect(cached(folder, cache, ['--service', 'tower']).frequency.n).toBe(0);
    fs.writeFileSync(path.join(folder, 'debrief.yaml'), 'services: [{ name: tower, aliases: [tower-api] }]\n');
    expect(cached(folder, cache, ['--service', 'tower']).frequency.n).toBe(1);
  });

  test('what is not over has lasted until now, not until it was kept', () => {
    const [folder, cache] = [folderWith(files), folderWith({})];
    const lasting = (now: string): number | undefined =>
      cached(folder, cache, ['--now', now]).durations[0]?.points.find(({ open }) => open)?.minutes;
    const first = lasting('2026-06-01T00:00Z') ?? 0;
    expect(first).toBeGreaterThan(0);
    expect(lasting('2026-06-01T02:00Z')).toBe(first + 120);
    expect(lasting('2026-05-31T23:00Z')).toBe(first - 60);
  });

  test.each(['2026-05-02T00:00Z', '2026-06-01'])('an incident of later than now is read again at %s', (later) => {
    const [folder, cache] = [folderWith(files), folderWith({})];
    cached(folder, cache, ['--now', '2026-01-01']);
    expect(cached(folder, cache, ['--now', later])).toEqual(cached(folder, cache, ['--now', later, '--no-cache']));
    cached(folder, cache, ['--now', '2026-01-01']);
    expect(cached(folder, cache, ['--now', '2026-01-01'])).toEqual(
      cached(folder, cache, ['--now', '2026-01-01', '--no-cache']),
    );
  });

  test.each([
    ['cut off', (content: string) => content.slice(0, content.length / 2)],
    ['of another program', () => 'hello\n'],
    ['with broken lines', (content: string) => content.replaceAll('{', '[')],
    ['with records of another shape', (content: string) => content.replaceAll(/\{.*\}/g, '{"file":1}')],
    ['empty', () => ''],
  ])('a file that is %s is not believed', (_name, change) => {
    const [folder, cache] = [folderWith(files), folderWith({})];
    const first = cached(folder, cache);
    const [file = ''] = filesIn(cache);
    fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
    expect(cached(folder, cache)).toEqual(first);
    expect(cached(folder, cache)).toEqual(first);
  });

  test('a folder that cannot be written to is no obstacle', () => {
    const [folder, cache] = [folderWith(files), folderWith({ debrief: 'a file' })];
    expect(cached(folder, cache).documents.read).toBe(2);
  });

  test('without a cache none is made', () => {
    const [folder, cache] = [folderWith(files), folderWith({})];
    cached(folder, cache, ['--no-cache']);
    expect(filesIn(cache)).toEqual([]);
  });
});

describe('many documents', () => {
  test('come out of the workers as they come out of one thread', { timeout: 60_000 }, () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_600 }, (_, index) => {
        const day = new Date(Date.UTC(2026, 0, 1 + (index % 150))).toISOString().slice(0, 10);
        return [`${index}.md`, document(day)] as const;
      }),
    );
    const [folder, cache] = [folderWith(many), folderWith({})];
    const once = (): Insights =>
      JSON.parse(
        run(['.', '--now', '2026-06-30', '--format', 'json', '--quiet'], folder, { XDG_CACHE_HOME: cache }).stdout,
      ) as Insights;
    const first = once();
    expect(first.frequency.n).toBe(1_600);
    expect(first.durations[0]?.median).toMatchObject({ median: 60 });
    expect(once()).toEqual(first);
  });
});

describe('wrong use', () => {
  test.each([
    [[], 'name the files or folders to learn from'],
    [['.', '--format', 'pdf'], '--format takes one of text, json, html'],
    [['.', '--from', 'May'], '--from takes a day such as 2026-03-01, not “May”.'],
    [['.', '--to', '2026-02-30'], '--to takes a day'],
    [
      ['.', '--from', '2026-03-01', '--to', '2026-02-01'],
      '--from 2026-03-01 lies after --to 2026-02-01; put the earlier day first.',
    ],
    [['.', '--group-by', 'person'], '--group-by takes one of service, severity, team, quarter, factor, template'],
    [['.', '--split', 'later'], '--split takes a day'],
    [['.', '--now', 'tomorrow'], '--now takes a time'],
    [['.', '--zone', 'Mars/Olympus'], '--zone takes a zone'],
    [['.', '--seed', '-1'], ''],
    [['.', '--seed', 'x'], '--seed takes a whole number'],
    [['.', '--service', ' '], '--service is empty'],
    [['.', '--owner', 'ana'], "Unknown option '--owner'"],
    [['.', '-o', '.'], '. is a folder; name a file to write into.'],
  ])('%j', (args, message) => {
    const { stdout, stderr, status } = run([...args, '--no-cache'], folderWith({ 'a.md': document('2026-05-01') }));
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain(`debrief insights: ${message}`);
  });

  test('a file that is not there is said, and the others are told all the same', () => {
    const { stdout, stderr, status } = run(
      ['a.md', 'b.md', '--no-cache'],
      folderWith({ 'a.md': document('2026-05-01') }),
    );
    expect(stdout).toContain('What 1 post-mortem tells');
    expect(stderr).toContain('b.md: there is no such file');
    expect(status).toBe(2);
  });

  test('nothing to tell is said with what to do', () => {
    const { stdout, status } = run(
      ['.', '--no-cache', '--from', '2026-06-01', '--now', '2026-07-01'],
      folderWith({ 'a.md': document('2026-05-01') }),
    );
    expect(stdout).toContain('What 0 post-mortems tell');
    expect(stdout).toContain('Try a wider window');
    expect(status).toBe(0);
  });

  test('a split outside the window is said, since nothing is compared then', () => {
    const { stdout, stderr, status } = run(['.', ...NOW, '--no-cache', '--quiet', '--split', '2031-01-01']);
    expect(stderr).toContain('--split 2031-01-01 does not lie within the window 2025-11-01 to 2026-11-20');
    expect(stdout).not.toContain('Before and from');
    expect(status).toBe(0);
  });

  test.each([
    ['no document', {}, 'No document was read. Name a file'],
    [
      'no date',
      { 'a.md': '# Kites down\n\n## Summary\n\nThe kites came down.\n' },
      'nothing can be told without a date',
    ],
  ])('with %s the next step fits', (_, folder, advice) => {
    const { stdout } = run(['.', '--no-cache', '--now', '2026-07-01'], folderWith(folder));
    expect(stdout.toLowerCase()).toContain(advice.toLowerCase());
    expect(stdout).not.toContain('--from');
  });

  test('a number stays with its unit where a line breaks', () => {
    const { stdout } = run(['.', ...NOW, '--no-cache'], YEAR, { COLUMNS: '60' });
    expect(stdout).not.toMatch(/\d\n\s*(?:%|min|h|d|days?)(?:[ ,.)–]|$)/m);
    expect(stdout).not.toContain('\u00A0');
  });

  test('standard input is read', () => {
    const { stdout, status } = debrief(
      folderWith({}),
      ['insights', '-', '--now', '2026-06-01'],
      document('2026-05-01'),
    );
    expect([stdout.includes('What 1 post-mortem tells'), status]).toEqual([true, 0]);
  });
});
