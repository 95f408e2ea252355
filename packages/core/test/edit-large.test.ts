import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, read } from '../src/index.ts';
import { edit } from '../src/write/index.ts';
import { anyChange, faultsOf } from './edit-laws.ts';
import { fixtures } from './texts.ts';

/** A post-mortem that grew by the sections of others, to at least so many characters. */
function grown(name: string, length: number, seed: number): string {
  const first = fixtures.find(([each]) => each === name)?.[1] ?? '';
  const others = fixtures.filter(([, text]) => text.includes('\n## ') && !text.includes('\r'));
  let text = first.replaceAll('\r\n', '\n');
  for (let index = seed; text.length < length; index += 7) {
    const [, other = ''] = others[index % others.length] ?? [];
    text = `${text.trimEnd()}\n\n${other.slice(other.indexOf('\n## ') + 1)}`;
  }
  return text;
}

const rows = Array.from({ length: 3_000 }, (_each, index) => {
  const minute = Math.floor(index * 0.48);
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `| 2026-03-01 ${clock} | Kite ${index} is seen over the lake |`;
});
const longTimeline = `# Kites\n\n**Severity:** SEV3\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${rows.join('\n')}\n\n## Action items\n\n${Array.from({ length: 1_000 }, (_each, index) => `- [ ] Mend kite number ${index} (KITE-${index})`).join('\n')}\n\n## Lessons learned\n\n- Look up\n`;

const texts = [
  ['a compact one', grown('seed-compact-filled.md', 90_000, 1)],
  ['an executive one', grown('seed-executive-filled.md', 90_000, 2)],
  ['one without a day', grown('timeline-bullets-bold-times.md', 90_000, 3)],
  ['one with front matter', grown('header-front-matter-then-bold.md', 90_000, 4)],
  ['one with a long timeline', longTimeline],
] as const;

describe.each(texts)('in %s', (_name, text) => {
  test('edits keep their laws, though only a part of it is read', () => {
    const reading = read(text);
    const holds = fc.property(anyChange, (make) => {
      const change = make(reading);
      expect([change, ...faultsOf(text, change, edit(reading, change))]).toEqual([change]);
    });
    fc.assert(holds, { seed: 20260301, numRuns: 40 });
  }, 120_000);
});

describe('in a long timeline', () => {
  const reading = read(longTimeline);

  test.each<readonly [string, Change, string]>([
    [
      'an event at its start',
      { kind: 'addEvent', event: { at: '2026-03-01 00:00', text: 'Wind' } },
      '| 2026-03-01 00:00 | Kite 2 is seen over the lake |\n| 2026-03-01 00:00 | Wind |\n',
    ],
    [
      'an event at its end',
      { kind: 'addEvent', event: { at: '2026-03-02 01:00', text: 'Calm' } },
      `${rows.at(-1) ?? ''}\n| 2026-03-02 01:00 | Calm |\n`,
    ],
    ['words in its middle', { kind: 'changeEvent', event: { index: 1_500 }, values: { text: 'Rain' } }, '| Rain |\n'],
    [
      'an action in its middle',
      { kind: 'tickAction', action: { index: 777 } },
      '- [x] Mend kite number 777 (KITE-777)\n',
    ],
    ['an action at the end', { kind: 'addAction', action: { text: 'Buy line' } }, 'KITE-999)\n- [ ] Buy line\n'],
    ['the header', { kind: 'setField', field: 'severity', value: 'SEV1' }, '**Severity:** SEV1\n'],
    ['a new section', { kind: 'addSection', section: 'impact' }, '## Impact\n\n## Timeline\n'],
  ])('%s', (_what, change, expected) => {
    const edited = edit(reading, change);
    expect(edited).toMatchObject({ ok: true, text: expect.stringContaining(expected) });
    expect(faultsOf(longTimeline, change, edited)).toEqual([]);
  });
});

test('an edit takes a small part of the time that reading takes', () => {
  const text = grown('seed-compact-filled.md', 1_000_000, 1);
  const reading = read(text);
  const changes: readonly Change[] = [
    { kind: 'setField', field: 'severity', value: 'SEV1' },
    { kind: 'changeEvent', event: { index: 1 }, values: { text: 'Kites fell' } },
    { kind: 'tickAction', action: { index: 1 } },
    { kind: 'addEvent', event: { at: '05:50', text: 'Kites fell' } },
    { kind: 'pinInstant', instant: 'detected', time: '2026-03-02T05:47Z' },
  ];
  const whole = median(() => read(text));
  for (const change of changes) {
    expect(edit(reading, change)).toMatchObject({ ok: true });
    expect(median(() => edit(reading, change))).toBeLessThan(whole / 3);
  }
}, 60_000);

/** Milliseconds, the middle of five. */
function median(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[2] ?? 0;
}
