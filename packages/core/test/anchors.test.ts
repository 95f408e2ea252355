import { describe, expect, test } from 'vitest';
import { type Anchor, anchorsOf, type InstantName, isAnchor, read } from '../src/index.ts';
import { zoneRules } from '../src/measure/zone-rules.ts';
import { pinned, shortly, measured } from './measured.ts';

function anchorIn(text: string, name: InstantName, zone: string | null = null): Anchor {
  const anchor = anchorsOf(read(text), { zone })[name];
  if (!isAnchor(anchor)) throw new Error(`${name} is ${anchor.missing}`);
  return anchor;
}

function missingIn(text: string, name: InstantName): string {
  const anchor = anchorsOf(read(text), { zone: null })[name];
  return isAnchor(anchor) ? anchor.clock : anchor.missing;
}

function utc(anchor: Anchor): string {
  return new Date(anchor.at).toISOString().replace('.000Z', 'Z');
}

const timeline = (rows: readonly string[], heading = 'Timeline', date = '**Date:** 2026-03-01\n'): string =>
  `# Kites down\n\n${date}\n## ${heading}\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`;

describe('which zone a clock is in', () => {
  test.each([
    ['Timeline (UTC)', '10:00', '2026-03-01T10:00:00Z'],
    ['Timeline (UTC+2)', '10:00', '2026-03-01T08:00:00Z'],
    ['Timeline (PST)', '10:00', '2026-03-01T18:00:00Z'],
    ['Timeline (CET)', '10:00', '2026-03-01T09:00:00Z'],
    ['Timeline (JST)', '10:00', '2026-03-01T01:00:00Z'],
    ['Timeline (Europe/Oslo)', '10:00', '2026-03-01T09:00:00Z'],
    ['Chronologie (heure de Paris)', '10:00', '2026-03-01T09:00:00Z'],
    ['Timeline (Pacific Time)', '10:00', '2026-03-01T18:00:00Z'],
    ['Timeline (UTC)', '10:00 CET', '2026-03-01T09:00:00Z'],
  ])('%s, %s is %s', (heading, clock, expected) => {
    const anchor = anchorIn(timeline([`${clock} Outage started`], heading), 'impactStart');
    expect(utc(anchor)).toBe(expected);
    expect(anchor.zone.from).toBe('document');
    expect(anchor.notes).toEqual([]);
  });

  test('that of the house where the document names none', () => {
    const text = timeline(['10:00 Outage started']);
    const anchor = anchorIn(text, 'impactStart', 'Europe/Berlin');
    expect(utc(anchor)).toBe('2026-03-01T09:00:00Z');
    expect(anchor.zone).toEqual({ name: 'Europe/Berlin', from: 'house' });
  });

  test('UTC where nobody names one, and it says so', () => {
    const text = timeline(['10:00 Outage started', '10:30 Service restored']);
    expect(anchorIn(text, 'impactStart').zone).toEqual({ name: 'UTC', from: 'assumed' });
    const duration = measured(text).get('impact-duration/impact');
    expect(shortly(duration)).toBe(30);
    expect(duration?.notes).toContain('No zone is stated, so clocks count as UTC.');
  });

  test('a name that means several zones is not guessed', () => {
    const anchor = anchorIn(timeline(['10:00 Outage started'], 'Timeline (IST)'), 'impactStart');
    expect(anchor.zone).toEqual({ name: 'UTC', from: 'assumed' });
    expect(anchor.notes.join()).toContain('“IST” can mean several zones');
  });

  test.each(['', 'constructor', '__proto__', 'Nowhere/Land', 'UTC+99', 'PST8PDT!', 'x'.repeat(5_000), 'heure de '])(
    'nothing is made of “%s”',
    (name) => {
      expect(zoneRules(name)).toBeNull();
    },
  );

  test.each([
    ['Europe/Oslo (CET)', 'Europe/Oslo'],
    ['hora de Nueva York', 'America/New_York'],
    ['hora de Bogotá', 'America/Bogota'],
    ['北京时间', 'Asia/Shanghai'],
    ['ET', 'America/New_York'],
  ])('%s goes by the rules of %s', (written, name) => {
    expect(zoneRules(written)).toEqual({ kind: 'place', name });
  });
});

