import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { phaseChart } from '../src/phase-chart.ts';
import { anchorsOf, languages, type Measurement, read } from '@debrief/core';
import { renderMeasured } from '../src/render-measured.ts';
import { debrief, folderWith } from './command.ts';

const kites = `# INC-7: Kites down

**Severity:** SEV2
**Date:** 2026-03-01
**Status:** Resolved
**Time to resolve:** 40 minutes

## Timeline (UTC)

- 10:00 Outage started
- 10:09 Alert fired
- 10:14 On-call acknowledged the page
- 10:42 Root cause identified
- 10:55 Issue mitigated
- 11:28 Incident resolved
`;

const folder = (text: string = kites, more: Readonly<Record<string, string>> = {}): string =>
  folderWith({ 'kites.md': text, ...more });

describe('one file', () => {
  test('is a card with phases, numbers, what is not known and what does not fit', () => {
    const { stdout, stderr, status } = debrief(folder(), ['measure', 'kites.md']);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('INC-7: Kites down\nkites.md · 2026-03-01 · SEV2 · Resolved\n');
    expect(stdout).toMatch(/^ {2}detect +█+·+ +9 min {2}10:00 → 10:09$/m);
    expect(stdout).toMatch(/^ {2}resolve +·+█+ +33 min {2}10:55 → 11:28$/m);
    expect(stdout).toMatch(
      /^ {2}time to detect +9 min +impact start 10:00 \(guessed from “outage started”\) → detected/m,
    );
    expect(stdout).toMatch(/^ {2}time to resolve +88 min /m);
    expect(stdout).toMatch(/40 min +stated in line 6: differs, see below/);
    expect(stdout).toMatch(/41 min +from the acknowledgement to the first mitigation, 10:14 → 10:55/);
    expect(stdout).toMatch(
      /Not known\n(?:.*\n)*? {2}· .*users affected: The text does not say how many users were affected\./,
    );
    expect(stdout).toMatch(/Does not fit together\n {2}· The text states 40 min/);
    expect(stdout).toContain('(lines 6, 10, 15)');
  });

  test('says the lines that each number comes from, when asked', () => {
    const { stdout } = debrief(folder(), ['measure', 'kites.md', '--explain']);
    const [, after = ''] = stdout.split(/^ {2}time to acknowledge /m);
    expect(
      after
        .split('\n')
        .slice(1, 4)
        .map((line) => line.trim()),
    ).toEqual(
      expect.arrayContaining(['line 11: - 10:09 Alert fired', 'line 12: - 10:14 On-call acknowledged the page']),
    );
    expect(debrief(folder(), ['measure', 'kites.md']).stdout).not.toMatch(/^ +line \d+:/m);
  });

  test('may come from standard input', () => {
    expect(debrief(folderWith({}), ['measure', '-'], kites).stdout).toContain('INC-7: Kites down');
  });

  test.each([60, 72, 100])('stays within %i columns', (width) => {
    const folderName = folder();
    const measuring = { now: 0, zone: null, definitions: {}, services: [], explain: true };
    const look = { form: 'card', color: false, width, cut: true, measuring } as const;
    const rendered = renderMeasured({ name: 'kites.md', file: path.join(folderName, 'kites.md') }, { look, languages });
    const lines = 'output' in rendered ? rendered.output.split('\n') : [];
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  });

  test('stays within its width', () => {
    const { stdout } = debrief(folder(), ['measure', 'kites.md']);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(stdout).not.toContain('\u001B');
  });

  test('counts what is not over up to now', () => {
    const ongoing = kites.replace('Resolved', 'Investigating').replace('- 11:28 Incident resolved\n', '');
    const { stdout } = debrief(folder(ongoing), ['measure', 'kites.md', '--now', '2026-03-01T12:00Z']);
    expect(stdout).toMatch(/^ {2}time to resolve +≥ 2 h +impact start 10:00 .* → not over/m);
  });

  test('without a time says what to do', () => {
    const { stdout, status } = debrief(folder('# Kites\n'), ['measure', 'kites.md']);
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('The text does not say when the impact began. Add a row to');
    expect(stdout).not.toMatch(/NaN|undefined|Numbers/);
  });

  test('a form is followed by the worked example below it, with the lines of the file', () => {
    const example = kites
      .replace('# INC-7: Kites down', '## Example: Kites down')
      .replace('## Timeline', '### Timeline');
    const form = `# [Title]\n\n**Date:** YYYY-MM-DD\n\n## Timeline (UTC)\n\n- HH:MM [Event]\n\n---\n\n${example}`;
    const { stdout } = debrief(folder(form), ['measure', 'kites.md']);
    const [, card = ''] = stdout.split('the worked example below the form');
    expect(card).toMatch(/^ {2}time to resolve +88 min /m);
    expect(card).toContain('stated in line 16: differs, see below');
    expect(card).toContain('(lines 16, 20, 25)');
    expect(debrief(folder(form), ['measure', 'kites.md', '--format', 'json']).stdout).not.toContain('worked example');
  });

  test('of several incidents is that of the first, and says so', () => {
    const two = ['First', 'Second'].map(
      (name) => `## ${name}\n\n### Summary\n\nIt broke.\n\n### Timeline\n\n- 2026-03-01 10:00 Outage started\n`,
    );
    const { stdout } = debrief(folder(`# Two\n\n${two.join('\n')}`), ['measure', 'kites.md']);
    expect(stdout).toContain('This file tells of 2 incidents; these are the numbers of the first.');
  });
});

