import { describe, expect, test } from 'vitest';
import { instantText, read } from '../src/index.ts';
import { pointedAt } from './reading.ts';

/** The instants of the events of a timeline below a header, in short. */
function days(rows: readonly string[], header = '**Date:** 2026-03-01'): readonly (string | null)[] {
  const text = `# Queue stuck\n\n${header}\n\n## Timeline\n\n${rows.map((row) => `- ${row} something happened`).join('\n')}\n`;
  return read(text).postmortem.timeline.map(({ at }) => (at.state === 'known' ? instantText(at.value) : null));
}

describe('a clock without a day takes the day of the row before', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['from the header', ['14:05', '14:20'], ['2026-03-01T14:05', '2026-03-01T14:20']],
    ['from the row before', ['2026-03-02 14:05', '14:20'], ['2026-03-02T14:05', '2026-03-02T14:20']],
    [
      'from the latest row that has one',
      ['2026-03-02 14:05', '14:20', '2026-03-04 09:00', '09:30'],
      ['2026-03-02T14:05', '2026-03-02T14:20', '2026-03-04T09:00', '2026-03-04T09:30'],
    ],
    ['seconds are dropped in the short form', ['14:05:59'], ['2026-03-01T14:05']],
  ])('%s', (_title, rows, expected) => {
    expect(days(rows)).toEqual(expected);
  });

  test('without any day only the clock is known', () => {
    expect(days(['14:05', '14:20'], '**Severity:** SEV2')).toEqual(['T14:05', 'T14:20']);
  });
});

describe('clocks of several zones are compared as instants', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'far behind on the wall, minutes later in truth',
      ['10:00 UTC', '03:05 PDT', '13:00 CEST'],
      ['2026-03-01T10:00', '2026-03-01T03:05', '2026-03-01T13:00'],
    ],
    ['the day before, further west', ['00:30 UTC', '19:45 EST'], ['2026-03-01T00:30', '2026-02-28T19:45']],
    ['the day after, further east', ['23:30 UTC', '08:45 JST'], ['2026-03-01T23:30', '2026-03-02T08:45']],
    [
      'over midnight and back',
      ['23:30 UTC', '08:45 JST', '00:10 UTC'],
      ['2026-03-01T23:30', '2026-03-02T08:45', '2026-03-02T00:10'],
    ],
  ])('%s', (_title, rows, expected) => {
    expect(days(rows).map((at) => at?.slice(0, 16))).toEqual(expected);
    expect(
      read(`# Q\n\n**Date:** 2026-03-01\n\n## Timeline\n\n${rows.map((row) => `- ${row} something`).join('\n')}\n`)
        .messages,
    ).toEqual([]);
  });
});

describe('midnight passes to the next day only when the order says so', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['over midnight', ['23:40', '00:15', '01:30'], ['2026-03-01T23:40', '2026-03-02T00:15', '2026-03-02T01:30']],
    [
      'over two midnights',
      ['22:00', '03:00', '21:00', '02:00'],
      ['2026-03-01T22:00', '2026-03-02T03:00', '2026-03-02T21:00', '2026-03-03T02:00'],
    ],
    ['over the end of a month', ['2026-02-28 23:50', '00:10'], ['2026-02-28T23:50', '2026-03-01T00:10']],
    ['over the end of a year', ['2025-12-31 23:50', '00:10'], ['2025-12-31T23:50', '2026-01-01T00:10']],
    [
      'a small step back is a row out of order',
      ['14:20', '14:05', '14:30'],
      ['2026-03-01T14:20', '2026-03-01T14:05', '2026-03-01T14:30'],
    ],
    [
      'a row out of order across an hour',
      ['10:02', '09:58', '10:10'],
      ['2026-03-01T10:02', '2026-03-01T09:58', '2026-03-01T10:10'],
    ],
    ['a day of its own decides', ['23:40', '2026-03-01 08:00'], ['2026-03-01T23:40', '2026-03-01T08:00']],
    ['an evening and the morning after', ['21:30', '09:10'], ['2026-03-01T21:30', '2026-03-02T09:10']],
  ])('%s', (_title, rows, expected) => {
    expect(days(rows)).toEqual(expected);
  });

  test('without a day nothing passes anywhere', () => {
    expect(days(['23:40', '00:15'], '**Severity:** SEV2')).toEqual(['T23:40', 'T00:15']);
  });
});