describe('the nights in which clocks are changed', () => {
  test.each([
    ['America/New_York', '2026-03-08 01:30', '2026-03-08 04:00', 90],
    ['America/New_York', '2026-11-01 00:30', '2026-11-01 03:00', 210],
    ['Europe/Berlin', '2026-03-29 01:30', '2026-03-29 04:00', 90],
    ['Europe/Berlin', '2026-10-25 01:30', '2026-10-25 04:00', 210],
    ['Australia/Sydney', '2026-10-04 01:30', '2026-10-04 04:00', 90],
    ['Australia/Sydney', '2026-04-05 01:30', '2026-04-05 04:00', 210],
    ['Australia/Lord_Howe', '2026-10-04 01:30', '2026-10-04 04:00', 120],
    ['Asia/Kolkata', '2026-03-29 01:30', '2026-03-29 04:00', 150],
  ])('%s, %s to %s is %i minutes', (zone, impactStart, impactEnd, minutes) => {
    const found = measured(pinned({ impactStart, impactEnd }), { zone }).get('impact-duration/impact');
    expect(shortly(found)).toBe(minutes);
    expect(found?.notes).toEqual([]);
  });

  test('a clock that was skipped is told', () => {
    const anchor = anchorIn(pinned({ impactStart: '2026-03-29 02:30' }), 'impactStart', 'Europe/Berlin');
    expect(utc(anchor)).toBe('2026-03-29T01:30:00Z');
    expect(anchor.notes.join()).toContain('The clock 02:30 did not exist on 2026-03-29 in Europe/Berlin');
  });

  test('of a clock that came twice the second counts where the row above is later than the first', () => {
    const rows = ['01:30 Impact started', '02:50 Alert fired', '02:10 On-call acknowledged', '03:30 Resolved'];
    const text = timeline(rows, 'Timeline', '**Date:** 2026-10-25\n**Time zone:** Europe/Berlin\n');
    const anchor = anchorIn(text, 'acknowledged');
    expect(utc(anchor)).toBe('2026-10-25T01:10:00Z');
    expect(anchor.notes.join()).toContain('the second counts');
    expect(measured(text).get('time-to-acknowledge/from-alert')?.result).toEqual({ state: 'known', value: 20 });
    expect(utc(anchorIn(text, 'alerted'))).toBe('2026-10-25T00:50:00Z');
  });

  test('of a clock that came twice the first counts, and it is told', () => {
    const anchor = anchorIn(pinned({ impactStart: '2026-10-25 02:30' }), 'impactStart', 'Europe/Berlin');
    expect(utc(anchor)).toBe('2026-10-25T00:30:00Z');
    expect(anchor.notes.join()).toContain('The clock 02:30 came twice on 2026-10-25 in Europe/Berlin');
    const exact = anchorIn(pinned({ impactStart: '2026-10-25T02:30+01:00' }), 'impactStart', 'Europe/Berlin');
    expect([utc(exact), exact.notes]).toEqual(['2026-10-25T01:30:00Z', []]);
  });
});

describe('which day a clock is on', () => {
  test('29 February, where there is one', () => {
    const text = pinned({ impactStart: '2028-02-28T23:50Z', impactEnd: '2028-03-01T00:10Z' });
    expect(shortly(measured(text).get('impact-duration/impact'))).toBe(24 * 60 + 20);
    const before = pinned({ impactStart: '2027-02-28T23:50Z', impactEnd: '2027-03-01T00:10Z' });
    expect(shortly(measured(before).get('impact-duration/impact'))).toBe(20);
  });

  test('offsets and Z are one line of time', () => {
    const text = pinned({
      impactStart: '2026-05-01T12:02+02:00',
      detected: '2026-05-01T10:05Z',
      impactEnd: '2026-05-01T05:32-05:00',
    });
    const found = measured(text);
    expect(shortly(found.get('time-to-detect/from-impact'))).toBe(3);
    expect(shortly(found.get('impact-duration/impact'))).toBe(30);
  });

  test('rows pass over midnight', () => {
    const text = timeline(['23:50 Outage started', '23:55 Alert fired', '00:25 Service restored'], 'Timeline (UTC)');
    expect(anchorIn(text, 'impactEnd').day).toBe('2026-03-02');
    expect(shortly(measured(text).get('impact-duration/impact'))).toBe(35);
  });

  test('a labelled range passes over midnight, and it is told', () => {
    const text = '# Kites down\n\n**Date:** 2026-03-01\n**Start time:** 23:40 UTC\n**End time:** 00:25 UTC\n';
    const duration = measured(text).get('impact-duration/impact');
    expect(shortly(duration)).toBe(45);
    expect(duration?.notes.join()).toContain('00:25 is written without a day and lies before the start 23:40');
  });

  test.each(['23:40 – 00:20 UTC (40 min)', '40 min (23:40 → 00:20 UTC)', '2026-03-01 23:40 – 00:20 UTC'])(
    'so does the range of a duration, %s',
    (duration) => {
      const text = `# Kites down\n\n**Date:** 2026-03-01\n**Duration:** ${duration}\n`;
      expect(shortly(measured(text).get('impact-duration/impact'))).toBe(40);
    },
  );

  test('a small step back, or a day that is written, is no midnight', () => {
    const slip = '# Kites down\n\n**Date:** 2026-03-01\n**Start time:** 14:30 UTC\n**End time:** 14:10 UTC\n';
    expect(shortly(measured(slip).get('impact-duration/impact'))).toBe('invalid: endBeforeStart');
    const dated =
      '# Kites down\n\n**Date:** 2026-03-01\n**Start time:** 2026-03-01 23:40 UTC\n**End time:** 2026-03-01 00:25 UTC\n';
    expect(shortly(measured(dated).get('impact-duration/impact'))).toBe('invalid: endBeforeStart');
  });

  test('rows under a day of their own stay on it', () => {
    const text = `# Kites down

**Date:** 2026-03-01
**Start time:** 23:40 UTC

## Timeline (UTC)

### 2026-03-01

- 00:25 Service restored
`;
    expect(anchorIn(text, 'impactEnd').day).toBe('2026-03-01');
    const below = text.replace('### 2026-03-01\n\n', '');
    expect(anchorIn(below, 'impactEnd').day).toBe('2026-03-02');
  });

  test('a clock on no day has no place, and says what to do', () => {
    const text = timeline(['10:00 Outage started', '10:30 Service restored'], 'Timeline', '');
    expect(missingIn(text, 'impactStart')).toBe('noDay');
    const { result } = measured(text).get('impact-duration/impact') ?? {};
    expect(result).toMatchObject({ state: 'unknown', reason: 'noDay' });
    expect(result !== undefined && 'message' in result && result.message).toContain('Write the date of the incident');
  });
});

