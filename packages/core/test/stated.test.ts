import { describe, expect, test } from 'vitest';
import { plainValues, read, type StatedMetricName } from '../src/index.ts';
import { placeOf, pointedAt, postmortemOf, short } from './reading.ts';

function stated(body: string): Partial<Record<StatedMetricName, number | string>> {
  return Object.fromEntries(
    Object.entries(postmortemOf(`# Lift stuck\n\n${body}\n`).stated).map(([name, field]) => [name, short(field)]),
  );
}

describe('each metric by its labels', () => {
  test.each<[StatedMetricName, string]>([
    ['duration', 'Duration'],
    ['duration', 'Outage duration'],
    ['duration', 'Total downtime'],
    ['timeToDetect', 'Time to Detect'],
    ['timeToDetect', 'Time to Detection'],
    ['timeToDetect', 'Detection Time'],
    ['timeToDetect', 'TTD'],
    ['timeToDetect', 'MTTD'],
    ['timeToAcknowledge', 'Time to Acknowledge'],
    ['timeToAcknowledge', 'MTTA'],
    ['timeToRespond', 'Response Time'],
    ['timeToDiagnose', 'Time to diagnose'],
    ['timeToMitigate', 'Time to Mitigate'],
    ['timeToMitigate', 'Time to Mitigation'],
    ['timeToMitigate', 'TTM'],
    ['timeToResolve', 'Time to Resolve'],
    ['timeToResolve', 'Time to Resolution'],
    ['timeToResolve', 'TTR'],
    ['timeToResolve', 'MTTR'],
    ['timeToResolve', 'Time to recovery'],
    ['timeToNotify', 'Communication Time'],
    ['timeBetweenFailures', 'MTBF'],
  ])('%s: %s', (name, label) => {
    expect(stated(`**${label}:** 45 minutes`)).toEqual({ [name]: 45 });
    expect(stated(`## Metrics\n\n- **${label}**: 45 min`)).toEqual({ [name]: 45 });
    expect(stated(`## Metrics\n\n| Metric | Value |\n|---|---|\n| ${label} | 45m |`)).toEqual({ [name]: 45 });
  });
});

describe('values', () => {
  test.each<[string, number]>([
    ['2 hours 15 minutes', 135],
    ['1h 12m', 72],
    ['14:23 – 15:10 UTC', 47],
    ['14:23 – 15:10 (47 minutes)', 47],
    ['5280', 5_280],
    ['13.33 min', 13.33],
    ['11 Days', 15_840],
    ['19 hours 43 minutes', 1_183],
    ['279 minutes [^3]', 279],
    ['~2h (partial)', 120],
    ['**45 minutes**', 45],
    ['2026-03-01 22:00 – 2026-03-02 02:00', 240],
    ['45 minutes after incident start', 45],
    ['0 min', 0],
  ])('a duration of %j is %d minutes', (written, minutes) => {
    expect(stated(`**Duration:** ${written}`)).toEqual({ duration: minutes });
  });

  test.each<[string, string]>([
    ['X hours Y minutes', '(placeholder)'],
    ['[Duration]', '(placeholder)'],
    ['TBD', '(placeholder)'],
    ['?', '(placeholder)'],
    ['N/A', '(not applicable)'],
    ['a while', '(unreadable)'],
    ['5–10 minutes', '(unreadable)'],
    ['ongoing', '(unreadable)'],
  ])('a duration of %j is not known: %s', (written, why) => {
    expect(stated(`**Duration:** ${written}`)).toEqual({ duration: why });
  });

  test('a unit may stand in the label', () => {
    expect(stated('## Metrics\n\n| Metric | Value |\n|---|---|\n| MTTR (hours) | 2 |\n| MTTD (minutes) | 5 |')).toEqual(
      { timeToResolve: 120, timeToDetect: 5 },
    );
  });

  test('the first that can be read counts', () => {
    expect(stated('**Duration:** [Duration]\n\n## Impact\n\n- **Duration:** 45 minutes')).toEqual({ duration: 45 });
  });

  test('a length of time told in running prose is none', () => {
    expect(stated('## Summary\n\nThe lift stood for 45 minutes.')).toEqual({});
  });

  test('what is stated keeps its words and its place', () => {
    const text = '# Lift stuck\n\n**Duration:** about **45** minutes\n';
    expect(postmortemOf(text).stated.duration).toMatchObject({
      value: 45,
      written: 'about **45** minutes',
      places: [placeOf(text, 'about **45** minutes')],
    });
  });

  test('what cannot be read is reported where it stands', () => {
    expect(pointedAt(read('# Lift stuck\n\n**Duration:** quite a while\n'), 'unreadable-duration')).toEqual([
      'quite a while',
    ]);
  });

  test('a placeholder needs no report', () => {
    expect(read('# Lift stuck\n\n**Duration:** X hours Y minutes\n').messages).toEqual([]);
  });
});

test('the plain values name four of them', () => {
  const text = '# Lift stuck\n\n**Duration:** 60 min\n**MTTD:** 5 min\n**MTTR:** 45 min\n**TTM:** 30 min\n';
  expect(plainValues(read(text)).stated).toEqual({
    timeToDetectMinutes: 5,
    timeToResolveMinutes: 45,
    timeToMitigateMinutes: 30,
    durationMinutes: 60,
  });
});
