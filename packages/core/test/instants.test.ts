import { describe, expect, test } from 'vitest';
import { type Field, type Instant, instantNames, instantText, read } from '../src/index.ts';
import { placeOf, pointedAt, postmortemOf } from './reading.ts';

/** The known instants in short, with their source. */
const told = (field: Field<Instant>): string =>
  field.state === 'known' ? `${instantText(field.value)} ${field.source}` : '';

function known(text: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(postmortemOf(text).instants)
      .map(([name, field]) => [name, told(field)])
      .filter(([, value]) => value !== ''),
  );
}

const timeline = `## Timeline

- 13:50 Deployment of version 4.2
- 14:00 First errors on the print page
- 14:05 Alert fired
- 14:08 On-call acknowledged
- 14:10 Incident declared
- 14:30 Root cause identified
- 14:40 Rollback started
- 14:55 Service restored
- 15:30 Incident resolved
`;

describe('instants are guessed from the timeline', () => {
  test('and marked as derived', () => {
    expect(known(`# Print queue stuck\n\n**Date:** 2026-03-01\n\n${timeline}`)).toEqual({
      trigger: '2026-03-01T13:50 derived',
      impactStart: '2026-03-01T14:00 derived',
      alerted: '2026-03-01T14:05 derived',
      acknowledged: '2026-03-01T14:08 derived',
      declared: '2026-03-01T14:10 derived',
      diagnosed: '2026-03-01T14:30 derived',
      firstMitigation: '2026-03-01T14:40 derived',
      impactEnd: '2026-03-01T14:55 derived',
      resolved: '2026-03-01T15:30 derived',
    });
  });

  test('a guess points to the row it came from', () => {
    const text = `# Print queue stuck\n\n**Date:** 2026-03-01\n\n${timeline}`;
    expect(postmortemOf(text).instants.alerted.places[0]).toEqual(placeOf(text, '14:05'));
  });

  test('the first of two beginnings and the last of two ends count', () => {
    const text =
      '# Print queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- 14:00 First errors\n- 14:20 Service restored\n- 15:00 First errors again\n- 15:20 Service restored\n';
    expect(known(text)).toEqual({ impactStart: '2026-03-01T14:00 derived', impactEnd: '2026-03-01T15:20 derived' });
  });

  test('an event without a clock gives no instant', () => {
    expect(
      known('# Print queue stuck\n\n## Timeline\n\n- Incident declared\n- 2026-03-01: Service restored\n'),
    ).toEqual({});
  });

  test('without a timeline every instant is absent', () => {
    const { instants } = postmortemOf('# Print queue stuck\n');
    expect(Object.keys(instants)).toEqual([...instantNames]);
    expect(Object.values(instants).every(({ state }) => state === 'unknown')).toBe(true);
  });
});

describe('a label tells more than a guess', () => {
  test.each<[string, Record<string, string>]>([
    [
      '**Date:** 2026-03-01\n**Start:** 13:58\n**End:** 15:00',
      { impactStart: '2026-03-01T13:58 text', impactEnd: '2026-03-01T15:00 text' },
    ],
    [
      '**Started:** 2026-03-01 13:58 UTC\n**Ended:** 2026-03-01 15:00 UTC',
      { impactStart: '2026-03-01T13:58 text', impactEnd: '2026-03-01T15:00 text' },
    ],
    ['**Detected at:** 2026-03-01 14:02', { detected: '2026-03-01T14:02 text' }],
    [
      '**Period:** 2026-03-01 13:58 – 15:00',
      { impactStart: '2026-03-01T13:58 text', impactEnd: '2026-03-01T15:00 text' },
    ],
  ])('%j', (lines, expected) => {
    expect(known(`# Print queue stuck\n\n${lines}\n\n${timeline}`)).toMatchObject(expected);
  });
});

const pinned = (times: string): string =>
  `---\ntimes:\n${times}\n---\n\n# Print queue stuck\n\n**Date:** 2026-03-01\n**Start:** 13:58\n\n${timeline}`;

function withDuration(duration: string): Record<string, string> {
  return known(`# Kite down\n\n**Date:** 2026-03-01\n**Duration:** ${duration}\n`);
}

