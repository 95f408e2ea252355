import { describe, expect, test } from 'vitest';
import { measured, pinned, shortly, valuesOf } from './measured.ts';

function day(clock: string): string {
  return `2026-04-14T${clock}Z`;
}

describe('reference case D-01: every definition of one incident', () => {
  const text = pinned({
    impactStart: day('09:52'),
    alerted: day('10:01'),
    detected: day('10:01'),
    acknowledged: day('10:06'),
    declared: day('10:09'),
    notified: day('10:21'),
    diagnosed: day('10:34'),
    mitigated: day('10:47'),
    impactEnd: day('10:49'),
    resolved: day('11:20'),
    closed: day('14:00'),
  });
  const found = measured(text);

  test.each([
    ['time-to-detect/from-impact', 9],
    ['time-to-detect/to-alert', 9],
    ['alert-latency/from-impact', 9],
    ['time-to-acknowledge/from-alert', 5],
    ['time-to-diagnose/from-acknowledgement', 28],
    ['time-to-diagnose/from-impact', 42],
    ['time-to-mitigate/from-impact', 55],
    ['time-to-mitigate/from-acknowledgement', 41],
    ['time-to-mitigate/from-detection', 46],
    ['time-to-resolve/from-impact', 88],
    ['time-to-resolve/from-declaration', 71],
    ['time-to-resolve/repair', 48],
    ['impact-duration/impact', 57],
    ['communication-time/from-declaration', 12],
    ['communication-time/from-impact', 29],
  ])('%s is %i minutes', (id, minutes) => {
    expect(shortly(found.get(id))).toBe(minutes);
  });

  test('nothing ends with the closing', () => {
    expect([...found.values()].filter(({ to }) => to?.instant === 'closed')).toEqual([]);
  });
});

describe('reference case D-22: elapsed time', () => {
  test('over a weekend nothing is left out', () => {
    const text = pinned({ impactStart: '2026-03-06T16:30Z', resolved: '2026-03-09T10:15Z' });
    expect(shortly(measured(text).get('time-to-resolve/from-impact'))).toBe(3_945);
  });

  test('the hour that New York skipped did not pass', () => {
    const text = pinned({ impactStart: '2026-03-08 01:30', impactEnd: '2026-03-08 04:00' });
    const inNewYork = measured(text, { zone: 'America/New_York' }).get('impact-duration/impact');
    expect(shortly(inNewYork)).toBe(90);
    expect(inNewYork?.from?.zone).toEqual({ name: 'America/New_York', from: 'house' });
    expect(shortly(measured(text).get('impact-duration/impact'))).toBe(150);
  });
});

test('reference case D-23: recovery of a failed deployment', () => {
  const text = pinned({ trigger: '2026-04-14T10:00Z', detected: '2026-04-14T10:20Z', resolved: '2026-04-14T11:00Z' });
  expect(valuesOf(text, ['time-to-resolve/failed-deployment-recovery', 'time-to-resolve/from-detection'])).toEqual({
    'time-to-resolve/failed-deployment-recovery': 60,
    'time-to-resolve/from-detection': 40,
  });
});