describe('a missing year is taken from the days around it', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['from the header', ['Mar 2, 14:05'], ['2026-03-02T14:05']],
    ['from the row before', ['2024-07-01 10:00', '20.07., 11:00'], ['2024-07-01T10:00', '2024-07-20T11:00']],
    ['over the end of a year', ['2025-12-31 23:00', 'Jan 1, 09:00'], ['2025-12-31T23:00', '2026-01-01T09:00']],
    ['a day without a clock', ['Mar 2', '10:00'], ['2026-03-02', '2026-03-02T10:00']],
  ])('%s', (_title, rows, expected) => {
    expect(days(rows)).toEqual(expected);
  });

  test('where nothing gives a year, the day is not guessed', () => {
    expect(days(['Mar 2, 14:05'], '**Severity:** SEV2')).toEqual(['T14:05']);
  });
});

const untilOf = (row: string): string | null | undefined => {
  const [event] = read(`# Queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- ${row} the queue is stuck\n`)
    .postmortem.timeline;
  if (event?.until === undefined) return undefined;
  return event.until.state === 'known' ? instantText(event.until.value) : null;
};

describe('the end of a range', () => {
  test.each([
    ['14:05 – 15:10', '2026-03-01T15:10'],
    ['23:50 – 00:20', '2026-03-02T00:20'],
    ['2026-03-02 14:05 – 15:10', '2026-03-02T15:10'],
    ['2026-03-02 22:00 – 2026-03-03 01:00', '2026-03-03T01:00'],
    ['Mar 2-5', '2026-03-05'],
    ['14:05', undefined],
  ])('%s ends at %s', (row, expected) => {
    expect(untilOf(row)).toBe(expected);
  });

  test('an end that is half unknown is an end that is not known', () => {
    expect(untilOf('12:26-12:??')).toBeNull();
  });
});

describe('where a time comes from', () => {
  test('a clock with its own day has one place, one that took its day from the header two', () => {
    const text =
      '# Queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- 14:05 stuck\n- 2026-03-02 09:00 still stuck\n';
    const [borrowed, own] = read(text).postmortem.timeline.map(({ at }) =>
      at.places.map(({ from, to }) => text.slice(from, to)),
    );
    expect(borrowed).toEqual(['14:05', '2026-03-01']);
    expect(own).toEqual(['2026-03-02 09:00']);
  });

  test('an impossible day is reported where it stands and not guessed', () => {
    const reading = read(
      '# Queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- 2026-02-30 stuck\n- 14:05 still stuck\n',
    );
    expect(pointedAt(reading, 'impossible-date')).toEqual(['2026-02-30']);
    expect(reading.postmortem.timeline[0]?.at).toMatchObject({
      state: 'unknown',
      reason: 'impossible',
      written: '2026-02-30',
    });
  });

  test('an impossible day with a clock does not pass for the day before', () => {
    const reading = read('# Queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- 2026-02-30 14:05 stuck\n');
    expect(pointedAt(reading, 'impossible-date')).toEqual(['2026-02-30 14:05']);
    const at = reading.postmortem.timeline[0]?.at;
    expect(at?.state === 'known' ? at.value.day : undefined).toBeUndefined();
  });

  test('a zone of a row is kept with its distance from UTC', () => {
    const [event] = read('# Queue stuck\n\n## Timeline\n\n- 2026-03-01 14:05 PST stuck\n').postmortem.timeline;
    expect(event?.at).toMatchObject({ value: { day: '2026-03-01', clock: '14:05', zone: 'PST', offsetMinutes: -480 } });
  });

  test('an approximate time says so', () => {
    const [event] = read('# Queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- ~14:05 stuck\n').postmortem
      .timeline;
    expect(event?.at).toMatchObject({ value: { clock: '14:05', approximate: true } });
  });
});
