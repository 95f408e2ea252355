import type { DurationPoint, Insights } from '@debrief/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureMarkup, figurePicture, figureTable } from '../src/index.ts';
import { believableInsights } from './any-insights.ts';

const insights = believableInsights();

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly open: boolean;
}

/** The insights with these durations and nothing told about them. */
function withDurations(
  points: readonly Pick<DurationPoint, 'minutes' | 'open'>[],
  wanted: Partial<Insights['durations'][number]> = {},
): Insights {
  const [first] = insights.durations;
  if (first === undefined) throw new Error('there is no duration');
  const durations = {
    ...first,
    id: 'duration/tried',
    points: points.map((point, index) => ({ ...point, file: `${index}.md`, title: null, at: null })),
    median: { reason: 'There are too few.' },
    ...wanted,
  };
  return { ...insights, durations: [durations], changes: [] };
}

function pictureOf(any: Insights, id: string, width = 640): string {
  return figurePicture(any, id, { scheme: 'light', width }) ?? '';
}

/** The dots of a strip plot, without the one of its legend. */
function dotsIn(svg: string): readonly Circle[] {
  const groups = Array.from(svg.matchAll(/<g([^>]*)>((?:<circle[^>]*\/>)+)<\/g>/g));
  return groups
    .filter(([, attributes = '']) => !attributes.includes('translate(6,0)'))
    .flatMap(([, attributes = '', circles = '']) =>
      Array.from(circles.matchAll(/cx="([\d.-]+)" cy="([\d.-]+)"/g), ([, x, y]) => ({
        x: Number(x),
        y: Number(y),
        open: attributes.includes('stroke='),
      })),
    );
}

const duration = fc.record({ minutes: fc.double({ min: 0.01, max: 1e6, noNaN: true }), open: fc.boolean() });