describe('a duration that names its ends', () => {
  test.each([
    '10:00 - 11:12 UTC (72 minutes)',
    '10:00 UTC - 11:12 UTC',
    '72 min (10:00 → 11:12 UTC)',
    '2026-03-01 10:00 UTC - 2026-03-01 11:12 UTC (72 minutes)',
  ])('%s tells start and end', (duration) => {
    expect(withDuration(duration)).toEqual({
      impactStart: '2026-03-01T10:00 text',
      impactEnd: '2026-03-01T11:12 text',
    });
  });

  test.each([
    '72 minutes',
    '2h 15min',
    '1h - 2h',
    '01:12:00',
    '10:00–?',
    '[Start Time] - [End Time] ([Total Duration])',
    'since 10:00',
  ])('%s does not', (duration) => {
    expect(withDuration(duration)).toEqual({});
  });

  test('may pass over midnight without a complaint', () => {
    const text = '# Kite down\n\n**Date:** 2026-03-01\n**Duration:** 23:40 – 00:20 UTC\n';
    expect(pointedAt(read(text), 'time-order')).toEqual([]);
  });
});

describe('a pinned time wins', () => {
  test.each<[string, string, string]>([
    ['  impactStart: 2026-03-01T13:30Z', 'impactStart', '2026-03-01T13:30 pinned'],
    ['  impactStart: 2026-03-01T13:30:15Z', 'impactStart', '2026-03-01T13:30 pinned'],
    ['  impactStart: 2026-03-01 13:30 UTC', 'impactStart', '2026-03-01T13:30 pinned'],
    ['  impactStart: "2026-03-01T13:30Z"', 'impactStart', '2026-03-01T13:30 pinned'],
    ['  impactStart: 2026-03-01T13:30+02:00', 'impactStart', '2026-03-01T13:30 pinned'],
    ['  impactStart: 13:30', 'impactStart', '2026-03-01T13:30 pinned'],
    ['  alerted: 2026-03-01T14:06Z', 'alerted', '2026-03-01T14:06 pinned'],
    ['  closed: 2026-03-04T10:00Z', 'closed', '2026-03-04T10:00 pinned'],
    ['  trigger: 2026-02-28T23:00Z\n  closed: 2026-03-04T10:00Z', 'trigger', '2026-02-28T23:00 pinned'],
  ])('%j', (times, name, expected) => {
    const reading = read(pinned(times));
    expect(known(pinned(times))).toMatchObject({ [name]: expected });
    expect(reading.messages.filter(({ code }) => code === 'pinned-time')).toEqual([]);
  });

  test('written in one line', () => {
    expect(known('---\ntimes: { impactStart: 2026-05-01T10:02Z }\n---\n# Print queue stuck\n')).toEqual({
      impactStart: '2026-05-01T10:02 pinned',
    });
  });

  test('with its zone and its place', () => {
    const text = pinned('  impactStart: 2026-03-01T13:30+02:00');
    expect(postmortemOf(text).instants.impactStart).toMatchObject({
      value: { day: '2026-03-01', clock: '13:30', zone: '+02:00', offsetMinutes: 120 },
      written: '2026-03-01T13:30+02:00',
      places: [placeOf(text, '2026-03-01T13:30+02:00')],
    });
  });

  test.each(instantNames)('%s can be pinned', (name) => {
    expect(known(`---\ntimes:\n  ${name}: 2026-03-01T13:30Z\n---\n# Print queue stuck\n`)).toEqual({
      [name]: '2026-03-01T13:30 pinned',
    });
  });

  test.each<[string, string]>([
    ['  beginning: 2026-03-01T13:30Z', 'beginning'],
    ['  impactStart: soon', 'soon'],
    ['  impactStart: 2026-02-30T13:30Z', '2026-02-30T13:30Z'],
    ['  impactStart: 03/04/2026 13:30', '03/04/2026 13:30'],
    ['  impactStart: 2026-03-01', '2026-03-01'],
  ])('a wrong pin is reported where it stands and the guess stays: %j', (times, words) => {
    const reading = read(pinned(times));
    expect(pointedAt(reading, 'pinned-time')).toEqual([words]);
    expect(known(pinned(times))).toMatchObject({ impactStart: '2026-03-01T13:58 text' });
  });

  test('a placeholder is no wrong pin', () => {
    expect(
      read(pinned('  impactStart: "YYYY-MM-DDTHH:MMZ"')).messages.filter(({ code }) => code === 'pinned-time'),
    ).toEqual([]);
  });
});