describe('a folder', () => {
  test('is one line for each document with its main numbers', () => {
    const unknown = kites.replace('- 10:00 Outage started\n', '');
    const { stdout, stderr } = debrief(folder(kites, { 'later.md': unknown }), ['measure', '.']);
    expect(stderr).toContain('2 documents measured, 1 with something that does not fit together');
    const [first = '', second = ''] = stdout.split('\n');
    expect(first).toMatch(
      /^2026-03-01 {2}detect 9 min +resolve 88 min +impact 55 min +1! +kites\.md {2}INC-7: Kites down$/,
    );
    expect(second).toMatch(/detect \? +resolve \? \(79 min seen\) +impact \? +later\.md/);
  });

  test('is measured on workers as one by one', () => {
    const files = Object.fromEntries(Array.from({ length: 1_501 }, (_, at) => [`${at}.md`, kites]));
    const lines = debrief(folderWith(files), ['measure', '.', '--quiet']).stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1_501);
    expect(new Set(lines.map((line) => line.replace(/\d+\.md/, ''))).size).toBe(1);
  });
});

describe('JSON', () => {
  test('holds anchors, measurements and contradictions', () => {
    const { stdout } = debrief(folder(), ['measure', '.', '--format', 'json', '--now', '2026-06-01']);
    const [one] = JSON.parse(stdout) as readonly {
      readonly file: string;
      readonly anchors: readonly { readonly instant: string; readonly at: number }[];
      readonly measurements: readonly Measurement[];
      readonly contradictions: readonly { readonly id: string }[];
    }[];
    expect(one?.file).toBe('kites.md');
    expect(one?.anchors.find(({ instant }) => instant === 'impactStart')?.at).toBe(Date.UTC(2026, 2, 1, 10));
    const resolve = one?.measurements.find(({ definition }) => definition === 'time-to-resolve/from-impact');
    expect(resolve).toMatchObject({
      isHouse: true,
      result: { state: 'known', value: 88 },
      stated: { verdict: 'differs' },
    });
    expect(one?.contradictions.map(({ id }) => id)).toEqual(['stated-duration']);
  });
});

describe('the house', () => {
  test('chooses definitions and the zone', () => {
    const settings = 'zone: America/New_York\nmetrics:\n  time-to-mitigate: from-acknowledgement\n';
    const local = kites.replace(' (UTC)', '').replaceAll('2026-03-01', '2026-03-08').replace('10:00', '01:30');
    const { stdout, stderr } = debrief(folder(local, { 'debrief.yaml': settings }), ['measure', 'kites.md']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ {2}time to mitigate +41 min +acknowledged 10:14/m);
    expect(stdout).toMatch(/^ {2}time to resolve +8 h 58 min /m);
  });

  test('is told of names that are none, each with the nearest', () => {
    const settings = 'metrics:\n  time-to-mitigat: from-impact\n  time-to-resolve: from-declaraton\n';
    const { stdout, stderr, status } = debrief(folder(kites, { 'debrief.yaml': settings }), ['measure', 'kites.md']);
    expect(status).toBe(2);
    expect(stderr).toContain('there is no metric “time-to-mitigat”; did you mean “time-to-mitigate”?');
    expect(stderr).toContain('“time-to-resolve” has no definition “from-declaraton”; did you mean “from-declaration”?');
    expect(stdout).toMatch(/^ {2}time to resolve +88 min /m);
  });
});