describe('a strip plot', () => {
  test('has a dot for each duration, hollow where it is not over, and no two cover each other', () => {
    fc.assert(
      fc.property(
        fc.array(duration, { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 320, max: 900 }),
        (points, width) => {
          const dots = dotsIn(pictureOf(withDurations(points), 'duration/tried', width));
          expect(dots).toHaveLength(points.length);
          expect(dots.filter(({ open }) => open)).toHaveLength(points.filter(({ open }) => open).length);
          const covered = dots.filter((dot, index) =>
            dots.slice(index + 1).some((other) => Math.hypot(dot.x - other.x, dot.y - other.y) < 7),
          );
          expect(covered).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('puts a longer duration further to the right', () => {
    const dots = dotsIn(
      pictureOf(withDurations([1, 10, 100, 1000].map((minutes) => ({ minutes, open: false }))), 'duration/tried'),
    );
    const places = dots.map(({ x }) => x);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const [one = 0, two = 0, three = 0] = places;
    expect(three - two).toBeCloseTo(two - one, 0);
  });

  test('counts what would cover each other, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(duration, { minLength: 301, maxLength: 900 }), (points) => {
        const many = withDurations(points);
        const table = figureTable(many, 'duration/tried');
        const counted = table?.rows.reduce((sum, row) => sum + Number(row[2]) + Number(row[3]), 0);
        expect(counted).toBe(points.length);
        expect(dotsIn(pictureOf(many, 'duration/tried'))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['nothing', []],
    [
      'only what is zero or early',
      [
        { minutes: 0, open: false },
        { minutes: -5, open: false },
      ],
    ],
  ])('is not there for %s', (_, points) => {
    expect(figurePicture(withDurations(points), 'duration/tried', { scheme: 'light', width: 640 })).toBeNull();
    expect(figureTable(withDurations(points), 'duration/tried')?.rows).toHaveLength(points.length);
  });

  test('draws the median and its interval, and says both', () => {
    const svg = pictureOf(insights, 'duration/time-to-resolve');
    expect(svg).toMatch(/median [^<]+min \([^<]+ to [^<]+\)/);
  });
});

describe('other figures', () => {
  test('a budget that is overspent reaches past the line, in words as well', () => {
    const svg = pictureOf(insights, 'budgets');
    expect(svg).toContain('120\u00a0%, overspent');
    expect(svg.indexOf('2026-10')).toBeLessThan(svg.indexOf('2026-09'));
  });

  test('a month that is only partly in the window has a hollow dot', () => {
    const svg = pictureOf(insights, 'frequency');
    expect(svg.match(/<circle[^>]*fill="#ffffff"/g)).toHaveLength(1);
    expect(svg.match(/<circle/g)).toHaveLength(12);
  });

  test('a few days of a month do not stretch the axis', () => {
    const months = ['2026-01', '2026-02', '2026-03'].map((month, index) => ({
      month,
      days: index === 2 ? 1 : 30,
      count: 0,
      low: 0,
      high: index === 2 ? 110.7 : 3.7,
    }));
    const svg = pictureOf({ ...insights, frequency: { ...insights.frequency, months } }, 'frequency');
    expect(svg).toMatch(/>3<\/text>/);
    expect(svg).not.toMatch(/>100<\/text>/);
  });

  test('many years are named by year', () => {
    const months = Array.from({ length: 170 }, (_, index) => ({
      month: new Date(Date.UTC(2012, 9 + index, 1)).toISOString().slice(0, 7),
      days: 30,
      count: index % 3,
      low: 0,
      high: 5,
    }));
    const svg = pictureOf({ ...insights, frequency: { ...insights.frequency, months } }, 'frequency');
    expect(svg).toContain('>2013</text>');
    expect(svg).not.toContain('>Oct');
  });

  test('a curve has a tick for what was last seen open, and reaches it', () => {
    const [survival] = insights.survival;
    const curve = {
      name: 'all',
      n: 3,
      censored: 1,
      steps: [
        { time: 3, atRisk: 3, events: 1, survival: 0.667, low: 0.05, high: 0.95 },
        { time: 5, atRisk: 2, events: 1, survival: 0.333, low: 0.01, high: 0.77 },
      ],
      median: 5,
    };
    if (survival === undefined) throw new Error('there is no curve');
    const figure = (lastSeenOpen: readonly number[]) =>
      pictureOf(
        {
          ...insights,
          survival: [{ ...survival, id: 'survival/actions', unit: 'days', curves: [{ ...curve, lastSeenOpen }] }],
        },
        'survival/actions',
      );
    expect(linesIn(figure([8]))).toBe(linesIn(figure([])) + 1);
    expect(figure([8])).toContain('>8\u00a0d</text>');
  });

  test('hours stand in threes where there is little room, and none is lost', () => {
    const cells = insights.timeOfWeek.cells.reduce((total, { count }) => total + count, 0);
    expect(numberedCells(pictureOf(insights, 'time-of-week', 800))).toBe(cells);
    expect(numberedCells(pictureOf(insights, 'time-of-week', 360))).toBe(cells);
  });

  test('a figure for a page leaves its colours and its words to the page', () => {
    const svg = figureMarkup(insights, 'factors', { width: 560, label: 'What "contributed"' });
    expect(svg).toContain('role="img" aria-label="What &quot;contributed&quot;"');
    expect(svg).toContain('fill="var(--mark)"');
    expect(svg).not.toMatch(/#[0-9a-f]{6}/);
    expect(figureMarkup(insights, 'actions', { width: 560, label: '' })).toBeNull();
  });
});

/** The sum of the numbers that stand in the cells of a heat map. */
function numberedCells(svg: string): number {
  const [, texts = ''] = /<g[^>]*font-size="11"[^>]*>((?:<text[^>]*>\d+<\/text>)+)<\/g>/.exec(svg) ?? [];
  return Array.from(texts.matchAll(/>(\d+)</g), ([, count]) => Number(count)).reduce((a, b) => a + b, 0);
}

function linesIn(svg: string): number {
  return svg.match(/<line/g)?.length ?? 0;
}
