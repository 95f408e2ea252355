import { anchorsOf, read } from '@debrief/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timelinePicture } from '../src/index.ts';

const pictureOf = (text: string) => {
  const reading = read(text);
  return timelinePicture(reading, anchorsOf(reading, { zone: null }));
};

const PINS = (times: string) => `---\ntimes: { ${times} }\n---\n\n# Kite feed\n\n## Timeline\n\n- 10:02 feed stops\n`;

test('phases are told in words and drawn twice', () => {
  const drawn = pictureOf(
    PINS(
      'impactStart: 2026-05-01T10:02Z, detected: 2026-05-01T10:07Z, acknowledged: 2026-05-01T10:09Z, resolved: 2026-05-01T10:47Z',
    ),
  );
  expect(drawn?.words.replaceAll('\u00a0', ' ')).toBe(
    'From impact start at 1 May 2026, 10:02 UTC: detect 5 min, until detected at 10:07 UTC; acknowledge 2 min, until acknowledged at 10:09 UTC; restore 38 min, until resolved at 10:47 UTC.',
  );
  const svg = drawn?.picture.toString() ?? '';
  expect(svg.match(/<svg /g)).toHaveLength(2);
  expect(svg).toContain('role="img" aria-label="From impact start');
  expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/);
});

test('one instant, or ends before the start, draw nothing', () => {
  expect(pictureOf(PINS('detected: 2026-05-01T10:07Z'))).toBeNull();
  expect(pictureOf(PINS('impactStart: 2026-05-01T10:07Z, resolved: 2026-05-01T09:00Z'))).toBeNull();
  expect(pictureOf('')).toBeNull();
});

const at = (after: number): string =>
  `${new Date(Date.UTC(2024, 1, 28, 23, 50) + after * 60_000).toISOString().slice(0, 16)}Z`;

test('however long an incident took, its marks are numbers and few', () => {
  const minutes = fc.integer({ min: 1, max: 60 * 24 * 700 });
  fc.assert(
    fc.property(minutes, minutes, minutes, (one, two, three) => {
      const drawn = pictureOf(
        PINS(
          `impactStart: ${at(0)}, detected: ${at(one)}, mitigated: ${at(one + two)}, resolved: ${at(one + two + three)}`,
        ),
      );
      const svg = drawn?.picture.toString() ?? '';
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg.match(/<text /g)?.length ?? 0).toBeLessThan(30);
    }),
    { numRuns: 100 },
  );
});