describe('what the end is', () => {
  test('a stated end that is the review is not taken', () => {
    const text = `# Kites down

**Date:** 2026-03-01
**Start time:** 14:30 UTC
**End time:** 16:45 UTC

## Timeline (UTC)

- 14:30 Outage started
- 15:15 Service restored
- 16:45 Post-incident review
`;
    expect(anchorIn(text, 'impactEnd').clock).toBe('15:15');
    const duration = measured(text).get('impact-duration/impact');
    expect(shortly(duration)).toBe(45);
    expect(duration?.notes.join()).toContain('this was the review');
  });

  test('where only the review is told the end is unknown', () => {
    const text = timeline(
      ['14:30 Outage started', '16:45 Post-incident review'],
      'Timeline (UTC)',
      '**Date:** 2026-03-01\n**End time:** 16:45 UTC\n',
    );
    expect(missingIn(text, 'impactEnd')).toBe('isReview');
    expect(shortly(measured(text).get('impact-duration/impact'))).toBe('unknown: endIsReview');
  });

  test('a pinned instant wins over everything', () => {
    const text = pinned(
      { impactEnd: '2026-03-01T15:00Z' },
      timeline(['14:30 Outage started', '15:15 Service restored'], 'Timeline (UTC)'),
    );
    const end = anchorIn(text, 'impactEnd');
    expect([end.clock, end.source]).toEqual(['15:00', 'pinned']);
  });
});

describe('the first sign', () => {
  test('is the alert where no detection is told', () => {
    const text = timeline(['10:00 Outage started', '10:04 Alert fired'], 'Timeline (UTC)');
    const found = measured(text).get('time-to-detect/from-impact');
    expect(shortly(found)).toBe(4);
    expect(found?.notes.join()).toContain('the first alert counts as the first sign');
  });

  test('is the alert where a row further down only looks like a detection', () => {
    const text = timeline(
      ['10:00 Outage started', '10:04 Alert fired', '10:20 Team noticed slow pages'],
      'Timeline (UTC)',
    );
    expect(shortly(measured(text).get('time-to-detect/from-impact'))).toBe(4);
  });

  test('stays where it is stated', () => {
    const text = pinned({
      impactStart: '2026-03-01T10:00Z',
      alerted: '2026-03-01T10:04Z',
      detected: '2026-03-01T10:20Z',
    });
    expect(shortly(measured(text).get('time-to-detect/from-impact'))).toBe(20);
  });
});

test('an anchor says what it stands on', () => {
  const text = timeline(['about 10:00 Outage started', '10:04:30 Alert fired'], 'Timeline (UTC)');
  const start = anchorIn(text, 'impactStart');
  expect(start).toMatchObject({
    approximate: true,
    precision: 900_000,
    source: 'guessed',
    words: 'outage started',
    clock: '10:00',
  });
  expect(text.slice(start.places[0]?.from, start.places[0]?.to)).toBe(start.written);
  expect(anchorIn(text, 'alerted').precision).toBe(1_000);
});
