import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureIds, figurePicture, insightsReport } from '../src/index.ts';
import { anyInsights, believableInsights, emptyInsights, groupedInsights } from './any-insights.ts';
import { markupFaults, tagsOf } from './markup-faults.ts';

const options = { title: 'What the year shows', made: '2026-11-20T08:30:00Z' };
const full = insightsReport(groupedInsights(), options);

describe('the report', () => {
  test('of a year is safe and whole', () => {
    expect(markupFaults(full)).toEqual([]);
  });

  test('of nothing says why', () => {
    const html = insightsReport(emptyInsights(), options);
    expect(markupFaults(html)).toEqual([]);
    expect(html).toContain('<strong>Cannot tell.</strong> <bdi>No post-mortem lies in this window.</bdi>');
  });

  test('is safe and whole whatever the documents and the numbers are', () => {
    fc.assert(
      fc.property(anyInsights, fc.string({ unit: 'grapheme' }), (insights, title) => {
        const html = insightsReport(insights, { title, made: title, lang: title });
        expect(markupFaults(html)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('shows a hostile title as the text that it is', () => {
    const [durations, ...others] = believableInsights().durations;
    if (durations === undefined) throw new Error('there is no duration');
    const hostile = '</script><script>alert("1")</script>\u202egnp\'s';
    const points = durations.points.map((point) => ({ ...point, title: hostile }));
    const html = insightsReport(
      { ...believableInsights(), durations: [{ ...durations, points }, ...others] },
      { ...options, title: hostile },
    );
    expect(markupFaults(html)).toEqual([]);
    expect(html).toContain('<title>&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; gnp&#39;s</title>');
  });

  test('says once how budgets are counted, whatever their windows', () => {
    const [budget] = believableInsights().budgets;
    if (budget === undefined) throw new Error('there is no budget');
    const budgets = ['2026-01', '2026-02', '2026-03'].map((window) => ({
      ...budget,
      window,
      definition: `99.9 % (occurrences) over ${window}; minutes that failed`,
    }));
    const html = insightsReport({ ...believableInsights(), budgets }, options);
    expect(html.split('minutes that failed')).toHaveLength(2);
  });

  test('says once that it cannot tell, and why', () => {
    const [durations, ...others] = believableInsights().durations;
    if (durations === undefined) throw new Error('there is no duration');
    const reason = 'Some that are not over could still change this.';
    const unsure = {
      ...durations,
      cannotTell: reason,
      statement: `Time to resolve: 4 incidents. ${reason}`,
      notes: [],
    };
    const html = insightsReport({ ...believableInsights(), durations: [unsure, ...others] }, options);
    expect(html).toContain(
      `<strong>Cannot tell.</strong> <bdi>${reason}</bdi> <bdi>Time to resolve: 4 incidents.</bdi>`,
    );
  });

  test('stays the same for the same insights', () => {
    expect(insightsReport(groupedInsights(), options)).toBe(full);
  });

  test('names its language, its instant and its window', () => {
    const html = insightsReport(believableInsights(), { ...options, lang: 'de' });
    expect(html).toMatch(/^<!doctype html>\n<html lang="de">/);
    expect(html).toContain('20 Nov 2026, 08:30 UTC');
    expect(html).toContain('1 Dec 2025 to 20 Nov 2026');
  });

  test('gives each figure its statement, its n, its window and its numbers', () => {
    const figures = full.split('<figure ').slice(1);
    expect(figures).toHaveLength(figureIds(groupedInsights()).length);
    for (const figure of figures) {
      expect(figure).toMatch(/<p class="statement">/);
      expect(figure).toMatch(/<figcaption><p class="facts">[^<]*1 Dec 2025 to 20 Nov 2026/);
      expect(figure).toContain('<table>');
    }
  });

  test('says cannot tell first and in bold, and colours no change', () => {
    expect(full).toContain(
      '<strong>Cannot tell.</strong> <bdi>With 20 against 18 incidents only a change above about 63 % would show.</bdi>',
    );
    expect(full).toContain('cannot tell');
    expect(full).not.toMatch(/(?:^|[^-])\b(?:green|red)\b/);
  });

  test('has one heading of the first level, and none is skipped', () => {
    const levels = tagsOf(full).flatMap(({ name, whole }) =>
      /^h[1-6]$/.test(name) && !whole.startsWith('</') ? [Number(name.slice(1))] : [],
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
  });

  test('keeps under a megabyte with ten thousand incidents, and says that it counted', () => {
    const html = insightsReport(believableInsights({ incidents: 10_000 }), options);
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
    expect(html).toContain('bars count them in 48 equal cells');
    expect(html).toContain('more rows are not written out here');
  });
});

describe('a picture of its own', () => {
  const insights = groupedInsights();
  const drawn = figureIds(insights).flatMap((id) => {
    const svg = figurePicture(insights, id, { scheme: 'dark', width: 640 });
    return svg === null ? [] : [{ id, svg }];
  });

  test('is there for each drawn figure', () => {
    expect(drawn.map(({ id }) => id)).toEqual([
      'frequency',
      'time-of-week',
      'duration/time-to-detect',
      'duration/time-to-detect/ecdf',
      'duration/time-to-resolve',
      'duration/time-to-resolve/ecdf',
      'survival/incidents',
      'change/time-to-resolve',
      'change/time-to-detect',
      'factors',
      'survival/actions',
      'budgets',
    ]);
  });

  test.each(drawn)('needs no style from elsewhere: $id', ({ svg }) => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 640 \d+"/);
    expect(svg).not.toContain('var(');
    expect(markupFaults(svg)).toEqual([]);
  });

  test('is safe at any width, whatever the documents say', () => {
    fc.assert(
      fc.property(anyInsights, fc.integer({ min: 240, max: 1200 }), (any, width) => {
        for (const id of figureIds(any)) {
          const svg = figurePicture(any, id, { scheme: 'light', width });
          if (svg === null) continue;
          expect(markupFaults(svg)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