describe('the chart of the phases', () => {
  const anchors = anchorsOf(read(kites), { zone: null });

  test.each([60, 80, 100])('fits in %i columns, each phase as long as it took', (width) => {
    const rows = phaseChart(anchors, width, (_style, text) => text);
    expect(rows.filter((row) => row.length > width)).toEqual([]);
    const bars = rows.slice(0, -1).map((row) => /·*█+·*/.exec(row)?.[0] ?? '');
    expect(new Set(bars.map(({ length }) => length)).size).toBe(1);
    const total = bars[0]?.length ?? 0;
    const lengths = bars.map((bar) => (88 * bar.replaceAll('·', '').length) / total);
    for (const [at, minutes] of [9, 5, 28, 13, 33].entries()) {
      expect(Math.abs((lengths[at] ?? 0) - minutes)).toBeLessThan(88 / total + 1);
    }
    expect(rows.at(-1)).toMatch(/^ +10:00 +11:28$/);
  });

  test('is left out where there are not two instants', () => {
    expect(phaseChart(anchorsOf(read('# Kites\n'), { zone: null }), 100, (_style, text) => text)).toEqual([]);
  });

  test('tells the days where there are several', () => {
    const long = kites.replace('- 11:28', '- 2026-03-03 11:28');
    const rows = phaseChart(anchorsOf(read(long), { zone: null }), 60, (_style, text) => text);
    expect(rows.at(-1)).toMatch(/03-01 10:00 +03-03 11:28/);
    expect(rows.filter((row) => row.length > 60)).toEqual([]);
  });
});

describe('wrong use is explained, with status 2', () => {
  test.each([
    [['measure'], 'name a file or a folder to measure'],
    [['measure', 'x.md', '--format', 'xml'], '--format takes text or json, not “xml”'],
    [['measure', 'x.md', '--now', 'soon'], '--now takes a time such as 2026-05-01T10:00Z, not “soon”'],
    [['measure', 'x.md', '--colour'], "Unknown option '--colour'"],
    [['measure', 'gone.md'], 'gone.md'],
    [['explain', 'a', 'b'], 'name one metric or rule'],
    [['explain', 'time-to-mitgate'], 'did you mean “time-to-mitigate”?'],
  ])('%j', (args, words) => {
    const { stderr, status } = debrief(folderWith({}), args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('debrief explain', () => {
  test('without a name lists what there is', () => {
    const { stdout, status } = debrief(folderWith({}), ['explain']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^time-to-detect +time to detect$/m);
    expect(stdout).toMatch(/^mean-time-between-failures +mean time between failures \(MTBF\)$/m);
  });

  test.each(['time-to-mitigate', 'Time-To-Mitigate', 'time-to-mitigate/from-acknowledgement'])('%s', (name) => {
    const { stdout } = debrief(folderWith({}), ['explain', name]);
    expect(stdout).toContain('from-acknowledgement: from the acknowledgement to the first mitigation');
    expect(stdout).toContain('= firstMitigation − acknowledged');
    expect(stdout).toContain('used by template alert');
    expect(stdout).toContain('Where people disagree');
    expect(stdout).toContain('metrics: { time-to-mitigate: from-acknowledgement }');
    expect(stdout).toContain('docs.rootly.com');
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('says where a number over many incidents is shown', () => {
    expect(debrief(folderWith({}), ['explain', 'mean-time-to-resolve']).stdout).toContain('debrief insights');
  });

  test.each([
    ['TTR', 'time to resolve (time-to-resolve)'],
    ['mtbf', 'mean time between failures (MTBF)'],
    ['downtime', 'impact duration'],
  ])('knows %s by its short name', (name, title) => {
    expect(debrief(folderWith({}), ['explain', name]).stdout).toContain(title);
  });
});
